"""A take that is being told: its clock, and its trace in the history while it runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from storybank.errors import StoreError
from storybank.model import TakeRecord
from storybank.pace import Budget, Pace, State, Take
from storybank.store.history import History

Clock = Callable[[], float]
"""Seconds of a steady clock, such as `time.monotonic`."""
Now = Callable[[], datetime]
"""The time of day, aware and UTC."""
SAVE_SECONDS = 5.0
"""How much of a running take a kill can cost at most."""


class Rehearsal:
    """One running take. Each step is safe at any time: what makes no sense now changes nothing.

    The take is in the history from its start, unfinished; `finish` (or `next` after the last section) completes it.
    """

    def __init__(self, history: History, record: TakeRecord, take: Take, clock: Clock, now: Now) -> None:
        self._history = history
        self._clock = clock
        self._now = now
        self._saved_at = clock()
        self.record = record
        """As the history has it; without an id before the start."""
        self.take = take
        """The state of the clock."""

    @property
    def state(self) -> State:
        """Where the take is."""
        return self.take.state

    @property
    def pace(self) -> Pace:
        """The plan."""
        return self.take.pace

    @property
    def budget(self) -> Budget:
        """The section being told, with its time."""
        return self.take.budget

    @property
    def seconds(self) -> tuple[float, ...]:
        """Seconds told of each section, without pauses."""
        return self.take.seconds(self._clock())

    @property
    def total(self) -> float:
        """Seconds told, without pauses."""
        return self.take.total(self._clock())

    @property
    def left(self) -> float:
        """Seconds left for the section being told; negative where it overruns."""
        return self.take.left(self._clock())

    @property
    def overtime(self) -> float:
        """Seconds beyond the whole pace."""
        return self.take.overtime(self._clock())

    def toggle(self) -> None:
        """Start, pause or resume, whichever comes next."""
        self._go(self.take.toggle(self._clock()))

    def start(self) -> None:
        """Begin, or go on after a pause."""
        self._go(self.take.start(self._clock()))

    def pause(self) -> None:
        """Stop the clock."""
        self._go(self.take.pause(self._clock()))

    def next(self) -> None:
        """Go on to the next section; after the last one the take is finished.

        Raises:
            StoreError: the finished take could not be written; `save` tries again.
        """
        self._go(self.take.next(self._clock()))

    def back(self) -> None:
        """Go back to the section before."""
        self._go(self.take.back(self._clock()))

    def filler(self) -> None:
        """Count an 'um'."""
        self._go(self.take.filler())

    def show(self, shown: str) -> None:
        """Note what the teller sees from now on; it is written with the next save."""
        self.record = replace(self.record, shown=shown)

    def restart(self) -> None:
        """Begin anew, before the start; what was told is dropped."""
        self.abandon()
        self.take = self.take.restart()

    def finish(self) -> TakeRecord:
        """End the take; gives what the history keeps of it.

        Raises:
            StoreError: it could not be written; `save` tries again.
        """
        self._go(self.take.finish(self._clock()))
        return self.record

    def abandon(self) -> None:
        """Drop the take; a finished one stays."""
        if self.record.id is not None and self.record.ended is None:
            self._history.drop_take(self.record.id)
            self.record = replace(self.record, id=None)

    def tick(self) -> None:
        """Call it every second or so: a running take is saved from time to time."""
        if self.state is State.RUNNING and self._clock() - self._saved_at >= SAVE_SECONDS:
            self._checkpoint()

    def save(self) -> None:
        """Write the take as it is now.

        Raises:
            StoreError: it could not be written.
        """
        reading = self._clock()
        finished = self.state is State.FINISHED
        self._saved_at = reading
        record = replace(
            self.record,
            started=self.record.started if self.record.id else self._now(),
            actual=self.take.actual(reading),
            section=self.take.section,
            fillers=self.take.fillers,
            ended=(self.record.ended or self._now()) if finished else None,
            process=None if finished else os.getpid(),
        )
        self.record = record
        self.record = self._history.put_take(record)

    def _go(self, take: Take) -> None:
        before, self.take = self.take, take
        if take is before:
            return
        if take.state is State.FINISHED:
            self.save()
        else:
            self._checkpoint()

    def _checkpoint(self) -> None:
        with suppress(StoreError):  # somebody else is writing: no take is stopped for that, the next save will do
            self.save()


def is_running(record: TakeRecord) -> bool:
    """Whether another process still tells this take."""
    if record.process is None or record.process == os.getpid() or os.name == "nt":
        return False  # on Windows asking a process would end it
    try:
        os.kill(record.process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
