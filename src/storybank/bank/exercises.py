"""Scenarios, cases and plain questions: reading them from the bank, and keeping what was worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from storybank.bank.bank import Bank
from storybank.bank.files import write_text
from storybank.bank.rehearsal import Now
from storybank.bank.sync import PROMPTS
from storybank.errors import StorybankError
from storybank.model import Case, ExerciseRecord, InterviewQuestion, Scenario
from storybank.promptfile import read_case, read_interview, read_scenario
from storybank.text.files import read_text

NOTES = "notes"
"""Folder of the bank that holds the notes of exercises."""


@dataclass(frozen=True, slots=True)
class Exercises:
    """What there is to work through, in the order of the files."""

    scenarios: tuple[Scenario, ...]
    cases: tuple[Case, ...]
    questions: tuple[InterviewQuestion, ...] = ()
    """Plain leadership questions."""


Read = TypeVar("Read")


def exercises(bank: Bank) -> Exercises:
    """The exercises of a bank; files that cannot be read are left out (`bank.broken` names them)."""
    return Exercises(
        tuple(_all(bank, "scenarios", read_scenario)),
        tuple(_all(bank, "cases", read_case)),
        tuple(_all(bank, "interview", read_interview)),
    )


def _all(bank: Bank, folder: str, read: Callable[[str, Path], Read]) -> Iterator[Read]:
    for path in sorted((bank.root / PROMPTS / folder).glob("*.md")):
        with suppress(StorybankError):
            yield read(read_text(path), path)


def exercise_name(bank: Bank, exercise: Scenario | Case) -> str:
    """How the history names an exercise: its file below the bank's folder."""
    assert exercise.file is not None
    return exercise.file.relative_to(bank.root).as_posix()


def last_done(records: Iterable[ExerciseRecord]) -> dict[str, ExerciseRecord]:
    """Name of an exercise -> when it was last worked through to the end."""
    return {record.exercise: record for record in records if record.ended is not None}


def begin_exercise(bank: Bank, exercise: Scenario | Case, now: Now) -> ExerciseRecord:
    """Record that an exercise was begun."""
    kind = "scenario" if isinstance(exercise, Scenario) else "case"
    return bank.store.history.put_exercise(ExerciseRecord(exercise_name(bank, exercise), kind, now()))


def keep_exercise(
    bank: Bank,
    record: ExerciseRecord,
    now: Now,
    *,
    covered: Sequence[str],
    scores: Mapping[str, int],
    notes: str = "",
    ended: bool = True,
) -> ExerciseRecord:
    """Record what was covered and scored, and write the notes as markdown into the bank.

    Raises:
        BankError: the sample bank is read-only, or the notes cannot be written.
    """
    noted = write_notes(bank, record, notes) if notes.strip() else record
    done = replace(noted, covered=tuple(covered), scores=dict(scores), ended=now() if ended else record.ended)
    return bank.store.history.put_exercise(done)


def write_notes(bank: Bank, record: ExerciseRecord, notes: str, replaces: str | None = None) -> ExerciseRecord:
    """Write the notes of an exercise into the bank; gives the record with their path, which is not in the history yet.

    Args:
        bank: where they go.
        record: the exercise.
        notes: markdown.
        replaces: the notes as they were last written; None takes whatever the record's file holds.

    Raises:
        ConflictError: the file holds something else than `replaces`.
        BankError: the sample bank is read-only, or the notes cannot be written.
    """
    bank.need_writable()
    path = record.notes or f"{NOTES}/{Path(record.exercise).stem}-{record.started:%Y%m%d-%H%M%S}.md"
    file = bank.root / path
    before = None
    if record.notes and file.exists():
        before = file.read_bytes() if replaces is None else _ending(replaces).encode()
    write_text(file, _ending(notes), expected=before)
    return replace(record, notes=path)


def drop_exercise(bank: Bank, record: ExerciseRecord, notes: str = "") -> None:
    """Forget an exercise that was not finished, and its notes where their file still holds `notes`."""
    if record.id is not None:
        bank.store.history.drop_exercise(record.id)
    file = bank.root / record.notes
    with suppress(OSError):
        if record.notes and file.read_bytes() == _ending(notes).encode():
            file.unlink()


def _ending(notes: str) -> str:
    return notes.rstrip() + "\n"
