"""How a story is told: what is shown, and what was chosen last."""

from __future__ import annotations

from storybank.bank.telling import Shown, turned, words_shown
from storybank.model import Section, SectionName, Story
from storybank.pace import shipped_paces

S = SectionName
STORY = Story(
    "CO-1",
    "Cart",
    sections=tuple(Section(name, f"the {name}") for name in SectionName),
    cues=(Section(S.ACTION, "- one"), Section(S.REFLECTION, "- two")),
)
PACES = {pace.name: pace for pace in shipped_paces()}


def test_what_has_no_time_of_its_own_is_not_shown_but_the_reflection_is_told_last() -> None:
    assert words_shown(STORY, Shown.TEXT, PACES["headline-30"]) == {
        "situation": "the situation",
        "action": "the action",
        "result": "the result\n\n**Reflection**\n\nthe reflection",
    }
    assert words_shown(STORY, Shown.CUES, PACES["standard-3"]) == {
        "action": "- one",
        "result": "**Reflection**\n\n- two",
    }
    assert words_shown(STORY, Shown.HEADINGS, PACES["standard-3"]) == {}
    assert words_shown(STORY, Shown.NOTHING, PACES["standard-3"]) == {}


def test_values_are_turned_round_and_round() -> None:
    assert turned(tuple(Shown), Shown.NOTHING) is Shown.TEXT
    assert turned(tuple(Shown), Shown.TEXT, -1) is Shown.NOTHING
    assert turned((1, 2), 9) == 1
