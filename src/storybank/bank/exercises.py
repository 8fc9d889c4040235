"""Scenarios and cases: reading them from the bank, and keeping what was worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from storybank.bank.bank import Bank
from storybank.bank.files import write_text
from storybank.bank.rehearsal import Now
from storybank.bank.sync import PROMPTS
from storybank.errors import StorybankError
from storybank.model import Case, ExerciseRecord, Scenario
from storybank.promptfile import read_case, read_scenario
from storybank.text.files import read_text

NOTES = "notes"
"""Folder of the bank that holds the notes of exercises."""


@dataclass(frozen=True, slots=True)
class Exercises:
    """What there is to work through, by title."""

    scenarios: tuple[Scenario, ...]
    cases: tuple[Case, ...]


def exercises(bank: Bank) -> Exercises:
    """The scenarios and cases of a bank; files that cannot be read are left out (`bank.broken` names them)."""
    scenarios, cases = [], []
    for path in sorted((bank.root / PROMPTS / "scenarios").glob("*.md")):
        try:
            scenarios.append(read_scenario(read_text(path), path))
        except StorybankError:
            continue
    for path in sorted((bank.root / PROMPTS / "cases").glob("*.md")):
        try:
            cases.append(read_case(read_text(path), path))
        except StorybankError:
            continue
    return Exercises(tuple(scenarios), tuple(cases))


def begin_exercise(bank: Bank, exercise: Scenario | Case, now: Now) -> ExerciseRecord:
    """Record that an exercise was begun."""
    assert exercise.file is not None
    kind = "scenario" if isinstance(exercise, Scenario) else "case"
    name = exercise.file.relative_to(bank.root).as_posix()
    return bank.store.history.put_exercise(ExerciseRecord(name, kind, now()))


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
    path = record.notes
    if notes.strip():
        bank.need_writable()
        path = path or f"{NOTES}/{Path(record.exercise).stem}-{record.started:%Y%m%d-%H%M%S}.md"
        file = bank.root / path
        before = file.read_bytes() if record.notes and file.exists() else None
        write_text(file, notes.rstrip() + "\n", expected=before)
    done = replace(
        record, covered=tuple(covered), scores=dict(scores), notes=path, ended=now() if ended else record.ended
    )
    return bank.store.history.put_exercise(done)
