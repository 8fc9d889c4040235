"""Scenarios, cases and questions: the page, an exercise with its clock and notes, and the assessment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Digits, TextArea

from storybank.bank.bank import open_bank
from storybank.bank.practice import Practice
from storybank.errors import StoreError
from storybank.model import ExerciseRecord
from storybank.store.history import History
from storybank.tui.app import StorybankApp
from storybank.tui.screens.assessment import AssessmentScreen
from storybank.tui.screens.exercise import ExerciseScreen
from storybank.tui.screens.exercises import ExercisesPage
from storybank.tui.widgets.exercise_list import ExerciseList
from tests.tui.conftest import LARGE, SMALL, FakeTime, Golden, MakeApp
from tests.tui.looking import screen_text, settle

CASE, QUESTION = 8, 9
"""How many exercises stand before it."""


@pytest.fixture
def small_bank(empty_bank: Path) -> Path:
    """No stories and no questions of principles, but our exercises."""
    shutil.rmtree(empty_bank / "prompts" / "principles")
    return empty_bank


@pytest.fixture
def app(make_app: MakeApp, small_bank: Path) -> StorybankApp:
    return make_app(small_bank)


@pytest.fixture(autouse=True)
def _on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app opens on the page; going there by its key is another test's matter."""
    monkeypatch.setattr(StorybankApp, "DEFAULT_MODE", "exercises")


async def arrive(pilot: Pilot[None], downs: int = 0) -> None:
    await pilot.pause()
    pilot.app.screen.query_one(ExerciseList).highlighted = 1 + downs + (downs >= CASE) + (downs >= QUESTION)
    await pilot.pause()


def kept(app: StorybankApp) -> list[ExerciseRecord]:
    return app.session.bank.store.history.exercises()


def an_exercise(app: StorybankApp) -> ExerciseScreen:
    assert isinstance(app.screen, ExerciseScreen)
    return app.screen


def phase(app: StorybankApp) -> str:
    return an_exercise(app)._working.phase.title


def to_the_last_phase(app: StorybankApp) -> None:
    working = an_exercise(app)._working
    while not working.laps.is_last:
        working.next()


# --- the page ---


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_page_shows_what_there_is_and_the_situation(
    app: StorybankApp, golden: Golden, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await arrive(pilot)
        shown = screen_text(app)
        assert "Answering a competitor in half the time" in shown
        assert "VP Engineering or CTO, 45 min" in shown
        assert "A competitor has brought out a feature" in shown
        await settle(pilot)
        golden(app)


async def test_enter_on_a_question_reveals_the_points_and_hides_them_again(app: StorybankApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await arrive(pilot, QUESTION)
        assert "Points of a good answer" not in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Points of a good answer" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Points of a good answer" not in screen_text(app)


async def test_a_bank_without_exercises_says_so(make_app: MakeApp, small_bank: Path) -> None:
    for path in (small_bank / "prompts").glob("*/*.md"):
        path.unlink()
    app = make_app(small_bank)
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        assert "No scenarios here" in screen_text(app)
        await pilot.press("enter")
        assert isinstance(app.screen, ExercisesPage)


async def test_the_sample_bank_says_that_it_keeps_no_notes(time: FakeTime, make_app: MakeApp, small_bank: Path) -> None:
    app = make_app(small_bank)
    app.session.bank = open_bank()
    app.session.practice = Practice(app.session.bank, now=time.now, clock=time.clock)
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "your notes will not" in screen_text(app)
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(app.screen, ExercisesPage)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert not an_exercise(app)._working.keeps_notes


# --- an exercise ---


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_exercise_shows_its_clock_and_its_parts(
    app: StorybankApp, time: FakeTime, golden: Golden, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await arrive(pilot)
        await pilot.press("enter", "ctrl+n", "ctrl+n")
        time.sleep(60)
        an_exercise(app)._tick()
        await pilot.pause()
        shown = screen_text(app)
        assert "Phase 3 of 7  Strategic analysis" in shown
        assert "44:00 left in all" in shown
        assert app.screen.query_one(Digits).value == "6:53"
        await settle(pilot)
        golden(app)


async def test_phases_go_on_and_back_and_pause_while_notes_are_written(app: StorybankApp, time: FakeTime) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter", "tab", "tab", "ctrl+n")
        assert phase(app) == "Clarify"
        await pilot.press("ctrl+b")
        assert phase(app) == "Read"
        await pilot.press("ctrl+t")
        time.sleep(600)
        await pilot.pause()
        assert "PAUSED" in screen_text(app)
        await pilot.press("ctrl+t")
        assert an_exercise(app)._working.left == 270
        assert app.screen.query_one(TextArea).text == an_exercise(app)._working.outline


async def test_function_keys_do_what_a_browser_keeps_from_us(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter", "f8", "f8", "f7", "f6")
        assert phase(app) == "Clarify"
        await pilot.pause()
        assert "PAUSED" in screen_text(app)


async def test_time_over_is_said_in_words(app: StorybankApp, time: FakeTime) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter")
        time.sleep(46 * 60)
        an_exercise(app)._tick()
        await pilot.pause()
        assert "over  1:00 over in all" in screen_text(app)


async def test_points_are_ticked_and_notes_kept_as_they_are_written(app: StorybankApp, time: FakeTime) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter", "ctrl+n", "ctrl+n", "tab", "space", "down", "space", "up", "space")
        await pilot.pause()
        shown = screen_text(app)
        assert "✓ Which other approaches" in shown
        assert "1 of 4 covered" in shown
        await pilot.press("tab", "[", "b", "]")
        time.sleep(6)
        an_exercise(app)._tick()
        (record,) = kept(app)
        assert record.ended is None
        assert record.covered == ("Which other approaches would you think about?",)
        assert "## Strategic analysis\n[b]\n" in (app.session.bank.root / record.notes).read_text()
        await pilot.pause()
        assert record.notes in screen_text(app)


async def test_quitting_keeps_what_was_written(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter", "tab", "tab", "x", "ctrl+q")
    (record,) = kept(app)
    assert (app.session.bank.root / record.notes).read_text().startswith("x# Answering")


@pytest.mark.parametrize(
    ("answer", "records", "stays"), [("escape", 1, True), ("g", 1, True), ("k", 1, False), ("d", 0, False)]
)
async def test_leaving_is_asked(app: StorybankApp, time: FakeTime, answer: str, records: int, *, stays: bool) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter", "tab", "tab", "x", "escape")
        await pilot.pause()
        assert "Leave the exercise?" in screen_text(app)
        time.sleep(100)
        await pilot.press(answer)
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen) is stays
        assert len(kept(app)) == records
        if stays:
            assert an_exercise(app)._working.left == 270
        if answer == "k":
            assert (app.session.bank.root / kept(app)[0].notes).exists()
        if answer == "d":
            assert not list((app.session.bank.root / "notes").glob("*.md"))


async def test_a_locked_database_loses_nothing(
    app: StorybankApp, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter", "tab", "tab", "x")

        def locked(*_: object) -> ExerciseRecord:
            raise StoreError("another storybank is writing")

        with monkeypatch.context() as patched:
            patched.setattr(History, "put_exercise", locked)
            time.sleep(6)
            an_exercise(app)._tick()
            await pilot.pause()
            assert "not saved yet: another storybank is writing" in screen_text(app)
        time.sleep(6)
        an_exercise(app)._tick()
        await pilot.pause()
        assert kept(app)[0].notes in screen_text(app)


# --- the assessment ---


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_case_ends_with_what_the_assessor_looks_for(
    app: StorybankApp, golden: Golden, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await arrive(pilot, CASE)
        await pilot.press("enter")
        to_the_last_phase(app)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert isinstance(app.screen, AssessmentScreen)
        await pilot.press("4", "2")
        await pilot.pause()
        shown = screen_text(app)
        assert "●●●●○  4 of 5" in shown
        assert "what is truly critical" in shown
        await settle(pilot)
        golden(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ExercisesPage)
        (record,) = kept(app)
        assert record.ended is not None
        assert record.scores == {"Judgement and prioritisation": 4, "Leadership communication": 2}
        assert "- Leadership communication: 2 of 5" in (app.session.bank.root / record.notes).read_text()
        assert "✓ done 02 Nov, 0 of 20 points" in screen_text(app)


async def test_a_scenario_ends_with_what_was_left_out_and_can_be_taken_up_again(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter")
        to_the_last_phase(app)
        await pilot.press("ctrl+n")
        await pilot.pause()
        shown = screen_text(app)
        assert "Left out:" in shown
        assert "How do you analyse the threat" in shown
        await pilot.press("n")
        await pilot.pause()
        assert "Your notes" in screen_text(app)
        await pilot.press("n", "escape")
        await pilot.pause()
        assert phase(app) == "Close"
        assert "PAUSED" in screen_text(app)
