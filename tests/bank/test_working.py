"""Working through an exercise: its clock, what is kept of it, and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.bank.bank import Bank, open_bank
from storybank.bank.exercises import exercises, last_done
from storybank.bank.working import Working
from storybank.errors import ConflictError
from storybank.pace import State
from tests.bank.world import World


@pytest.fixture
def bank(empty_bank: Path) -> Bank:
    return open_bank(empty_bank)


@pytest.fixture
def working(bank: Bank, world: World) -> Working:
    return Working(bank, exercises(bank).scenarios[0], world.clock, world.now)


def test_the_clock_counts_down_each_phase_and_the_whole(working: Working, world: World) -> None:
    assert working.state is State.READY
    working.start()
    first = working.phase
    world.seconds += 10
    assert working.left == first.seconds - 10
    working.toggle()
    world.seconds += 1000
    working.toggle()
    world.seconds += first.seconds
    assert working.left == -10
    working.next()
    assert working.left == working.phase.seconds
    assert working.left_in_all == working.exercise.minutes * 60 - first.seconds - 10
    working.back()
    assert working.phase is first


def test_after_the_last_phase_it_stands_still_and_can_go_back(working: Working, world: World) -> None:
    working.start()
    for _ in working.phases:
        working.next()
    assert working.state is State.FINISHED
    world.seconds += 60
    assert sum(working.seconds) == 0
    working.back()
    assert (working.state, working.phase) == (State.PAUSED, working.phases[-1])


def test_what_is_new_is_saved_every_few_seconds(working: Working, world: World, bank: Bank) -> None:
    working.start()
    point = working.phases[2].points[0]
    working.notes = working.outline + "Buy [time]\n"
    working.cover(point)
    working.tick()
    assert working.record is not None
    assert not working.record.notes
    world.seconds += 6
    working.tick()
    (kept,) = bank.store.history.exercises()
    assert kept.ended is None
    assert kept.covered == (point,)
    text = (bank.root / kept.notes).read_text()
    assert "Buy [time]" in text
    assert f"- [x] {point}" in text
    assert not last_done([kept])


def test_nothing_is_written_where_nothing_was_noted(working: Working, bank: Bank) -> None:
    working.start()
    kept = working.save(ended=True)
    assert kept.notes == ""
    assert not (bank.root / "notes").exists()
    assert last_done(bank.store.history.exercises()) == {kept.exercise: kept}


def test_scores_are_kept_beside_the_notes(working: Working, bank: Bank) -> None:
    working.start()
    criterion = working.criteria[0]
    assert criterion.text.startswith("Left out:\n- ")
    working.score(criterion.title, 4)
    kept = working.save(ended=True)
    assert kept.scores == {criterion.title: 4}
    assert f"- {criterion.title}: 4 of 5" in (bank.root / kept.notes).read_text()
    for point in working.phases[2].points:
        working.cover(point)
    assert working.criteria[0].text == "All points covered."


def test_an_editors_newer_notes_are_not_written_over(working: Working, bank: Bank) -> None:
    working.start()
    working.notes = "mine"
    file = bank.root / working.save().notes
    file.write_text("edited elsewhere\n")
    working.notes = "mine, longer"
    with pytest.raises(ConflictError):
        working.save()
    assert file.read_text() == "edited elsewhere\n"
    working.discard()
    assert file.exists()


def test_discarding_forgets_the_exercise_and_its_notes(working: Working, world: World, bank: Bank) -> None:
    working.start()
    working.notes = "not worth it"
    file = bank.root / working.save().notes
    working.notes = "typed since"
    working.discard()
    world.seconds += 60
    working.tick()  # a timer may come late
    assert not file.exists()
    assert bank.store.history.exercises() == []


def test_a_finished_exercise_is_not_discarded(working: Working, bank: Bank) -> None:
    working.start()
    working.save(ended=True)
    working.discard()
    assert len(bank.store.history.exercises()) == 1


def test_a_case_is_judged_by_what_the_assessor_looks_for(bank: Bank, world: World) -> None:
    case = Working(bank, exercises(bank).cases[0], world.clock, world.now)
    assert case.criteria[2].title == "Delegation"
    assert case.criteria[2].text.startswith("whether you know")


def test_the_sample_bank_keeps_what_was_covered_but_no_notes(world: World) -> None:
    sample = open_bank()
    working = Working(sample, exercises(sample).cases[0], world.clock, world.now)
    assert not working.keeps_notes
    working.start()
    working.notes = "lost"
    working.cover(working.phases[2].points[0])
    assert working.save(ended=True).notes == ""


def test_a_tick_can_be_taken_back(working: Working) -> None:
    points = working.phases[2].points
    working.cover(points[1])
    working.cover(points[0])
    assert working.covered == points[:2]
    working.cover(points[1], is_covered=False)
    assert working.covered == points[:1]


def test_the_notes_of_a_phase_have_a_place(working: Working) -> None:
    working.start()
    assert working.note_line == 1
    working.next()
    working.next()
    lines = working.notes.split("\n")
    assert working.note_line == lines.index(f"## {working.phase.title}") + 1
    working.notes = f"## {working.phase.title}\n\nBuy it\n\n## Next"
    assert working.note_line == 3
    working.notes = "## Another"
    assert working.note_line is None
