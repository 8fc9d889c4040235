"""What an import gives: drafts of stories, and the stretches that no story was read from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from storybank.model import Angle, Note, Question, Section, Variant


@dataclass(frozen=True, slots=True)
class Draft:
    """A story as the document has it. Lines are 1-based lines of the decoded document."""

    title: str
    line: int
    end_line: int
    id: str | None = None
    """Explicit in the document ('CO-1: Title'), else None."""
    principles: tuple[str, ...] = ()
    """Official names, the primary one first."""
    sections: tuple[Section, ...] = ()
    questions: tuple[Question, ...] = ()
    cues: tuple[Section, ...] = ()
    variants: tuple[Variant, ...] = ()
    angles: tuple[Angle, ...] = ()
    tags: tuple[str, ...] = ()
    level: str | None = None
    notes: tuple[Note, ...] = ()
    """Text of the story that belongs to no section."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Lines that no story was read from."""

    line: int
    end_line: int
    reason: str
    """For people: 'prose without section labels', 'template left empty'."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One document, read."""

    file: Path
    drafts: tuple[Draft, ...]
    skipped: tuple[Skipped, ...]
