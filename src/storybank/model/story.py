"""A STAR story and its parts. Lines are 1-based lines of the file a part was read from, 0 for a part never read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

_QUOTED = re.compile(r">\s*(.*)$")
_BULLET = re.compile(r"[-*+]\s+|\d+[.)]\s+")


class SectionName(StrEnum):
    """The sections of a story, in the order they are told."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    REFLECTION = "reflection"


STAR = (SectionName.SITUATION, SectionName.TASK, SectionName.ACTION, SectionName.RESULT)
"""The four sections that a complete story has."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a story, a variant or the cues: markdown as its author wrote it."""

    name: SectionName
    text: str
    line: int = 0
    """Line of the heading or label."""
    text_line: int = 0
    """Line on which `text` starts."""


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt that the author says the story answers."""

    text: str
    principle: str | None = None
    """Name of the principle it probes; None means the story's primary one."""
    probes: tuple[str, ...] = ()
    """Sub-questions that come with it."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Variant:
    """Another telling of the same story, such as a short one."""

    name: str
    sections: tuple[Section, ...] = ()
    text: str = ""
    """What stands above its first section."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Angle:
    """A question of another principle that the story also answers, with the twist to tell.

    A leading block quote in `text` holds the question, and bullets inside it the probes.
    """

    principle: str
    text: str
    line: int = 0

    @property
    def question(self) -> Question | None:
        """The question and its probes from the leading block quote; None where there is no quote."""
        quote = [m[1] for m in takewhile(bool, map(_QUOTED.match, self.text.splitlines())) if m]
        asked = [line for line in quote if line and not _BULLET.match(line)]
        probes = tuple(_BULLET.sub("", line) for line in quote if _BULLET.match(line))
        return Question(" ".join(asked), self.principle, probes, self.line) if asked else None


@dataclass(frozen=True, slots=True)
class Note:
    """A part under a heading that storybank gives no meaning to; kept as it is."""

    heading: str
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class ExtraKey:
    """A front-matter key that storybank gives no meaning to; kept as it is."""

    key: str
    source: str
    """Its lines as written, key included, without the last line end."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that its author should know, though the story could be read."""

    message: str
    line: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A STAR story as one markdown file of the bank holds it."""

    id: str
    title: str
    principles: tuple[str, ...] = ()
    """Official names, the primary one first; an unknown name stays as written."""
    sections: tuple[Section, ...] = ()
    level: str | None = None
    questions: tuple[Question, ...] = ()
    behaviours: Mapping[str, int] = field(default_factory=dict)
    """Behaviour key -> grade 1-3 (3: the story is about it)."""
    tags: tuple[str, ...] = ()
    source: str | None = None
    """Where it was imported from, `file name#digest of the text as imported`; None for a story written here."""
    cues: tuple[Section, ...] = ()
    variants: tuple[Variant, ...] = ()
    angles: tuple[Angle, ...] = ()
    notes: tuple[Note, ...] = ()
    preamble: str = ""
    """Text above the first heading."""
    extra: tuple[ExtraKey, ...] = ()

    @property
    def primary(self) -> str | None:
        """The primary principle, None where the story names none."""
        return self.principles[0] if self.principles else None

    def text_of(self, name: SectionName) -> str:
        """The text of a section; several sections of one name are joined, a missing one is ''."""
        return "\n\n".join(s.text for s in self.sections if s.name is name and s.text)

    @property
    def all_questions(self) -> tuple[Question, ...]:
        """The questions of the front matter and those of the angles."""
        return self.questions + tuple(question for a in self.angles if (question := a.question))

    @property
    def missing(self) -> tuple[SectionName, ...]:
        """The STAR sections that have no text."""
        return tuple(name for name in STAR if not self.text_of(name))
