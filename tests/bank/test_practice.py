"""Practice: takes on an injected clock, what is kept of them, grades with undo, real interviews."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from random import Random

import pytest

from storybank.bank.bank import Bank, open_bank
from storybank.bank.practice import Practice
from storybank.bank.rehearsal import Rehearsal, is_running
from storybank.errors import StoreError, UsageError
from storybank.model import Grade, Mode, SectionName
from storybank.pace import State
from storybank.schedule import Latency
from tests.bank.world import START, World
from tests.conftest import add_story


@pytest.fixture
def bank(empty_bank: Path) -> Bank:
    for story in ("CO-1", "CO-2", "DD-1"):
        add_story(empty_bank, story, principles="Dive Deep" if story == "DD-1" else "Customer Obsession")
    return open_bank(empty_bank)


@pytest.fixture
def practice(bank: Bank, world: World) -> Practice:
    return Practice(bank, now=world.now, clock=world.clock, zone=UTC)


def tell(rehearsal: Rehearsal, world: World, *seconds: float) -> None:
    rehearsal.start()
    for second in seconds:
        world.wait(second)
        rehearsal.next()


def test_a_take_is_kept_exactly(practice: Practice, world: World) -> None:
    rehearsal = practice.begin("co-1", practice.pace(minutes=2), prompt="Why?", shown="cues")
    tell(rehearsal, world, 20, 21.5)
    world.wait(10)
    rehearsal.toggle()
    world.wait(500)
    rehearsal.toggle()
    rehearsal.filler()
    tell(rehearsal, world, 40, 31.25)
    (kept,) = practice.takes("CO-1")
    assert kept == rehearsal.record
    assert kept.actual == {"situation": 20, "task": 21.5, "action": 50, "result": 31.25}
    assert kept.planned == {"situation": 21, "task": 17, "action": 52, "result": 30}
    assert (kept.started, kept.ended) == (START, START + timedelta(seconds=622.75))
    assert (kept.fillers, kept.prompt, kept.shown, kept.pace) == (1, "Why?", "cues", "standard-2")
    assert kept.overtime == pytest.approx(2.75)
    assert practice.unfinished() == []
    assert practice.note(kept, "slower").note == practice.takes()[0].note == "slower"


def test_nothing_is_written_before_the_start_and_nothing_stays_of_an_abandoned_take(
    practice: Practice, world: World
) -> None:
    rehearsal = practice.begin("CO-1", practice.pace())
    assert practice.history.unfinished() == []
    rehearsal.start()
    assert len(practice.history.unfinished()) == 1
    world.wait(9)
    rehearsal.restart()
    assert rehearsal.state is State.READY
    assert practice.history.unfinished() == []
    tell(rehearsal, world, 1)
    rehearsal.abandon()
    assert practice.history.unfinished() == practice.takes() == []
    finished = practice.begin("CO-1", practice.pace())
    tell(finished, world, 1, 2, 3, 4)
    finished.abandon()
    assert len(practice.takes()) == 1


def test_a_broken_off_take_is_offered_and_resumed(practice: Practice, bank: Bank, world: World) -> None:
    rehearsal = practice.begin("CO-1", practice.pace(minutes=3))
    tell(rehearsal, world, 30)
    for _ in range(7):
        world.wait(1)
        rehearsal.tick()
    later = Practice(bank, now=world.now, clock=world.clock, zone=UTC)
    (broken,) = later.unfinished()
    assert broken.actual[SectionName.SITUATION] == 30
    assert 2 <= broken.actual[SectionName.TASK] <= 7  # what was last saved
    again = later.resume(broken)
    assert again.state is State.PAUSED
    assert again.pace.total == 180
    tell(again, world, 10, 80, 40)
    (kept,) = later.takes()
    assert kept.id == broken.id
    assert kept.actual[SectionName.TASK] == pytest.approx(broken.actual[SectionName.TASK] + 10)
    assert kept.started == START


def test_a_take_that_another_process_tells_is_not_offered(practice: Practice, world: World) -> None:
    rehearsal = practice.begin("CO-1", practice.pace())
    rehearsal.start()
    practice.history.put_take(replace(rehearsal.record, process=os.getppid()))
    assert practice.unfinished() == []
    practice.history.put_take(replace(rehearsal.record, process=2**22 + 1))
    assert not is_running(practice.history.unfinished()[0])
    (broken,) = practice.unfinished()
    practice.discard(broken)
    assert practice.history.unfinished() == []


def test_a_busy_store_stops_no_take_and_loses_none(
    practice: Practice, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsal = practice.begin("CO-1", practice.pace())
    with monkeypatch.context() as patch:
        patch.setattr("storybank.store.history.History.put_take", _busy)
        tell(rehearsal, world, 1, 2, 3)
        world.wait(4)
        with pytest.raises(StoreError):
            rehearsal.next()
    assert practice.takes() == []
    rehearsal.save()
    assert practice.takes()[0].total == 10


def _busy(*_: object) -> None:
    raise StoreError("another storybank is writing")


def test_grades_move_the_due_date_and_undo_moves_it_back(practice: Practice, world: World) -> None:
    assert [one.card.id for one in practice.due()] == ["CO-1", "CO-2", "DD-1"]
    rehearsal = practice.begin("CO-2", practice.pace())
    tell(rehearsal, world, 1, 2, 3, 4)
    graded = practice.grade_take(rehearsal.record, Grade.GOOD)
    assert graded.standing.due > practice.now()
    assert [one.card.id for one in practice.due()] == ["CO-1", "DD-1"]
    replaced = practice.grade_take(rehearsal.record, Grade.EASY)
    assert len(practice.history.reviews()) == 1
    assert replaced.standing.due > graded.standing.due
    assert practice.undo() == replaced.review
    assert practice.history.reviews() == []
    assert len(practice.due()) == 3


def test_a_forecast_is_what_the_grade_then_gives(practice: Practice, world: World) -> None:
    rehearsal = practice.begin("CO-1", practice.pace(minutes=2))
    tell(rehearsal, world, 20, 20, 50, 30)
    take = rehearsal.record
    assert practice.ungraded("CO-1") == take
    assert practice.graded(take) is None
    forecast = practice.forecast(take)
    assert list(forecast) == list(Grade)
    for grade in Grade:
        assert practice.grade_take(take, grade).standing.due == forecast[grade] == practice.forecast(take)[grade]
    assert practice.ungraded("CO-1") is None
    assert practice.grades() == {take.id: Grade.EASY}
    assert practice.ungrade_take(take)
    assert not practice.ungrade_take(take)
    assert practice.undo() is None


def test_earlier_takes_are_those_before_it(practice: Practice, world: World) -> None:
    told = []
    for _ in range(3):
        rehearsal = practice.begin("CO-1", practice.pace(minutes=2))
        tell(rehearsal, world, 20, 20, 50, 30)
        told.append(rehearsal.record)
    assert practice.earlier(told[1]) == told[:1]
    assert practice.earlier(told[2]) == told[:2]


def test_a_replaced_grade_can_not_be_undone_twice(practice: Practice, world: World) -> None:
    rehearsal = practice.begin("CO-2", practice.pace())
    tell(rehearsal, world, 1, 2, 3, 4)
    practice.grade_take(rehearsal.record, Grade.GOOD)
    practice.grade_take(rehearsal.record, Grade.EASY)
    assert practice.undo() is not None
    assert practice.undo() is None


def test_due_dates_stay_before_the_interview_unless_it_is_past(practice: Practice, bank: Bank, world: World) -> None:
    rehearsal = practice.begin("CO-1", practice.pace())
    tell(rehearsal, world, 1, 2, 3, 4)
    free = practice.grade_take(rehearsal.record, Grade.EASY).standing.due
    assert free.date() > START.date() + timedelta(days=2)
    for days, moved in [(2, True), (-1, False)]:
        day = START.date() + timedelta(days=days)
        config = replace(bank.config, interview=replace(bank.config.interview, date=day))
        dated = Practice(replace(bank, config=config), now=world.now, clock=world.clock, zone=UTC)
        due = dated.standings()["story:CO-1"].due
        assert (due.date() < day) if moved else due == free


def test_drills_ask_what_is_weak_and_keep_the_latency(practice: Practice, world: World) -> None:
    weak = practice.weakness()
    assert (weak["Customer Obsession"], weak["Dive Deep"], weak["Frugality"]) == (0.0, 0.5, 1.0)
    flagged = Practice(practice._bank, flagged=["CO-1", "CO-2"]).weakness()
    assert flagged["Customer Obsession"] == 0.5
    drill = practice.drill(Random(3), frozenset({"Frugality", "Dive Deep"}))
    asked = drill.next(practice.now())
    assert asked
    assert asked.prompt.principle in {"Frugality", "Dive Deep"}
    practice.grade_prompt(asked.prompt.id, Grade.HARD, Mode.RETRIEVE, seconds=8.2, answer="DD-1")
    standing = next(one for one in practice.candidates() if one.prompt.id == asked.prompt.id).standing
    assert standing
    assert standing.latency == 8.2
    assert practice.stats().latencies == {Latency.FAST: 0, Latency.FAIR: 0, Latency.SLOW: 1}
    assert practice.stats().median_latency == 8.2


def test_real_interviews_are_kept_and_warned_of(bank: Bank, world: World) -> None:
    config = replace(bank.config, interview=replace(bank.config.interview, companies=("Amazon",)))
    practice = Practice(replace(bank, config=config), now=world.now, clock=world.clock, zone=UTC)
    practice.log_use("co-1", " amazon", round_="2", prompt="Why?", result="went well")
    practice.log_use("CO-2", "Elsewhere")
    assert practice.warning("CO-1") == "told at amazon in round 2 on 2026-11-02"
    assert practice.warning("CO-2") == practice.warning("DD-1") == ""
    assert [use.story for use in practice.told(company="AMAZON")] == ["CO-1"]
    assert [use.company for use in practice.told("CO-2")] == ["Elsewhere"]
    with pytest.raises(UsageError, match="no company"):
        practice.log_use("CO-1", " ")
    with pytest.raises(UsageError, match="no story"):
        practice.log_use("XX-1", "Amazon")


def test_the_picture(practice: Practice, world: World) -> None:
    assert practice.stats().takes == 0
    assert practice.stats().fillers_a_minute is None
    for _ in range(2):
        rehearsal = practice.begin("CO-1", practice.pace(minutes=2))
        rehearsal.start()
        rehearsal.filler()
        tell(rehearsal, world, 30, 20, 40, 30)
        practice.grade_take(rehearsal.record, Grade.GOOD)
        world.wait(86_400)
    stats = practice.stats()
    assert (stats.takes, stats.seconds, stats.streak, stats.practised, stats.stories) == (2, 240, 2, 1, 3)
    assert stats.fillers_a_minute == pytest.approx(0.5)
    assert stats.sections[0].planned == 21
    assert stats.sections[0].actual == 30
    assert sum(stats.forecast.values()) == 1
    world.wait(2 * 86_400)
    assert practice.stats().streak == 0
