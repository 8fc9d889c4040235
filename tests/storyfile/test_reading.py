"""Reading is liberal, knows every line, and says clearly what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.errors import InputFileError
from storybank.model import SectionName
from storybank.principles import PrincipleSet
from storybank.storyfile import StoryFile, read_story
from tests.conftest import story_text

FILE = Path("stories/CO-7-late-night-export.md")
FULL = {
    SectionName.SITUATION: "It broke.",
    SectionName.TASK: "Mend it.",
    SectionName.ACTION: "I did.",
    SectionName.RESULT: "It works.",
}


def read(text: str, principles: PrincipleSet) -> StoryFile:
    return read_story(text, FILE, principles)


@pytest.mark.parametrize(
    "text",
    [
        "## Situation\n\nIt broke.\n\n## Task\n\nMend it.\n\n## Action\n\nI did.\n\n## Result\n\nIt works.\n",
        "# Title\n\n### Situation\nIt broke.\n### Task\nMend it.\n### Action\nI did.\n### Result\nIt works.\n",
        "# Situation\nIt broke.\n# Task\nMend it.\n# Action\nI did.\n# Result\nIt works.",
        "**S:** It broke.\n\n**T:** Mend it.\n\n**A:** I did.\n\n**R:** It works.\n",
        "Situation - It broke.\n\nTask - Mend it.\n\nAction - I did.\n\nResult - It works.\n",
        "## Situation:\nIt broke.\n## **Task**\nMend it.\n## Actions\nI did.\n## Results\nIt works.\n",
    ],
    ids=["canonical", "below a title", "top level", "bold letters", "dashes", "decorated"],
)
def test_sections_in_many_forms(text: str, principles: PrincipleSet) -> None:
    story = read(text, principles).story
    assert {s.name: s.text for s in story.sections} == FULL


def test_every_part_knows_its_line(principles: PrincipleSet) -> None:
    text = (
        story_text("CO-7")
        + "\n## Variant: Short\n\n### Situation\n\nBrief.\n\n## Angle: DR\n\n> When?\n>\n> - Why?\n\nTwist.\n"
    )
    story = read(text, principles).story
    lines = text.split("\n")
    for section in (*story.sections, *story.variants[0].sections):
        assert lines[section.line - 1].lstrip("# ") == section.name.capitalize()
        assert lines[section.text_line - 1] == section.text.split("\n")[0]
    assert lines[story.angles[0].line - 1] == "## Angle: DR"
    question = story.angles[0].question
    assert question
    assert (question.text, question.probes, question.principle) == ("When?", ("Why?",), "Deliver Results")


def test_aliases_are_read_and_unknown_keys_kept(principles: PrincipleSet) -> None:
    parsed = read(
        "---\nid: X\ntitle: T\nprinciples: [own, 'have backbone', Nonsense]\nmood: good # really\n---\n", principles
    )
    assert parsed.story.principles == ("Ownership", "Have Backbone; Disagree and Commit", "Nonsense")
    assert parsed.story.extra[0].source == "mood: good # really"
    messages = " / ".join(p.message for p in parsed.problems)
    assert "unknown principle 'Nonsense'" in messages
    assert "unknown key 'mood'" in messages
    assert [p.line for p in parsed.problems][:2] == [5, 4]


def test_id_and_title_from_the_file_name(principles: PrincipleSet) -> None:
    story = read("## Situation\n\nText.\n", principles).story
    assert (story.id, story.title) == ("CO-7", "Late night export")


def test_headings_inside_code_are_no_sections(principles: PrincipleSet) -> None:
    story = read("## Action\n\n```\n## Result\n```\n\nDone.\n", principles).story
    assert [s.name for s in story.sections] == [SectionName.ACTION]


@pytest.mark.parametrize(
    ("front", "line", "message"),
    [
        ("id: [1, 2]", 2, "'id' must be a text"),
        ("id: A\nprinciples: {a: b}", 3, "'principles' must be a list"),
        ("id: A\ntitle: 'x\nlevel: 1", 3, "broken YAML"),
        ("- a\n- b", 2, "not 'key: value' lines"),
        ("id: A\nid: B", 3, "'id' stands twice"),
        ("questions:\n  - {principle: DR}", 3, "a question has no 'text'"),
        ("questions:\n  - {text: a, prinicple: DR}", 3, "unknown keys prinicple"),
        ("behaviours: {mistake: 9}", 2, "the grade of behaviour 'mistake' is '9'"),
    ],
)
def test_wrong_front_matter_is_named_with_its_line(
    front: str, line: int, message: str, principles: PrincipleSet
) -> None:
    with pytest.raises(InputFileError) as caught:
        read(f"---\n{front}\n---\n", principles)
    assert message in str(caught.value)
    assert caught.value.line == line
    assert str(FILE) in str(caught.value)


def test_unclosed_front_matter_is_reported(principles: PrincipleSet) -> None:
    problems = read("---\nid: A\n\n## Situation\n\nText.\n", principles).problems
    assert "the front matter is not closed" in [p.message for p in problems]
