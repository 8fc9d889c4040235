"""The seam of the matcher: each signal looks at one kind of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from storybank.match.question import Question


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a signal holds a story to fit."""

    score: float
    """0 (nothing speaks for the story) to 1 (as good as this signal can tell)."""
    why: str
    """One line for a person; '' where the score needs no words."""


class Signal(Protocol):
    """Scores stories for a question."""

    @property
    def name(self) -> str:
        """The key of its weight."""
        ...

    def score(self, question: Question) -> Mapping[str, Evidence]:
        """Story id -> evidence; a story that is not named has none."""
        ...
