"""Is everything well: files, settings, database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storybank.bank.bank import Bank
from storybank.bank.judged import judged_files
from storybank.errors import InputFileError
from storybank.match.behaviours import load_taxonomy
from storybank.model import FileState, Problem
from storybank.promptfile import read_judged
from storybank.text.files import read_text


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that is not well."""

    file: Path
    line: int
    """1-based; 0 where the whole file is meant."""
    message: str
    hint: str
    serious: bool
    """The file or database cannot be used as it is."""


def diagnose(bank: Bank) -> list[Diagnosis]:
    """Everything that is not well, the serious first."""
    found = [*_database(bank), *_files(bank), *_stories(bank), *_judged(bank)]
    return sorted(found, key=lambda d: (not d.serious, str(d.file), d.line))


def _database(bank: Bank) -> Iterator[Diagnosis]:
    for reason in bank.store.damage():
        hint = "Your stories are safe in their files; keep a copy of the database for its history"
        yield Diagnosis(bank.store.path or bank.root, 0, f"the database is damaged: {reason}", hint, True)


def _files(bank: Bank) -> Iterator[Diagnosis]:
    for state in bank.files.values():
        if state.error:
            yield _diagnosis(bank, state, state.error, serious=True)
        for problem in state.problems:
            yield _diagnosis(bank, state, problem, serious=False)


def _stories(bank: Bank) -> Iterator[Diagnosis]:
    for card in bank.cards:
        if card.missing:
            names = ", ".join(card.missing)
            hint = f"storybank edit {card.id}"
            yield Diagnosis(bank.root / card.file, 0, f"{card.id} has no text for: {names}", hint, False)
        known = load_taxonomy().by_key
        for key in card.behaviours:
            if key not in known:
                hint = f"'storybank tag {card.id} --search TEXT' looks through all"
                yield Diagnosis(bank.root / card.file, 0, f"{card.id} has the unknown behaviour '{key}'", hint, False)
        if not card.behaviours:
            hint = f"storybank tag {card.id}"
            yield Diagnosis(bank.root / card.file, 0, f"{card.id} is matched by prediction only", hint, False)
        if not card.principles:
            hint = "Add 'principles: [...]' to its front matter"
            yield Diagnosis(bank.root / card.file, 0, f"{card.id} names no principle", hint, False)


def _judged(bank: Bank) -> Iterator[Diagnosis]:
    known = {card.id.casefold() for card in bank.cards}
    for path in judged_files(bank):
        try:
            judged = read_judged(read_text(path), path)
        except InputFileError as error:
            yield Diagnosis(path, error.line or 0, error.message, error.hint, True)
            continue
        unknown = sorted({story for one in judged for story in one.grades if story.casefold() not in known})
        if unknown:
            message = f"judges stories that the bank does not have: {', '.join(unknown)}"
            yield Diagnosis(path, 0, message, "Mend the ids; until then those grades do not count", False)


def _diagnosis(bank: Bank, state: FileState, problem: Problem, *, serious: bool) -> Diagnosis:
    return Diagnosis(bank.root / state.path, problem.line, problem.message, problem.hint, serious)
