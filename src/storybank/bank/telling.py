"""How a story is told: how long, and what the teller sees meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from storybank.model import SectionName, Story
from storybank.pace import Pace

if TYPE_CHECKING:
    from storybank.bank.practice import Practice

T = TypeVar("T")


class Shown(StrEnum):
    """What is on the screen during a take, from the most to the least."""

    TEXT = "text"
    CUES = "cues"
    HEADINGS = "headings"
    NOTHING = "nothing"

    @property
    def words(self) -> str:
        """For people."""
        return _TITLES[self]


_TITLES = {
    Shown.TEXT: "full text",
    Shown.CUES: "cues",
    Shown.HEADINGS: "headings",
    Shown.NOTHING: "nothing",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for a take."""

    pace: Pace
    shown: Shown = Shown.CUES


def last_choice(practice: Practice) -> Choice:
    """What was chosen for the last finished take; three minutes with cues before the first one."""
    for take in reversed(practice.takes()):
        if take.pace in practice.paces and take.shown in set(Shown):
            return Choice(practice.paces[take.pace], Shown(take.shown))
    return Choice(practice.pace())


def hints(story: Story, shown: str) -> dict[SectionName, str]:
    """Section -> what is shown of it beyond its heading: its text, its cues, or nothing."""
    if shown == Shown.CUES:
        return {section.name: section.text for section in story.cues}
    return {name: story.text_of(name) for name in SectionName} if shown == Shown.TEXT else {}


def words_shown(story: Story, shown: Shown, pace: Pace) -> dict[SectionName, str]:
    """Section of the pace -> the markdown that is shown of it; what has none is left out.

    Where a pace gives the reflection no time of its own, it is told at the end of the last section.
    """
    found, last = hints(story, shown), pace.budgets[-1].name
    words = {budget.name: found[budget.name] for budget in pace.budgets if found.get(budget.name)}
    learnt = found.get(SectionName.REFLECTION)
    if learnt and SectionName.REFLECTION not in pace.planned:
        words[last] = f"{words.get(last, '')}\n\n**Reflection**\n\n{learnt}".lstrip("\n")
    return words


def turned(values: Sequence[T], value: T, by: int = 1) -> T:
    """The value `by` places after `value`, round and round; the first where `value` is none of them."""
    return values[(values.index(value) + by) % len(values)] if value in values else values[0]
