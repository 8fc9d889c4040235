"""Which stories and principles are ready, with the reasons; counts, and no invented score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from storybank.check.model import Outcome
from storybank.rules.model import Severity


@dataclass(frozen=True, slots=True)
class Readiness:
    """How one story, or the stories of one principle, stand."""

    name: str
    stories: int
    ready: int
    """Stories without an error or a warning."""
    errors: int
    warnings: int
    infos: int
    reasons: tuple[tuple[str, int], ...]
    """Rule and how often it fired as an error or a warning, most frequent first."""


def readiness(name: str, outcomes: Iterable[Outcome]) -> Readiness:
    """The counts of some stories together."""
    every = list(outcomes)
    levels = Counter(f.severity for o in every for f in o.findings)
    reasons = Counter(f.rule for o in every for f in o.findings if f.severity is not Severity.INFO)
    ready = sum(all(f.severity is Severity.INFO for f in o.findings) for o in every)
    counted = (levels[Severity.ERROR], levels[Severity.WARNING], levels[Severity.INFO])
    return Readiness(name, len(every), ready, *counted, tuple(reasons.most_common()))


def by_principle(outcomes: Iterable[Outcome]) -> list[Readiness]:
    """One row for each principle that any story carries, in order of first use."""
    every = list(outcomes)
    names = dict.fromkeys(p for o in every for p in o.principles)
    return [readiness(name, (o for o in every if name in o.principles)) for name in names]
