"""What a check gives back."""

from __future__ import annotations

from dataclasses import dataclass

from storybank.rules.model import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """A red flag at a place."""

    rule: str
    severity: Severity
    message: str
    fix: str
    why: str
    file: str | None = None
    """As the command names it; None for a passage."""
    line: int = 1
    """1-based."""
    column: int = 1
    """1-based, in characters."""
    end_column: int = 1
    """Column after the evidence on the same line."""
    section: str | None = None
    evidence: str = ""
    """The words that fired it; '' where something is missing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One checked story, or passage."""

    id: str
    title: str = ""
    principles: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Worst first; of equal ones the costlier rule, then the earlier line."""
    suppressed: int = 0
    """Findings that the author has silenced."""
