"""The clock of one telling of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from storybank.model import SectionName
from storybank.pace.budgets import Budget, Pace
from storybank.pace.laps import Laps, State


@dataclass(frozen=True, slots=True)
class Take(Laps):
    """One telling of a story, a lap a section. A step that makes no sense in its state leaves the take as it is."""

    pace: Pace = field(kw_only=True)
    fillers: int = 0

    @classmethod
    def new(cls, pace: Pace) -> Take:
        """A take that has not begun."""
        return cls((0.0,) * len(pace.budgets), pace=pace)

    @classmethod
    def interrupted(cls, pace: Pace, spent: Sequence[float], section: int, fillers: int) -> Take:
        """A take that broke off earlier, paused at `section`."""
        return cls(tuple(spent), State.PAUSED, min(section, len(pace.budgets) - 1), pace=pace, fillers=fillers)

    @property
    def budget(self) -> Budget:
        """The section being told, with its time."""
        return self.pace.budgets[self.section]

    def restart(self) -> Take:
        """The same take before it began."""
        return Take.new(self.pace)

    def filler(self) -> Take:
        """Count an 'um'."""
        return replace(self, fillers=self.fillers + 1) if self.state in (State.RUNNING, State.PAUSED) else self

    def actual(self, now: float) -> dict[SectionName, float]:
        """Section -> seconds told, without pauses."""
        return dict(zip(self.pace.planned, self.seconds(now), strict=True))

    def left(self, now: float) -> float:
        """Seconds left for the section being told; negative where it overruns."""
        return self.budget.seconds - self.seconds(now)[self.section]

    def overtime(self, now: float) -> float:
        """Seconds beyond the whole pace; 0 within it."""
        return max(0.0, self.total(now) - self.pace.total)
