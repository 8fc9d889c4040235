"""What holds for any text: it is read or refused, never lost, and prose never becomes a story."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.errors import InputFileError
from storybank.importers import Imported, read_document
from storybank.model import SectionName
from storybank.principles import load_principles

FILE = Path("notes.md")
LABELS = [
    "**Situation:** ",
    "Task: ",
    "- **Action**: ",
    "R: ",
    "(S) ",
    "## Situation",
    "### Result",
    "**S (Situation):**",
]
FRAGMENTS = [
    *LABELS,
    "# Title",
    "## Ownership",
    "---",
    "> ",
    "- item",
    "| a | b |",
    "|---|---|",
    "```",
    "CO-1: Carts",
    "",
    "…",
    "TODO",
]
LINES = st.lists(
    st.one_of(
        st.sampled_from(FRAGMENTS),
        st.text(max_size=30),
        st.tuples(st.sampled_from(LABELS), st.text(max_size=20)).map("".join),
    ),
    max_size=40,
)
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "team",
            "moved",
            "our",
            "result",
            "into",
            "a",
            "task",
            "that",
            "we",
            "had",
            "on",
            "every",
            "action",
            "of",
            "that",
            "situation",
            "and",
            "it",
            "was",
            "fine",
            "I",
            "said",
        ]
    ),
    min_size=3,
    max_size=25,
)


def read(text: str) -> Imported:
    return read_document(text.encode(), FILE, load_principles())


@settings(deadline=None)
@given(LINES)
def test_any_lines_are_read_and_every_one_is_accounted_for(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        result = read(text)
    except InputFileError:
        return
    listed = [n for s in result.skipped for n in range(s.line, s.end_line + 1)]
    assert len(listed) == len(set(listed))
    for draft in result.drafts:
        assert draft.title
        assert 1 <= draft.line <= draft.end_line
        names = {s.name for s in draft.sections}
        assert len(names) >= 2
        assert names & {SectionName.ACTION, SectionName.RESULT}
        assert all(s.text.strip() for s in draft.sections)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read_document(data, FILE, load_principles())
    except InputFileError as error:
        if not error.hint:
            raise


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_prose_is_never_a_story_and_is_listed_whole(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(words).capitalize() + "." for words in paragraphs)
    result = read(text)
    assert not result.drafts
    covered = {n for s in result.skipped for n in range(s.line, s.end_line + 1)}
    assert {n for n, line in enumerate(text.split("\n"), 1) if line} <= covered


@pytest.mark.parametrize(
    "unit",
    [
        "*",
        ">",
        "|",
        "(",
        "[",
        "_",
        "`",
        "# ",
        "- ",
        "> ",
        "S: ",
        "**S:** ",
        "<",
        "\\(",
        "(S) ",
        "Task: Situation: ",
        "# S\n",
        "S:\n",
        "<!--",
        "Ã©",
    ],
)
def test_hostile_text_takes_time_in_proportion(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.perf_counter()
        read(unit * (size // len(unit)))
        return time.perf_counter() - start

    seconds(2_000)
    small, large = seconds(15_000), seconds(60_000)
    assert large < 12 * small + 0.5, (small, large)
