"""An exercise that is being worked through: its clock, its notes, and its trace in the bank while it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from storybank.bank.bank import Bank
from storybank.bank.exercises import begin_exercise, drop_exercise, keep_exercise, write_notes
from storybank.bank.rehearsal import SAVE_SECONDS, Clock, Now
from storybank.model import Case, ExerciseRecord, Scenario
from storybank.pace import Laps, Phase, State, phases, points

BEST_SCORE = 5
"""Self-scores run from 1 to this."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a person judges about the own answer at the end."""

    title: str
    text: str
    """What the assessor looks for, or what was left out."""


class Working:
    """One exercise being worked through. Steps that make no sense now change nothing.

    It is in the history from its start, unfinished; its notes are in the bank after each save.
    """

    def __init__(self, bank: Bank, exercise: Scenario | Case, clock: Clock, now: Now) -> None:
        self._bank = bank
        self._clock = clock
        self._now = now
        self._saved_at = clock()
        self._dirty = False
        self._written: str | None = None
        self._is_discarded = False
        self.exercise = exercise
        self.phases: tuple[Phase, ...] = phases(exercise)
        self.laps = Laps((0.0,) * len(self.phases))
        """The state of the clock."""
        self.record: ExerciseRecord | None = None
        """As the history has it; None before the start."""
        self.keeps_notes = not bank.location.is_sample
        """Whether notes can be written; the sample bank is read-only."""
        self._notes = self.outline
        self._covered: set[str] = set()
        self._scores: dict[str, int] = {}

    # --- the clock ---

    @property
    def state(self) -> State:
        """Where it is."""
        return self.laps.state

    @property
    def phase(self) -> Phase:
        """The phase that runs."""
        return self.phases[self.laps.section]

    @property
    def seconds(self) -> tuple[float, ...]:
        """Seconds spent in each phase, without pauses."""
        return self.laps.seconds(self._clock())

    @property
    def left(self) -> float:
        """Seconds left for the phase; negative where it overruns."""
        return self.phase.seconds - self.seconds[self.laps.section]

    @property
    def left_in_all(self) -> float:
        """Seconds left for the exercise; negative where it overruns."""
        return self.exercise.minutes * 60 - sum(self.seconds)

    def start(self) -> None:
        """Begin.

        Raises:
            StoreError: the history cannot be written; the clock runs all the same, and `save` tries again.
        """
        self.laps = self.laps.start(self._clock())
        self._begin()

    def toggle(self) -> None:
        """Pause, or go on."""
        self.laps = self.laps.toggle(self._clock())

    def next(self) -> None:
        """Go on to the next phase; after the last one the clock stands still."""
        self.laps = self.laps.next(self._clock())

    def back(self) -> None:
        """Go back to the phase before; from the end, to the last one."""
        if self.state is State.FINISHED:
            self.laps = Laps(self.laps.spent, State.PAUSED, self.laps.section)
        else:
            self.laps = self.laps.back(self._clock())

    # --- what is worked out ---

    @property
    def outline(self) -> str:
        """What the notes begin with: the title, and a heading for each part of the answer."""
        return "\n".join([f"# {self.exercise.title}\n", *(f"\n## {part.title}\n" for part in points(self.exercise))])

    @property
    def notes(self) -> str:
        """The notes so far, markdown."""
        return self._notes

    @notes.setter
    def notes(self, text: str) -> None:
        self._dirty |= text != self._notes
        self._notes = text

    @property
    def note_line(self) -> int | None:
        """Line of the notes, from 0, where those of the phase end; None where their headings are gone.

        What belongs to no part of the answer stands below the title.
        """
        lines = self._notes.split("\n")
        headings = [line for line in (f"## {self.phase.title}", f"# {self.exercise.title}") if line in lines]
        if not headings:
            return None
        start = lines.index(headings[0]) + 1
        after = next((n for n in range(start, len(lines)) if lines[n].startswith("#")), len(lines))
        written = [n for n in range(start, after) if lines[n].strip()]
        return min(written[-1] + 1 if written else start, len(lines) - 1)

    @property
    def covered(self) -> tuple[str, ...]:
        """The points covered, in the order of the exercise."""
        return tuple(point for group in points(self.exercise) for point in group.points if point in self._covered)

    def cover(self, point: str, *, is_covered: bool = True) -> None:
        """Tick a point off, or take the tick back."""
        self._dirty = True
        if is_covered:
            self._covered.add(point)
        else:
            self._covered.discard(point)

    @property
    def scores(self) -> Mapping[str, int]:
        """Criterion -> 1 to `BEST_SCORE`."""
        return dict(self._scores)

    def score(self, criterion: str, score: int) -> None:
        """Judge a criterion, 1 to `BEST_SCORE`."""
        self._dirty = True
        self._scores[criterion] = score

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """What to judge at the end: what the assessor looks for, or the groups of points with what was left out."""
        if isinstance(self.exercise, Case):
            return tuple(_criterion(line) for line in self.exercise.assessment)
        return tuple(Criterion(g.title, self._left_out(g.points)) for g in self.exercise.discussion)

    def _left_out(self, group: tuple[str, ...]) -> str:
        missed = [point for point in group if point not in self._covered]
        return "Left out:\n" + "\n".join(f"- {point}" for point in missed) if missed else "All points covered."

    # --- keeping it ---

    @property
    def is_saved(self) -> bool:
        """Whether nothing is new since the last save."""
        return not self._dirty

    def tick(self) -> None:
        """Call it every second or so: what is new is saved from time to time.

        Raises:
            StorybankError: it could not be saved; the next tick that is due tries again.
        """
        if self._dirty and not self._is_discarded and self._clock() - self._saved_at >= SAVE_SECONDS:
            self.save()

    def save(self, *, ended: bool = False) -> ExerciseRecord:
        """Write the exercise as it is now.

        Raises:
            StorybankError: the notes or the history could not be written; nothing of it is lost here.
        """
        self._saved_at = self._clock()
        record = self._begin()
        if text := self._text():
            record = self.record = write_notes(self._bank, record, text, self._written)
            self._written = text
        self.record = keep_exercise(
            self._bank, record, self._now, covered=self.covered, scores=self.scores, ended=ended
        )
        self._dirty = False
        return self.record

    def discard(self) -> None:
        """Forget it, notes included; a finished one stays.

        Raises:
            StoreError: the history cannot be written.
        """
        if self.record is not None and self.record.ended is None:
            drop_exercise(self._bank, self.record, self._written or "")
            self.record = None
            self._is_discarded = True

    def _begin(self) -> ExerciseRecord:
        if self.record is None:
            self.record = begin_exercise(self._bank, self.exercise, self._now)
        return self.record

    def _text(self) -> str:
        """What goes into the file; nothing as long as nothing was written or ticked."""
        untouched = self._notes.strip() in ("", self.outline.strip())
        if not self.keeps_notes or (untouched and not self._covered and not self._scores and self._written is None):
            return ""
        return "\n\n".join(part for part in (self._notes.rstrip(), self._checklist(), self._judgement()) if part)

    def _checklist(self) -> str:
        lines = [
            f"- [{'x' if point in self._covered else ' '}] {point}"
            for group in points(self.exercise)
            for point in group.points
        ]
        return "\n".join(["## Points covered", "", *lines]) if self._covered else ""

    def _judgement(self) -> str:
        lines = [f"- {criterion}: {score} of {BEST_SCORE}" for criterion, score in self._scores.items()]
        return "\n".join(["## My own scores", "", *lines]) if lines else ""


def _criterion(line: str) -> Criterion:
    """'**Delegation**: whether ...' as title and text."""
    title, colon, text = line.partition(":")
    if not colon:
        return Criterion(line.strip("* "), "")
    return Criterion(title.strip("* "), text.strip())
