"""Reading and writing story files: nothing is lost, and canonical files stay as they are byte for byte."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.model import Angle, Note, Question, Section, SectionName, Story, Variant
from storybank.principles import PrincipleSet, load_principles
from storybank.storyfile import read_story, write_story
from tests.conftest import REPOSITORY

SAMPLES = sorted((REPOSITORY / "stories").rglob("*.md"))
FILE = Path("CO-1-x.md")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_stories_are_canonical(path: Path, principles: PrincipleSet) -> None:
    text = path.read_text(encoding="utf-8")
    parsed = read_story(text, path, principles)
    assert write_story(parsed.story) == text
    assert parsed.problems == ()
    assert path.name.startswith(f"{parsed.story.id}-")


LINES = st.lists(
    st.sampled_from(
        [
            "a line",
            "- a bullet",
            "",
            "> a quote",
            "## Not a section",
            "# Top",
            "```",
            "~~~ text",
            "| a | b |",
            "|---|---|",
            "Result: in prose",
            "**S:** bold",
            "<details>",
            "<!-- open",
            "    code",
            "1. one",
            "---",
            "===",
            "[x] y",
            "a: b",
        ]
    ),
    max_size=6,
).map("\n".join)
ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30)
ONE_LINE = ANY_TEXT.map(lambda text: " ".join(text.split())).filter(bool)
NAMES = st.sampled_from(["Ownership", "Are Right, A Lot", "Have Backbone; Disagree and Commit"])
SECTION = st.builds(Section, st.sampled_from(SectionName), LINES | ANY_TEXT)
SECTIONS = st.lists(SECTION, max_size=5).map(tuple)
STORIES = st.builds(
    Story,
    id=st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True),
    title=ONE_LINE,
    principles=st.lists(NAMES, unique=True, max_size=3).map(tuple),
    sections=st.lists(SECTION, min_size=1, max_size=5).map(tuple),  # without one, labels above are read as sections
    level=st.none() | ONE_LINE,
    questions=st.lists(
        st.builds(Question, ONE_LINE, st.none() | NAMES, st.lists(ONE_LINE, max_size=2).map(tuple)), max_size=3
    ).map(tuple),
    behaviours=st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), st.integers(1, 3), max_size=3),
    tags=st.lists(ONE_LINE, max_size=3).map(tuple),
    cues=SECTIONS,
    variants=st.lists(st.builds(Variant, st.just("Short"), SECTIONS, LINES), max_size=2).map(tuple),
    angles=st.lists(st.builds(Angle, NAMES, LINES), max_size=2).map(tuple),
    notes=st.lists(st.builds(Note, st.sampled_from(["Follow-ups", "Sources"]), LINES), max_size=2).map(tuple),
    preamble=LINES,
)


@given(STORIES)
def test_any_story_settles_after_one_writing(story: Story) -> None:
    principles = load_principles()
    once = write_story(story)
    back = read_story(once, FILE, principles).story
    assert write_story(back) == once
    facts = ("id", "title", "principles", "level", "behaviours", "tags")
    assert [getattr(back, f) for f in facts] == [getattr(story, f) for f in facts]
    assert [dataclasses.replace(q, line=0) for q in back.questions] == list(story.questions)
    names = sorted((s.name for s in story.sections), key=list(SectionName).index)
    assert [s.name for s in back.sections] == names
    assert [(v.name, len(v.sections)) for v in back.variants] == [(v.name, len(v.sections)) for v in story.variants]
    assert [a.principle for a in back.angles] == [a.principle for a in story.angles]
    assert [n.heading for n in back.notes] == [n.heading for n in story.notes]


@given(STORIES)
def test_no_word_is_lost(story: Story) -> None:
    once = write_story(story)
    back = read_story(once, FILE, load_principles()).story
    for before, after in zip(
        sorted(story.sections, key=lambda s: list(SectionName).index(s.name)), back.sections, strict=True
    ):
        kept = "".join(after.text.split()).replace("#", "").replace("=", "").replace("-", "")
        for word in before.text.replace("#", " ").replace("=", " ").replace("-", " ").split():
            assert word in kept


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    clean = text.replace("\r", "\n")
    if not clean.startswith("---"):
        parsed = read_story(clean, FILE, load_principles())
        assert parsed.story.id == "CO-1"
