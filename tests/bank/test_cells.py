"""The cells of coverage."""

from __future__ import annotations

from pathlib import Path

from storybank.bank.bank import open_bank
from storybank.bank.cells import cell, columns, to_write
from storybank.bank.coverage import coverage
from storybank.model import Card
from tests.conftest import add_story

CARD = Card("X", "A story", "x.md", ("Ownership", "Dive Deep"), ("Think Big",), behaviours={"mistake": 1, "no_such": 3})


def test_a_cell_says_why_it_counts() -> None:
    assert [cell(CARD, name).mark for name in ("Ownership", "Dive Deep", "Think Big", "Frugality")] == [
        "P",
        "s",
        "s",
        "",
    ]
    assert "angle" in cell(CARD, "Think Big").reason
    assert "does not name Frugality" in cell(CARD, "Frugality").reason


def test_a_cell_names_the_behaviours_of_its_principle_only() -> None:
    shown = {name: [b.key for b in cell(CARD, name).shows] for name in ("Earn Trust", "Ownership", "Frugality")}
    assert any("mistake" in keys for keys in shown.values())
    assert shown["Frugality"] == []


def test_stories_of_one_principle_stand_together(empty_bank: Path) -> None:
    for story, principles in (("A", "Ownership"), ("B", "Customer Obsession"), ("C", "Ownership"), ("D", "")):
        add_story(empty_bank, story, principles=principles)
    bank = open_bank(empty_bank)
    result = coverage(bank, compare=False)
    assert [card.id for card in columns(bank.cards, result)] == ["B", "A", "C", "D"]
    assert result.duplicates == ()
    gap = next(p for p in result.principles if p.name == "Customer Obsession")
    assert (gap.lacks, gap.stories) == (1, ("B",))


def test_a_gap_says_what_to_write(sample_bank: Path) -> None:
    bank = open_bank(sample_bank)
    wanted = to_write(bank, coverage(bank, compare=False), "Frugality")
    assert wanted.questions
    assert all(question.principle == "Frugality" for question in wanted.questions)
    assert all(behaviour.principle == "Frugality" for behaviour in wanted.behaviours)


def test_an_empty_bank_is_offered_every_behaviour(empty_bank: Path) -> None:
    bank = open_bank(empty_bank)
    assert to_write(bank, coverage(bank), "Frugality").behaviours
