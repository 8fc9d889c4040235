"""A story as lists and rankings need it, without its full text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from storybank.model.story import Question, Section, SectionName


@dataclass(frozen=True, slots=True)
class Card:
    """What the index knows of one story."""

    id: str
    title: str
    file: str
    """Path below the bank's folder, with '/'."""
    principles: tuple[str, ...] = ()
    """Official names the story carries, primary first."""
    angles: tuple[str, ...] = ()
    """Principles it also answers through an angle."""
    level: str | None = None
    tags: tuple[str, ...] = ()
    behaviours: Mapping[str, int] = field(default_factory=dict)
    words: int = 0
    """Words in the sections."""
    missing: tuple[SectionName, ...] = ()
    """STAR sections without text."""

    @property
    def primary(self) -> str | None:
        """The primary principle."""
        return self.principles[0] if self.principles else None

    @property
    def all_principles(self) -> tuple[str, ...]:
        """Principles carried or reached through an angle, without repetition."""
        return tuple(dict.fromkeys((*self.principles, *self.angles)))


@dataclass(frozen=True, slots=True)
class StoryText:
    """The texts of one story that matching reads."""

    id: str
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    """Those of the front matter and of the angles."""
    sha256: str
    """Of the file."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One story found by a search."""

    card: Card
    score: float
    """BM25, larger is better; comparable within one search only."""
    snippet: str
    """The words around the first hit."""
    corrected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Misspelt word of the query -> words of the bank taken for it."""
