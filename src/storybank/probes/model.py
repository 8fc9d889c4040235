"""A follow-up question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from storybank.model import SectionName


class Source(StrEnum):
    """Where a probe comes from."""

    AUTHOR = "author"
    """The person wrote it into the story."""
    GAP = "gap"
    """Something is missing."""
    FACT = "fact"
    """Something is told, and invites a question."""
    COMMON = "common"
    """Interviewers ask it of any story."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A follow-up question."""

    text: str
    why: str
    """What in the story invites it."""
    source: Source
    section: SectionName | None = None
    line: int = 0
    """Line of the story's file, 0 where none is meant."""
