"""What a take came to, its grade and its note."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from storybank.model import Grade, TakeRecord
from storybank.tui.app import StorybankApp
from storybank.tui.messages import Practised
from storybank.tui.screens.rehearse import RehearseScreen
from storybank.tui.screens.result import ResultScreen
from tests.tui.conftest import LARGE, SMALL, FakeTime, Golden, MakeApp
from tests.tui.test_rehearse import QUESTION, bank, finished, locked, play, practice, seen, told_bank

USUAL = (30, 20, 80, 40)
__all__ = ["bank", "told_bank"]  # fixtures


def told(app: StorybankApp, time: FakeTime, *seconds: float, fillers: int = 0) -> TakeRecord:
    """A finished take, as if it had been told on screen."""
    rehearsal = practice(app).begin("CO-1", practice(app).pace(), prompt=QUESTION, shown="cues")
    rehearsal.start()
    for _ in range(fillers):
        rehearsal.filler()
    for each in seconds:
        time.sleep(each)
        rehearsal.next()
    return rehearsal.record


@asynccontextmanager
async def result(
    app: StorybankApp, time: FakeTime, *seconds: float, size: tuple[int, int] = SMALL, fillers: int = 0
) -> AsyncIterator[Pilot[None]]:
    """The app with the result of a take in front."""
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ResultScreen(told(app, time, *(seconds or USUAL), fillers=fillers)))
        await pilot.pause()
        yield pilot


@pytest.fixture
def app(make_app: MakeApp, bank: Path) -> StorybankApp:
    return make_app(bank)


async def test_times_against_the_plan(app: StorybankApp, time: FakeTime) -> None:
    async with result(app, time, 30, 30, 81, 45.4, fillers=3):
        shown = seen(app)
        assert "✓ Situation" in shown
        assert "0:30 of 0:32  0:02 under" in shown
        assert "! Task" in shown
        assert "0:30 of 0:22  0:08 over" in shown
        assert "0:45 of 0:45  on time" in shown
        assert "In all 3:06 of 3:00, 0:06 over · 3 fillers (1.0 a minute)" in shown
        assert "this is the first" in shown
        assert "An interviewer would ask next" in shown


async def test_a_grade_with_its_due_date_and_undo(app: StorybankApp, time: FakeTime) -> None:
    async with result(app, time) as pilot:
        forecast = practice(app).forecast(finished(app))
        assert "Undo" not in seen(app)
        await play(pilot, time, "2")
        assert "✓ Hard: due again in 1 d, on 2026-11-03." in seen(app)
        await play(pilot, time, "4")
        (review,) = practice(app).history.reviews()
        assert (review.grade, review.take, review.seconds) == (Grade.EASY, finished(app).id, 170)
        assert practice(app).standings()["story:CO-1"].due == forecast[Grade.EASY]
        assert "✓ Easy: due again in 3 d" in seen(app)
        await play(pilot, time, "u")
        assert practice(app).history.reviews() == []
        assert "How did it go?" in seen(app)
        await pilot.click("#grade-1")
        await pilot.pause()
        assert "✓ Again" in seen(app)


async def test_a_note(app: StorybankApp, time: FakeTime) -> None:
    async with result(app, time) as pilot:
        await play(pilot, time, "n", "r", "[", "3", "enter")
        assert "Note: r[3" in seen(app)
        assert finished(app).note == "r[3"
        assert practice(app).history.reviews() == []
        await play(pilot, time, "n", "x", "escape")
        assert isinstance(app.screen, ResultScreen)
        assert finished(app).note == "r[3"
        await play(pilot, time, "n")
        assert app.screen.query_one(Input).value == "r[3"


async def test_once_more_and_back(app: StorybankApp, time: FakeTime) -> None:
    async with result(app, time) as pilot:
        await play(pilot, time, "3", "r")
        assert isinstance(app.screen, RehearseScreen)
        assert QUESTION in seen(app)
        await play(pilot, time, "enter", 30.0, "enter", 20.0, "enter", 80.0, "enter", 60.0, "enter")
        assert "2:50 → 3:10" in seen(app)
        await play(pilot, time, "enter")
        assert not isinstance(app.screen, ResultScreen)
        assert app.current_mode == "library"


async def test_the_pages_hear_of_it(app: StorybankApp, time: FakeTime, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    post = app.post_message
    monkeypatch.setattr(app, "post_message", lambda message: heard.append(message) or post(message))
    async with result(app, time) as pilot:
        for keys in (["3"], ["u"], ["n", "a", "enter"]):
            await play(pilot, time, *keys)
        assert sum(isinstance(message, Practised) for message in heard) == 3


async def test_a_grade_that_cannot_be_saved_is_not_shown(
    app: StorybankApp, bank: Path, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storybank.store.connect.BUSY_SECONDS", 0.0)
    async with result(app, time) as pilot:
        with locked(bank):
            await play(pilot, time, "3")
            assert "How did it go?" in seen(app)
        assert [note.title for note in app._notifications] == ["Not saved"]
        await play(pilot, time, "3")
        assert "✓ Good" in seen(app)


async def test_a_story_that_is_gone_keeps_its_result(app: StorybankApp, bank: Path, time: FakeTime) -> None:
    async with app.run_test(size=LARGE) as pilot:
        take = told(app, time, *USUAL)
        (bank / "stories" / "CO-1.md").unlink()
        app.session.bank.resync()
        app.push_screen(ResultScreen(take))
        await play(pilot, time)
        assert "CO-1  a story that is no longer there" in seen(app)
        assert "0:30 of 0:32" in seen(app)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_picture_of_a_result(
    make_app: MakeApp, told_bank: Path, time: FakeTime, golden: Golden, size: tuple[int, int]
) -> None:
    app = make_app(told_bank)
    practice(app).grade_take(told(app, time, 30, 31, 95, 40), Grade.AGAIN)
    async with result(app, time, 30, 22, 86, 40, size=size) as pilot:
        await play(pilot, time, "3")
        golden(app)
