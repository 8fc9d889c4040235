"""Hostile text takes time in proportion to its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.check import Checker
from storybank.model import SectionName
from storybank.rules import shipped_levels

PIECES = (
    "I would ", "the the the ", "manager ", "because ", "(", '"', "“", "`", "<!-- ", "[a](", "* ", "\n- ", "was ",
    "never ", "if I ", "not ", "1", "$9 ", "by 5% (", "no one ", "kind of ", "a-", "A.B", "https://", "every ",
    "\\", "'", "_", "'s ", "so ", "too ", "…", "the other ", "i had to ",
)  # fmt: skip


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begin = time.perf_counter()
        Checker(shipped_levels()).passage(text, SectionName.RESULT)
        best = min(best, time.perf_counter() - begin)
    return best


@pytest.mark.parametrize("piece", PIECES)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (10_000, 100_000))
    seconds(piece)
    assert seconds(long) < 25 * seconds(short) + 0.05


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(SectionName))
def test_nothing_breaks_the_rules(text: str, section: SectionName) -> None:
    for finding in Checker(shipped_levels()).passage(text, section).findings:
        assert finding.line >= 1
        assert 1 <= finding.column <= finding.end_column


@given(st.text(max_size=300), st.sampled_from(SectionName))
def test_any_text_is_checked(text: str, section: SectionName) -> None:
    Checker(shipped_levels()).passage(text, section)
