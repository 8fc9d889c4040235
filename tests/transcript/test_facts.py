"""Facts kept: tellings of one story with something changed, rounded, dropped, or said in words."""

from __future__ import annotations

import pytest

from storybank.model import Section, SectionName, Story
from storybank.transcript import Fate, facts_kept
from storybank.transcript.spoken import written

STORY = Story(
    "CO-1",
    "Cart abandonment",
    sections=(
        Section(
            SectionName.SITUATION,
            "Of the people who put something in a cart, 73% walked away, and that cost us $2.3M a year.",
            3,
            5,
        ),
        Section(SectionName.TASK, "I was the L6 manager for checkout; I'd signed up for 15% less before Q3 was out."),
        Section(
            SectionName.ACTION,
            "I went through the journey data with 3 teams, Frontend, Payments and Analytics. We ran A/B tests with 5 "
            "versions of checkout and cut the 7-step flow with UX.",
        ),
        Section(
            SectionName.RESULT,
            "Abandonment came down to 61%, a 16.4% improvement. It was worth $1.8M a year more. Satisfaction went "
            "from 3.2 to 4.1, and we were 2 weeks early.",
        ),
    ),
)
TELLING = (
    "Um, so seventy three percent of people left their cart, and that was two point three million dollars a year. I "
    "was the L six manager for checkout and had signed up for fifteen percent less before the end of Q three. I went "
    "through the journey data with three teams, front end, payments and analytics. We ran A B tests with five versions "
    "and cut the seven step flow together with UX. Abandonment came down to sixty one percent, which is a sixteen "
    "point four percent improvement, and worth one point eight million a year more. Satisfaction went from three point "
    "two to four point one and we were two weeks early."
)


def fates(telling: str) -> dict[str, tuple[str, str]]:
    return {one.fact.text: (one.fate, one.said) for one in facts_kept(STORY, telling) if one.fate is not Fate.SAID}


@pytest.mark.parametrize("telling", [TELLING, TELLING.lower(), " ".join(s.text for s in STORY.sections)])
def test_nothing_is_wrong_with_a_true_telling(telling: str) -> None:
    assert fates(telling) == {}


@pytest.mark.parametrize(
    ("true", "told", "fact", "fate", "said"),
    [
        ("sixteen point four percent", "fifteen percent", "16.4%", "changed", "fifteen percent"),
        ("sixteen point four percent", "16 percent", "16.4%", "rounded", "16 percent"),
        ("sixty one percent", "51 %", "61%", "changed", "51 %"),
        ("seventy three percent", "three quarters", "73%", "changed", "three quarters"),
        ("seventy three percent", "most", "73%", "missed", ""),
        ("two point three million dollars", "two million dollars", "$2.3M a year", "rounded",
         "two million dollars a year"),
        ("one point eight million", "$1.9 million", "$1.8M a year", "changed", "$1.9 million a year"),
        ("with three teams", "with four teams", "3 teams", "changed", "four teams"),
        ("four point one", "four point six", "4.1", "changed", "4.6"),
        ("two weeks early", "early", "2 weeks", "missed", ""),
        ("two weeks early", "three weeks early", "2 weeks", "changed", "three weeks"),
        ("five versions", "several versions", "5 versions", "missed", ""),
        ("with UX", "with others", "UX", "missed", ""),
        ("Q three", "Q two", "Q3", "missed", ""),
        ("payments and analytics", "and analytics", "Payments", "missed", ""),
    ],
)  # fmt: skip
def test_one_thing_altered_is_the_one_thing_named(true: str, told: str, fact: str, fate: str, said: str) -> None:
    assert true in TELLING
    assert fates(TELLING.replace(true, told)) == {fact: (fate, said)}


def test_messages_and_places() -> None:
    kept = facts_kept(
        STORY, "Abandonment came down to sixty one percent, a fifteen percent improvement. 40 % were glad."
    )
    messages = {one.fact.text: one.message for one in kept}
    assert messages["61%"] == "you said 61%"
    assert messages["73%"] == "you left out 73%"
    assert any(one.fate is Fate.ADDED or one.said == "40 %" for one in kept)
    assert {one.fact.text: (one.fact.section, one.fact.line) for one in kept}["73%"] == ("situation", 5)
    assert {one.fact.text: one.fact.is_name for one in kept}["Analytics"]


def test_a_name_in_the_place_of_another() -> None:
    told = TELLING.replace("together with UX", "together with Marketing")
    assert fates(told)["UX"][0] in {"changed", "missed"}


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("sixteen point four percent", "16.4 percent"),
        ("one point eight million", "1.8 million"),
        ("a hundred and twenty five point five", "125.5"),
        ("zero point oh three", "0.03"),
        ("three point fourteen", "three point fourteen"),
        ("ninety nine point ninety five percent", "99.95 percent"),
        ("at that point two people left", "at that point two people left"),
        ("eighty five grand", "eighty five thousand dollars"),
        ("nought point eight per cent", "0.8 percent"),
    ],
)
def test_speech_in_digits(said: str, text: str) -> None:
    assert written(said) == text
