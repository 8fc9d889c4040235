"""Interview questions and exercises, as the files under `prompts/` hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Prompt:
    """One interview question of a principle."""

    id: str
    """Stable: given in the file as `{#id}`, else made of the principle and the text."""
    text: str
    principle: str
    probes: tuple[str, ...] = ()
    file: Path | None = None
    line: int = 0


TOP_GRADE = 3
"""The grade of a story that answers a question directly, and of a behaviour that a story is about."""


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """A question for which somebody has said which stories of the bank answer it."""

    text: str
    grades: Mapping[str, float]
    """Story id -> 3 (answers it directly), 2 (answers it well), 1 (in a pinch), or the mean of several readers'
    grades; all others do not answer it."""


@dataclass(frozen=True, slots=True)
class PointGroup:
    """Points under one heading: discussion points, or the parts of an answer."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Priority:
    """One of the competing priorities of a case."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A leadership scenario to be talked through."""

    title: str
    level: str
    minutes: int
    company: str
    situation: str
    challenges: tuple[str, ...]
    discussion: tuple[PointGroup, ...]
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A written exercise with a time limit."""

    title: str
    level: str
    minutes: int
    situation: str
    team: tuple[str, ...]
    priorities: tuple[Priority, ...]
    answer: tuple[PointGroup, ...]
    """The parts that an answer must have."""
    assessment: tuple[str, ...]
    """What the assessor looks for."""
    remember: str = ""
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class InterviewQuestion:
    """A plain leadership question with the points of a good answer."""

    title: str
    question: str
    points: tuple[str, ...]
    probes: tuple[str, ...] = ()
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """All that a bank's `prompts/` folder holds."""

    prompts: tuple[Prompt, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    cases: tuple[Case, ...] = ()
    interview: tuple[InterviewQuestion, ...] = ()
