"""The page of scenarios, cases and questions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from storybank.bank.bank import open_bank
from storybank.bank.practice import Practice
from storybank.tui.app import StorybankApp
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
        assert "No notes here" in screen_text(app)
        await pilot.press("l")
        await pilot.pause()
        assert isinstance(app.screen, ExercisesPage)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen)
        assert not app.screen._working.keeps_notes


async def test_an_exercise_is_worked_through_and_then_marked_as_done(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen)
        working = app.screen._working
        while not working.laps.is_last:
            working.next()
        await pilot.press("ctrl+n")
        await pilot.pause()
        await pilot.press("4", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ExercisesPage)
        await settle(pilot)
        assert "✓ done 02 Nov, 0 of 16 points" in screen_text(app)
        app.screen.query_one(".preview").scroll_end(animate=False)
        await settle(pilot)
        assert "Strategic analysis: 4" in screen_text(app)
