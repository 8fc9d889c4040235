"""The phases of an exercise: what to do when, and how long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storybank.model import Case, PointGroup, Scenario
from storybank.pace.budgets import scale

_SCENARIO_OPENING = (
    ("Read", 10, "Read the situation twice. Whose problem is it, and what happens if nobody does anything?"),
    ("Clarify", 10, "Say what you assume and what you would ask first. Name the goal and the constraints."),
)
_SCENARIO_CLOSING = ("Close", 10, "Sum up: your decision, its biggest risk, and the first thing you do tomorrow.")
_CASE_OPENING = (
    ("Read", 15, "Read everything once without writing. Then mark what cannot wait and what only seems so."),
    ("Structure", 10, "Rank the priorities and note one reason each. Sketch the parts of your answer."),
)
_CASE_CLOSING = ("Check", 10, "Read it as the assessor will: is every part there, with a name, a date and a measure?")
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of an exercise."""

    title: str
    seconds: int
    """At least 1."""
    advice: str
    points: tuple[str, ...] = ()
    """What to cover in it."""


def phases(exercise: Scenario | Case) -> tuple[Phase, ...]:
    """The phases of an exercise, whose seconds sum to exactly its minutes.

    Reading, getting one's bearings and the end have fixed shares; what is between is divided among the groups of
    points by their number of points.
    """
    if isinstance(exercise, Scenario):
        return _split(exercise.minutes, _SCENARIO_OPENING, exercise.discussion, _SCENARIO_CLOSING)
    return _split(exercise.minutes, _CASE_OPENING, exercise.answer, _CASE_CLOSING)


def points(exercise: Scenario | Case) -> tuple[PointGroup, ...]:
    """The points to cover, in their groups."""
    return exercise.discussion if isinstance(exercise, Scenario) else exercise.answer


_Fixed = tuple[str, int, str]


def _split(minutes: int, opening: Sequence[_Fixed], groups: Sequence[PointGroup], closing: _Fixed) -> tuple[Phase, ...]:
    between = _WHOLE - sum(share for _, share, _ in (*opening, closing))
    count = sum(len(group.points) or 1 for group in groups) or 1
    drafts = [
        *((title, share * count, advice, ()) for title, share, advice in opening),
        *((g.title, between * (len(g.points) or 1), _covering(g), g.points) for g in groups),
        (closing[0], closing[1] * count, closing[2], ()),
    ]
    seconds = scale({place: weight for place, (_, weight, _, _) in enumerate(drafts)}, minutes * 60)
    return tuple(
        Phase(title, seconds[place], advice, tuple(inner)) for place, (title, _, advice, inner) in enumerate(drafts)
    )


def _covering(group: PointGroup) -> str:
    return f"{len(group.points)} points to cover: tick each as you do." if group.points else "Say what you would do."
