"""Rules of reading on small documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.importers import Draft, Imported, read_document
from storybank.model import SectionName
from storybank.principles import load_principles

STORY = {
    "Situation": "Our kiln failed a week before the fair.",
    "Task": "I had 60 mugs to fire by Friday.",
    "Action": "I rented the school's kiln and fired at night.",
    "Result": "All 60 were sold by noon.",
}


def read(text: str) -> Imported:
    return read_document(text.encode(), Path("x.md"), load_principles())


def only(text: str) -> Draft:
    drafts = read(text).drafts
    assert len(drafts) == 1, [d.title for d in drafts]
    return drafts[0]


def told(pattern: str) -> str:
    return "# Mugs for the fair\n\n" + "\n".join(
        pattern.format(word=word, letter=word[0], text=text, lower=word.lower(), rest=word[1:])
        for word, text in STORY.items()
    )


@pytest.mark.parametrize(
    "pattern",
    [
        "**{word}**: {text}",
        "**{word}:** {text}\n",
        "**{word}.** {text}",
        "**{letter} ({word}):** {text}",
        "**{letter}**{rest}: {text}",
        "**{letter}:** {text}",
        "*{word}:* {text}",
        "__{word}__\n{text}\n",
        "{letter} - {text}",
        "{letter} : {text}",
        "{word} – {text}",
        "{lower}: {text}",
        "{word}\n\n{text}\n",
        "({letter}) {text}",
        "[{word}] {text}",
        "- **{word}**: {text}",
        "* {word}\n  * {text}",
        "1. {word}: {text}",
        "🎯 **{word}:** {text}",
        "> **{word}:** {text}\n>",
        "## {word}\n\n{text}\n",
        "#### {letter} – {word} (the facts)\n\n{text}\n",
        "### ({letter}){rest}\n{text}\n",
        "| **{word}** | {text} |",
    ],
)
def test_one_story_in_many_shapes(pattern: str) -> None:
    text = told(pattern)
    if pattern.startswith("|"):
        text = text.replace("\n| **S", "\n| Part | Text |\n|---|---|\n| **S", 1)
    draft = only(text)
    assert draft.title == "Mugs for the fair"
    assert {s.name.value.title(): s.text.removeprefix("* ") for s in draft.sections} == STORY


def test_letters_in_brackets_inside_a_paragraph() -> None:
    draft = only("# Mugs\n\n" + " ".join(f"({word[0]}) {text}" for word, text in STORY.items()))
    assert [s.name for s in draft.sections] == list(SectionName)[:4]


def test_a_line_of_bullets_becomes_a_list_and_hyphenated_words_stay() -> None:
    draft = only(
        "XY-1: Mugs\nSituation: A high-priority fair. Task: Fire 2-3 loads. "
        "Action: - rented a kiln - fired at-night Result: - sold out"
    )
    assert draft.id == "XY-1"
    assert draft.sections[2].text == "- rented a kiln\n- fired at-night"


def test_combined_labels_and_kin_of_star() -> None:
    draft = only("# X\n\n**Situation/Task:** We had mud.\n\n**Action/Result:** I dug and it went.")
    assert [s.name.value for s in draft.sections] == ["situation", "action"]
    draft = only(
        "# X\n\n**Challenge:** We had mud.\n\n**Action:** I dug.\n\n**Result:** Dry.\n\n**Learning:** Dig first."
    )
    assert [s.name.value for s in draft.sections] == ["situation", "action", "result", "reflection"]
    draft = only("# X\n\n**Situation:** Rain.\n\n**Obstacle:** Mud.\n\n**Action:** I dug.\n\n**Result:** Dry.")
    assert [s.name.value for s in draft.sections] == ["situation", "task", "action", "result"]


def test_repeated_labels_are_several_stories_and_a_short_version_is_not() -> None:
    one = told("**{word}:** {text}\n")
    twice = read(one + "\n" + one.split("\n", 2)[2]).drafts
    assert [d.title for d in twice] == ["Mugs for the fair", "Mugs for the fair (2)"]
    draft = only(one + "\n## Short version\n\n" + one.split("\n", 2)[2])
    assert [v.name for v in draft.variants] == ["Short version"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# T\n\n**S:** [describe it]\n**T:** <your task>\n**A:** ...\n**R:** TODO", "template left empty"),
        ("# T\n\n**S:**\n**T:**\n**A:**\n**R:**", "template left empty"),
        (
            "# T\n\n**Situation:** Set the scene.\n**Task:** Describe your role.\n"
            "**Action:** Explain what you did.\n**Result:** Share the outcome.",
            "advice",
        ),
        (
            "# T\n\nThe situation was bad. My task was clear. The action I took had a result.",
            "prose without section labels",
        ),
        ("# T\n\n**Action:** Ines to ask the bank.\n**Action:** Tom to paint.", "only one part"),
        ("# Lonely", "heading without a story below"),
    ],
)
def test_no_story_and_why(text: str, reason: str) -> None:
    result = read(text)
    assert not result.drafts
    assert any(reason in s.reason for s in result.skipped), result.skipped


def test_principles_from_headings_lines_and_tables() -> None:
    body = "\n".join(f"**{w}:** {t}" for w, t in STORY.items())
    assert only(f"# Ownership\n\n## Mugs\n\n{body}").principles == ("Ownership",)
    assert only(f"# Mugs\n\n{body}\n\n**LPs:** Have Backbone; Disagree and Commit, Are Right, A Lot").principles == (
        "Have Backbone; Disagree and Commit",
        "Are Right, A Lot",
    )
    matrix = f"# Mine\n\n| Story | CO | OW |\n|---|---|---|\n| Mugs | | ✓ |\n\n## Mugs\n\n{body}"
    assert only(matrix).principles == ("Ownership",)
    links = f"# Mine\n\n- [Frugality](#mugs)\n\n## Mugs\n\n{body}"
    assert only(links).principles == ("Frugality",)
    assert only(f"# Mugs\n\n{body}\n\nOur AR demo and F = 40 watts.").principles == ()


def test_an_answer_with_cues_and_angles() -> None:
    text = (
        "# Dive Deep\n## Question 1\nTell me about a leak you found.\n* How long did it take?\n* Who helped?\n"
        "### Answer\n\n"
        "> S:\n> * wet cellar\n>\n> A:\n> * dye\n>\n> R:\n> * dry\n\n"
        + "\n\n".join(f"**{w[0]}:** {t}" for w, t in STORY.items())
        + "\n\n#### Also works for the following questions:\n##### Frugality\n"
        "When did you save money?\n* How much?\n> The school kiln cost nothing.\n"
    )
    draft = only(text)
    assert draft.title == "Tell me about a leak you found."
    assert draft.questions[0].probes == ("How long did it take?", "Who helped?")
    assert [c.name.value for c in draft.cues] == ["situation", "action", "result"]
    assert draft.principles == ("Dive Deep",)
    assert [a.principle for a in draft.angles] == ["Frugality"]
    assert draft.angles[0].text == "> When did you save money?\n>\n> - How much?\n\nThe school kiln cost nothing."
