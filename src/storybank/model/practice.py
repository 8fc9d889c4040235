"""What the history keeps: takes, their grades, real interviews, exercises. All times are aware and UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from storybank.model.story import SectionName


class Grade(IntEnum):
    """How well it went, as spacing asks it."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Mode(StrEnum):
    """What a review graded."""

    TAKE = "take"
    RETRIEVE = "retrieve"
    GUESS = "guess"
    ANSWER = "answer"
    FOLLOW_UPS = "follow-ups"
    MOCK = "mock"


def story_card(story_id: str) -> str:
    """The name under which reviews of a story are kept."""
    return f"story:{story_id}"


def prompt_card(prompt_id: str, mode: Mode = Mode.RETRIEVE) -> str:
    """The name under which reviews of a prompt are kept; guessing its principle is a memory of its own."""
    return f"{'guess' if mode is Mode.GUESS else 'prompt'}:{prompt_id}"


def probes_card(story_id: str) -> str:
    """The name under which answers to the follow-ups of a story are kept."""
    return f"probes:{story_id}"


@dataclass(frozen=True, slots=True)
class TakeRecord:
    """One rehearsal of a story, finished or broken off."""

    story: str
    """Its id."""
    started: datetime
    planned: Mapping[SectionName, int]
    """Section -> seconds, in the order they are told."""
    actual: Mapping[SectionName, float]
    """Section -> seconds told, without pauses."""
    ended: datetime | None = None
    """None while it runs, or where it was broken off."""
    pace: str = ""
    """Name of the pace."""
    section: int = 0
    """Index of the section that was being told."""
    fillers: int = 0
    prompt: str | None = None
    """The question it answered."""
    shown: str = ""
    """What was on the screen: 'text', 'cues', 'headings', 'nothing'."""
    note: str = ""
    process: int | None = None
    """Id of the process that tells it; None once it has ended."""
    report: Mapping[str, Any] = field(default_factory=dict)
    """What a transcript of it showed; empty for a take on the clock."""
    id: int | None = None

    @property
    def planned_total(self) -> int:
        """Seconds."""
        return sum(self.planned.values())

    @property
    def total(self) -> float:
        """Seconds told, without pauses."""
        return sum(self.actual.values())

    @property
    def overtime(self) -> float:
        """Seconds beyond the plan; 0 within it."""
        return max(0.0, self.total - self.planned_total)

    @property
    def fillers_a_minute(self) -> float:
        """0 where nothing was told."""
        return self.fillers / self.total * 60 if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Review:
    """One grade."""

    card: str
    """What was reviewed: `story_card`, `prompt_card` or `probes_card`."""
    at: datetime
    grade: Grade
    seconds: float | None = None
    """Time to the answer, where it was measured."""
    take: int | None = None
    """The take it grades."""
    mode: Mode = Mode.TAKE
    answer: str = ""
    """What was answered in a drill: a story's id, a principle."""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """A story told in a real interview."""

    story: str
    company: str
    at: datetime
    round: str = ""
    prompt: str = ""
    result: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ExerciseRecord:
    """A scenario or case that was worked through."""

    exercise: str
    """File of the exercise below the bank's folder, with '/'."""
    kind: str
    """'scenario' or 'case'."""
    started: datetime
    ended: datetime | None = None
    covered: tuple[str, ...] = ()
    """The discussion points that were covered."""
    scores: Mapping[str, int] = field(default_factory=dict)
    """Criterion -> the person's own score."""
    notes: str = ""
    """File of the notes below the bank's folder."""
    id: int | None = None
