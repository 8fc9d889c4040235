"""A clock with laps, as a value: every step takes the clock's reading and gives the next state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


class State(StrEnum):
    """Where the clock is."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Laps:
    """Time spent lap by lap: the sections of a take, the phases of an exercise.

    A step that makes no sense in its state leaves the clock as it is.
    `now` is always the reading of one steady clock, in seconds (`time.monotonic`).
    """

    spent: tuple[float, ...]
    """Seconds spent in each lap up to `since`, without pauses."""
    state: State = State.READY
    section: int = 0
    """Index of the lap that runs."""
    since: float | None = None
    """Reading of the clock from which the lap runs; None unless running."""

    @property
    def is_last(self) -> bool:
        """Whether no lap follows."""
        return self.section == len(self.spent) - 1

    def start(self, now: float) -> Self:
        """Begin, or go on after a pause."""
        if self.state in (State.READY, State.PAUSED):
            return replace(self, state=State.RUNNING, since=now)
        return self

    def resume(self, now: float) -> Self:
        """Go on after a pause."""
        return self.start(now) if self.state is State.PAUSED else self

    def pause(self, now: float) -> Self:
        """Stop the clock."""
        return self._stopped(now, State.PAUSED) if self.state is State.RUNNING else self

    def toggle(self, now: float) -> Self:
        """Start, pause or resume, whichever comes next."""
        return self.pause(now) if self.state is State.RUNNING else self.start(now)

    def next(self, now: float) -> Self:
        """Go on to the next lap; after the last one the clock is finished."""
        if self.state in (State.READY, State.FINISHED):
            return self
        return self.finish(now) if self.is_last else self._moved(now, 1)

    def back(self, now: float) -> Self:
        """Go back to the lap before, whose time then goes on counting."""
        if self.state in (State.READY, State.FINISHED) or self.section == 0:
            return self
        return self._moved(now, -1)

    def finish(self, now: float) -> Self:
        """End it."""
        return self if self.state in (State.READY, State.FINISHED) else self._stopped(now, State.FINISHED)

    def seconds(self, now: float) -> tuple[float, ...]:
        """Seconds spent in each lap, without pauses."""
        if self.since is None:
            return self.spent
        running = max(0.0, now - self.since)
        return tuple(s + running if n == self.section else s for n, s in enumerate(self.spent))

    def total(self, now: float) -> float:
        """Seconds spent in all, without pauses."""
        return sum(self.seconds(now))

    def _moved(self, now: float, by: int) -> Self:
        since = None if self.since is None else now
        return replace(self, section=self.section + by, spent=self.seconds(now), since=since)

    def _stopped(self, now: float, state: State) -> Self:
        return replace(self, state=state, spent=self.seconds(now), since=None)
