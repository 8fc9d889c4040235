"""What a drill asks next: what is due first, then what is weak, never twice in a session."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from storybank.model import Prompt
from storybank.schedule.latency import Latency, latency
from storybank.schedule.spacing import Standing

_NEW = 1.0
_DUE = 3.0
_OVERDUE_A_DAY = 0.25
_MOST_OVERDUE = 3.0
_NOT_DUE = 0.05
_WEAK = 2.0
_SLOWNESS = {Latency.FAST: 1.0, Latency.FAIR: 1.5, Latency.SLOW: 2.0}


@dataclass(frozen=True, slots=True)
class DrillPrompt:
    """A prompt with what is known of it."""

    prompt: Prompt
    standing: Standing | None = None
    """None where it was never asked."""
    weakness: float = 0.0
    """0 to 1: how little the bank has for its principle."""

    def weight(self, now: datetime) -> float:
        """How much it wants to be asked; comparable within one draw."""
        return self._spacing(now) * (1 + _WEAK * self.weakness) * self._slowness()

    def _spacing(self, now: datetime) -> float:
        if self.standing is None:
            return _NEW
        if not self.standing.is_due(now):
            return _NOT_DUE
        return _DUE + min(_MOST_OVERDUE, _OVERDUE_A_DAY * self.standing.overdue_days(now))

    def _slowness(self) -> float:
        timed = self.standing.latency if self.standing else None
        return 1.0 if timed is None else _SLOWNESS[latency(timed)]


def draw(candidates: Sequence[DrillPrompt], now: datetime, random: Random) -> DrillPrompt | None:
    """One of the candidates by their weights; None where there is none."""
    if not candidates:
        return None
    return random.choices(candidates, [one.weight(now) for one in candidates])[0]


class Drill:
    """One session: draws prompts until all were asked."""

    def __init__(self, candidates: Sequence[DrillPrompt], random: Random, asked: Collection[str] = ()) -> None:
        """Draw from `candidates`; those with ids in `asked` were asked in this session already."""
        self._left = [one for one in candidates if one.prompt.id not in asked]
        self._random = random

    def __len__(self) -> int:
        """How many prompts are left."""
        return len(self._left)

    def next(self, now: datetime) -> DrillPrompt | None:
        """The next prompt, never one that was asked before; None at the end."""
        one = draw(self._left, now, self._random)
        if one is not None:
            self._left.remove(one)
        return one
