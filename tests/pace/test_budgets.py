"""Budgets: exact sums, the guide's own seconds, own paces with their mistakes named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.errors import InputFileError, UsageError
from storybank.model import SectionName
from storybank.pace import Pace, choose, parse_pace, shipped_paces
from storybank.pace.budgets import scale

PACES = {pace.name: pace for pace in shipped_paces()}


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        ("standard-2", [21, 17, 52, 30]),
        ("standard-3", [32, 22, 81, 45]),
        ("standard-4", [41, 28, 111, 60]),
        ("guide-2", [25, 20, 60, 35]),
        ("guide-3", [35, 25, 90, 50]),
        ("guide-4", [45, 30, 120, 65]),
    ],
)
def test_shipped_seconds(name: str, seconds: list[int]) -> None:
    assert [budget.seconds for budget in PACES[name].budgets] == seconds


@pytest.mark.parametrize(
    ("name", "total"),
    [
        ("standard-2", 120), ("standard-3", 180), ("standard-4", 240),
        ("guide-2", 140), ("guide-3", 200), ("guide-4", 260),
        ("headline-30", 30), ("headline-60", 60), ("headline-90", 90),
    ],
)  # fmt: skip
def test_shipped_totals(name: str, total: int) -> None:
    assert PACES[name].total == total


parts = st.dictionaries(st.sampled_from(list(SectionName)), st.integers(1, 3600), min_size=1)


@given(parts, st.integers(5, 3600))
def test_scaled_seconds_sum_exactly_and_keep_their_proportions(seconds: dict[SectionName, int], total: int) -> None:
    scaled = scale(seconds, total)
    assert sum(scaled.values()) == total
    assert all(second >= 1 for second in scaled.values())
    share = total / sum(seconds.values())
    if all(s * share >= 1 for s in seconds.values()):
        assert all(abs(scaled[name] - s * share) < 1 for name, s in seconds.items())


def test_choosing() -> None:
    paces = {**PACES, "mine": Pace("mine", "mine", ())}
    assert choose(paces).name == "standard-3"
    assert choose(paces, minutes=2).name == "standard-2"
    assert choose(paces, "guide", 4).name == "guide-4"
    assert choose(paces, "guide").name == "guide-3"
    assert choose(paces, "headline-30").name == "headline-30"
    assert choose(paces, "mine").name == "mine"
    for name, minutes in [("nine", None), ("mine", 2), (None, 7)]:
        with pytest.raises(UsageError, match="no pace") as caught:
            choose(paces, name, minutes)
        assert "standard-2" in str(caught.value)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"action": 1.5}, "'action' in [paces.x] is 1.5. Give whole seconds"),
        ({"action": True}, "'action' in [paces.x] is True"),
        ({"action": 0}, "'action' in [paces.x] is 0"),
        ({"middle": 9}, "unknown key 'middle' in [paces.x]. Known: title, total, situation"),
        ({"total": 60}, "names no section"),
        ({"action": 9, "title": 3}, "'title' in [paces.x] must be a text"),
        ({"action": 9, "task": 4, "total": 1}, "too short for 2 sections"),
        (90, "[paces.x] must be a table"),
    ],
)
def test_mistakes_of_own_paces(table: object, message: str) -> None:
    with pytest.raises(InputFileError) as caught:
        parse_pace("x", table, Path("storybank.toml"))
    assert message in str(caught.value)
