"""What a rule is, and what it says about a telling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from storybank.model import SectionName
from storybank.rules.passage import Passage, Telling


class Severity(StrEnum):
    """How much a finding costs, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule fires."""

    passage: Passage | None
    """None where the whole story is meant."""
    start: int = 0
    """First character of the evidence in the passage's text."""
    end: int = 0
    """Character after the evidence; equal to `start` where the section as such is meant."""
    message: str = ""
    """What is wrong here; the rule's own message where empty."""
    fix: str = ""
    """How to mend it here; the rule's own advice where empty."""
    severity: Severity | None = None
    """How bad this one is; the rule's own severity where None."""
    evidence: str = ""
    """What to show; the text from `start` to `end` where empty."""


@dataclass(frozen=True, slots=True)
class Example:
    """A passage, or a story of several, on which a rule fires or stays silent."""

    sections: tuple[tuple[SectionName | None, str], ...]
    level: str = ""
    others: tuple[tuple[SectionName | None, str], ...] = ()
    """Cues of the story."""
    twins: tuple[str, ...] = ()
    whole: bool = True


def said(text: str, section: SectionName | None = None) -> Example:
    """A passage on its own."""
    return Example(((section, text),), whole=False)


def told(situation: str = "", task: str = "", action: str = "", result: str = "", level: str = "") -> Example:
    """A whole story."""
    texts = (situation, task, action, result)
    return Example(tuple(p for p in zip(SectionName, texts, strict=False) if p[1]), level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A red flag as a value. The kinds of rules differ in how `check` finds it."""

    id: str
    """Stable; suppressions name it."""
    name: str
    """What it looks for, in a few words."""
    severity: Severity
    message: str
    """What is wrong, for the person whose story it is."""
    why: str
    """Why it costs an offer."""
    fix: str
    """How to mend it."""
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    default: bool = True
    """Whether it runs unless it is deselected."""
    sections: tuple[SectionName, ...] = ()
    """The sections it looks at; () means all."""

    def check(self, telling: Telling) -> Iterator[Hit]:
        """The places of a telling where the rule fires, in order."""
        raise NotImplementedError

    def looks_at(self, passage: Passage) -> bool:
        """Whether the rule reads this passage; a passage of an unknown section is read by all rules."""
        return not self.sections or passage.section is None or passage.section in self.sections
