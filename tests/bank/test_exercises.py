"""Scenarios and cases: read from the bank, kept with their notes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storybank.bank.bank import open_bank
from storybank.bank.exercises import begin_exercise, exercises, keep_exercise
from storybank.errors import BankError

START = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def test_an_exercise_is_kept_with_its_notes(empty_bank: Path) -> None:
    bank = open_bank(empty_bank)
    found = exercises(bank)
    assert found.cases
    record = begin_exercise(bank, found.scenarios[0], lambda: START)
    assert record.kind == "scenario"
    assert bank.store.history.exercises() == [record]
    kept = keep_exercise(bank, record, lambda: START, covered=["a"], scores={"b": 3}, notes="# Mine\n[x]")
    assert (bank.root / kept.notes).read_text() == "# Mine\n[x]\n"
    again = keep_exercise(bank, kept, lambda: START, covered=["a", "c"], scores={"b": 4}, notes="Other")
    assert again.notes == kept.notes
    assert (bank.root / kept.notes).read_text() == "Other\n"
    assert bank.store.history.exercises() == [again]
    assert again.ended == START


def test_a_broken_file_is_left_out_and_the_sample_bank_keeps_no_notes(empty_bank: Path) -> None:
    before = len(exercises(open_bank(empty_bank)).cases)
    (empty_bank / "prompts" / "cases" / "bad.md").write_text("---\ntitle: [\n")
    assert len(exercises(open_bank(empty_bank)).cases) == before
    sample = open_bank()
    record = begin_exercise(sample, exercises(sample).cases[0], lambda: START)
    with pytest.raises(BankError, match="read-only"):
        keep_exercise(sample, record, lambda: START, covered=[], scores={}, notes="x")
    assert keep_exercise(sample, record, lambda: START, covered=["x"], scores={}).covered == ("x",)
