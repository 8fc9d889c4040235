"""The clock of one telling, as a value: every step takes the clock's reading and gives the next state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from storybank.model import SectionName
from storybank.pace.budgets import Budget, Pace


class State(StrEnum):
    """Where a take is."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Take:
    """One telling of a story. A step that makes no sense in its state leaves the take as it is.

    `now` is always the reading of one steady clock, in seconds (`time.monotonic`).
    """

    pace: Pace
    state: State = State.READY
    section: int = 0
    """Index of the section being told."""
    spent: tuple[float, ...] = ()
    """Seconds told of each section up to `since`, without pauses."""
    since: float | None = None
    """Reading of the clock from which the section runs; None unless running."""
    fillers: int = 0

    @classmethod
    def new(cls, pace: Pace) -> Take:
        """A take that has not begun."""
        return cls(pace, spent=(0.0,) * len(pace.budgets))

    @classmethod
    def interrupted(cls, pace: Pace, spent: Sequence[float], section: int, fillers: int) -> Take:
        """A take that broke off earlier, paused at `section`."""
        return cls(pace, State.PAUSED, min(section, len(pace.budgets) - 1), tuple(spent), None, fillers)

    @property
    def budget(self) -> Budget:
        """The section being told, with its time."""
        return self.pace.budgets[self.section]

    @property
    def is_last(self) -> bool:
        """Whether no section follows."""
        return self.section == len(self.pace.budgets) - 1

    def start(self, now: float) -> Take:
        """Begin, or go on after a pause."""
        if self.state in (State.READY, State.PAUSED):
            return replace(self, state=State.RUNNING, since=now)
        return self

    def resume(self, now: float) -> Take:
        """Go on after a pause."""
        return self.start(now) if self.state is State.PAUSED else self

    def pause(self, now: float) -> Take:
        """Stop the clock."""
        return self._stopped(now, State.PAUSED) if self.state is State.RUNNING else self

    def toggle(self, now: float) -> Take:
        """Start, pause or resume, whichever comes next."""
        return self.pause(now) if self.state is State.RUNNING else self.start(now)

    def next(self, now: float) -> Take:
        """Go on to the next section; after the last one the take is finished."""
        if self.state in (State.READY, State.FINISHED):
            return self
        return self.finish(now) if self.is_last else self._moved(now, 1)

    def back(self, now: float) -> Take:
        """Go back to the section before, whose time then goes on counting."""
        if self.state in (State.READY, State.FINISHED) or self.section == 0:
            return self
        return self._moved(now, -1)

    def restart(self) -> Take:
        """The same take before it began."""
        return Take.new(self.pace)

    def filler(self) -> Take:
        """Count an 'um'."""
        return replace(self, fillers=self.fillers + 1) if self.state in (State.RUNNING, State.PAUSED) else self

    def finish(self, now: float) -> Take:
        """End the take."""
        return self if self.state in (State.READY, State.FINISHED) else self._stopped(now, State.FINISHED)

    def seconds(self, now: float) -> tuple[float, ...]:
        """Seconds told of each section, without pauses."""
        if self.since is None:
            return self.spent
        running = max(0.0, now - self.since)
        return tuple(s + running if n == self.section else s for n, s in enumerate(self.spent))

    def actual(self, now: float) -> dict[SectionName, float]:
        """Section -> seconds told, without pauses."""
        return dict(zip(self.pace.planned, self.seconds(now), strict=True))

    def total(self, now: float) -> float:
        """Seconds told, without pauses."""
        return sum(self.seconds(now))

    def left(self, now: float) -> float:
        """Seconds left for the section being told; negative where it overruns."""
        return self.budget.seconds - self.seconds(now)[self.section]

    def overtime(self, now: float) -> float:
        """Seconds beyond the whole pace; 0 within it."""
        return max(0.0, self.total(now) - self.pace.total)

    def _moved(self, now: float, by: int) -> Take:
        since = None if self.since is None else now
        return replace(self, section=self.section + by, spent=self.seconds(now), since=since)

    def _stopped(self, now: float, state: State) -> Take:
        return replace(self, state=state, spent=self.seconds(now), since=None)
