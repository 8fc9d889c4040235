"""The rows of a large bank are mapped from a file, and answer as those from the database do."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.bank import shelving
from storybank.bank.bank import open_bank
from storybank.bank.matching import Answer, Matcher
from tests.conftest import story_text

QUESTIONS = ("Tell me about a time you disagreed with your manager", "When did you simplify something?")


def answers(root: Path) -> list[Answer]:
    matcher = Matcher(open_bank(root, cwd=root, env={}))
    return [matcher.match(question) for question in QUESTIONS]


def kept(root: Path) -> list[Path]:
    return sorted((root / ".storybank").glob("shelf-*"))


def test_answers_are_the_same(sample_bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = answers(sample_bank)
    assert kept(sample_bank) == []
    monkeypatch.setattr(shelving, "KEPT_FROM", 10)
    monkeypatch.setattr(shelving, "_BATCH", 7)
    assert answers(sample_bank) == before
    (file,) = kept(sample_bank)
    written = file.stat().st_mtime_ns
    assert answers(sample_bank) == before
    assert file.stat().st_mtime_ns == written


def test_a_changed_bank_gets_a_file_of_its_own(sample_bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelving, "KEPT_FROM", 10)
    answers(sample_bank)
    (before,) = kept(sample_bank)
    (sample_bank / "stories" / "OW-99.md").write_text(story_text("OW-99"), encoding="utf-8")
    answers(sample_bank)
    (after,) = kept(sample_bank)
    assert after != before
