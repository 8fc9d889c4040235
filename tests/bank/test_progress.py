"""Practice over time."""

from __future__ import annotations

from datetime import UTC, date
from pathlib import Path

from storybank.bank.bank import open_bank
from storybank.bank.practice import Practice
from storybank.bank.progress import daily, progress
from storybank.model import Grade, Mode
from tests.bank.world import World
from tests.conftest import add_story


def a_practice(bank: Path, world: World) -> Practice:
    add_story(bank, "CO-1", "Cart [beta]")
    add_story(bank, "CO-2")
    return Practice(open_bank(bank), now=world.now, clock=world.clock, zone=UTC)


def test_days_without_takes_count_nothing() -> None:
    today = date(2026, 3, 1)
    counts = daily({date(2026, 2, 27): 2, date(2025, 1, 1): 9}, today, 4)
    assert counts == {date(2026, 2, 26): 0, date(2026, 2, 27): 2, date(2026, 2, 28): 0, today: 0}


def test_an_empty_history_is_empty(empty_bank: Path) -> None:
    picture = progress(a_practice(empty_bank, World()), {})
    assert picture.is_empty
    assert picture.days_left is None
    assert sum(picture.days.values()) == 0
    assert len(picture.days) == 28


def test_takes_grades_recalls_and_interviews_are_shown_newest_first(empty_bank: Path) -> None:
    world = World()
    (empty_bank / "storybank.toml").write_text("[interview]\ndate = 2026-11-12\n")
    practice = a_practice(empty_bank, world)
    for story, fillers in (("CO-1", 3), ("CO-2", 0)):
        rehearsal = practice.begin(story, practice.pace(minutes=2))
        rehearsal.start()
        world.seconds += 60
        for _ in range(fillers):
            rehearsal.filler()
        take = rehearsal.finish()
        if story == "CO-1":
            practice.grade_take(take, Grade.GOOD)
    practice.grade_prompt("q1", Grade.GOOD, Mode.RETRIEVE, seconds=4.0)
    practice.grade_prompt("q1", Grade.GOOD, Mode.GUESS, seconds=9.0)
    practice.log_use("CO-1", "Amazon")
    world.seconds += 60
    practice.log_use("CO-2", "Else")
    picture = progress(practice, {"CO-1": "Cart [beta]"})
    assert not picture.is_empty
    assert [(one.take.story, one.grade, one.title) for one in picture.latest] == [
        ("CO-2", None, ""),
        ("CO-1", Grade.GOOD, "Cart [beta]"),
    ]
    assert picture.fillers == (3.0, 0.0)
    assert picture.recalls == (4.0,)
    assert [use.story for use in picture.uses] == ["CO-2", "CO-1"]
    assert picture.days[date(2026, 11, 2)] == 2
    assert picture.days_left == 10
    assert picture.due_now == 0
