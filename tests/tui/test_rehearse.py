"""Telling a story against the clock: every key, what is shown, and what is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy, rmtree

import pytest
from textual.pilot import Pilot
from textual.widgets import Digits

from storybank.bank.practice import Practice
from storybank.model import Grade, TakeRecord
from storybank.tui.app import StorybankApp
from storybank.tui.messages import StoryChosen, TakeResumed
from storybank.tui.screens.question import Question
from storybank.tui.screens.rehearse import RehearseScreen
from storybank.tui.screens.result import ResultScreen
from tests.conftest import REPOSITORY, add_story
from tests.tui.conftest import LARGE, SMALL, FakeTime, Golden, MakeApp

QUESTION = "Tell me about a time you used data to fix a problem of a customer."


@pytest.fixture
def bank(empty_bank: Path) -> Path:
    add_story(empty_bank, "CO-1", "Cart [bold] 日本 abandonment", "Customer Obsession")
    rmtree(empty_bank / "prompts")  # to read them takes longer than a test
    return empty_bank


@pytest.fixture
def told_bank(bank: Path) -> Path:
    """With a real story, for pictures."""
    (bank / "stories" / "CO-1.md").unlink()
    (story,) = (REPOSITORY / "stories").rglob("CO-1-*.md")
    copy(story, bank / "stories")
    return bank


def seen(app: StorybankApp) -> str:
    """All that is on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def digits(app: StorybankApp) -> str:
    return app.screen.query_one(Digits).value


def practice(app: StorybankApp) -> Practice:
    return app.session.practice


async def play(pilot: Pilot[None], time: FakeTime, *steps: str | float) -> None:
    """Press keys and let time pass, in turn."""
    for step in steps:
        if isinstance(step, str):
            await pilot.press(step)
        else:
            time.sleep(step)
    redraw(app_of(pilot))
    await pilot.pause()


def app_of(pilot: Pilot[None]) -> StorybankApp:
    assert isinstance(pilot.app, StorybankApp)
    return pilot.app


def redraw(app: StorybankApp) -> None:
    """What the timer does ten times a second."""
    if isinstance(app.screen, RehearseScreen) and app.screen.is_attached:
        app.screen._redraw()


def finished(app: StorybankApp) -> TakeRecord:
    (take,) = practice(app).takes()
    return take


async def test_a_take_with_pauses_is_timed_exactly(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1", QUESTION))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 20.25, "right", 10.5, "space", 300.0)
        assert "PAUSED" in seen(app)
        assert "0:12 left" in seen(app)
        await play(pilot, time, "space", 4.0, "f", "f", "down", 80.0, "left", 1.0, "enter", 0.5, "enter", 44.0)
        assert "2 fillers" in seen(app)
        await play(pilot, time, "enter")
        assert isinstance(app.screen, ResultScreen)
        take = finished(app)
        assert take.actual == {"situation": 20.25, "task": 15.5, "action": 80.5, "result": 44.0}
        assert take.planned == {"situation": 32, "task": 22, "action": 81, "result": 45}
        assert (take.fillers, take.prompt, take.shown, take.pace) == (2, QUESTION, "cues", "standard-3")
        assert take.ended == time.now()


async def test_the_clock_counts_down_and_names_what_is_over(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        assert digits(app) == "3:00"
        await play(pilot, time, "space")
        assert digits(app) == "0:32"
        await play(pilot, time, 31.9)
        assert digits(app) == "0:01"
        await play(pilot, time, 12.2)
        assert digits(app) == "+0:12"
        assert "Situation · 0:12 over" in seen(app)
        await play(pilot, time, "enter", 10.0, "enter", 81.0, "enter", 60.0, *["f"] * 12)
        assert "12 fillers" in seen(app)
        assert "3:15 of 3:00 · 0:15 over" in seen(app)
        assert "! Situation" in seen(app)
        assert "0:12 under" in seen(app)


@pytest.mark.parametrize("size", [SMALL, (120, 40), LARGE])
async def test_title_sections_and_keys_are_there_at_every_size(
    make_app: MakeApp, bank: Path, time: FakeTime, size: tuple[int, int]
) -> None:
    app = make_app(bank, StoryChosen("CO-1", QUESTION))
    async with app.run_test(size=size) as pilot:
        await play(pilot, time, "enter", 5.0, "space")
        shown = seen(app)
        for words in ("Cart [bold] 日本 abandonment", QUESTION, "Situation", "Task", "Action", "Result", "PAUSED"):
            assert words in shown
        for key in ("Next", "Go on", "Filler", "Restart", "Leave"):
            assert key in shown.splitlines()[-1]


async def test_the_length_is_turned_through_all_paces(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    (bank / "storybank.toml").write_text('[paces.panel]\ntitle = "the panel"\ntotal = 100\nsituation = 1\naction = 4\n')
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        named = []
        for _ in range(len(practice(app).paces)):
            await play(pilot, time, "m")
            named.append(digits(app))
        assert named == ["4:00", "2:20", "3:20", "4:20", "0:30", "1:00", "1:30", "1:40", "2:00", "3:00"]
        await play(pilot, time, "left", "left")
        assert "the panel" in seen(app)
        assert "Task" not in seen(app)
        await play(pilot, time, "enter", 25.0, "enter", 90.0, "m", "enter")
        assert finished(app).planned == {"situation": 20, "action": 80}
        assert finished(app).actual == {"situation": 25, "action": 90}


async def test_a_click_turns_the_choices(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.click("#length")
        await pilot.click("#shown")
        await pilot.pause()
        assert digits(app) == "4:00"
        assert "‹ headings ›" in seen(app)
        await play(pilot, time, "enter")
        await pilot.click("#length")
        assert digits(app) == "0:41"


async def test_what_is_shown(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    story = bank / "stories" / "CO-1.md"
    story.write_text(story.read_text().replace("I had to mend it.", "I had to mend [it] **soon**, <b>or else</b>."))
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", "enter")
        assert "No cues for Task yet" in seen(app)
        await play(pilot, time, "v")
        assert "Task" in seen(app)
        assert "No cues" not in seen(app)
        await play(pilot, time, "v")
        assert "Nothing is shown." in seen(app)
        await play(pilot, time, "v")
        assert "I had to mend [it] soon, <b>or else</b>." in seen(app)
        assert "I wrote a checksum" in seen(app)
        await play(pilot, time, "enter", 1.0, "enter", 1.0, "enter")
        assert finished(app).shown == "text"


async def test_back_restart_and_little_to_lose(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 3.0, "enter", 4.0, "backspace", 2.0)
        assert "Situation · 0:27 left" in seen(app)
        await play(pilot, time, "r")
        assert digits(app) == "3:00"
        assert practice(app).history.unfinished() == []
        await play(pilot, time, "enter", 20.0, "r")
        assert isinstance(app.screen, Question)
        await play(pilot, time, "escape")
        assert "Situation · 0:12 left" in seen(app)
        assert "PAUSED" not in seen(app)
        await play(pilot, time, "r")
        await play(pilot, time, "r")
        assert digits(app) == "3:00"


async def test_escape_before_the_start_just_leaves(make_app: MakeApp, bank: Path) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert app.current_mode == "library"
        assert not isinstance(app.screen, RehearseScreen)
        assert practice(app).history.unfinished() == []


async def test_escape_asks_and_a_take_goes_on(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 12.0)
        for answer in ("escape", "enter", "g"):
            await play(pilot, time, "escape", 60.0)
            assert "What was told so far (0:12) can be kept" in seen(app)
            await play(pilot, time, answer)
            assert "Situation · 0:20 left" in seen(app)
        await play(pilot, time, 1.0)
        assert "Situation · 0:19 left" in seen(app)


@pytest.mark.parametrize(("answer", "kept"), [("k", [12.0]), ("t", [])])
async def test_a_take_is_kept_for_later_or_thrown_away(
    make_app: MakeApp, bank: Path, time: FakeTime, answer: str, kept: list[float]
) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 12.0, "escape", 60.0)
        await play(pilot, time, answer)
        assert not isinstance(app.screen, RehearseScreen)
        assert [take.total for take in practice(app).history.unfinished()] == kept


async def test_it_is_asked_once_however_often_escape_is_pressed(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 12.0)
        screen = app.screen
        assert isinstance(screen, RehearseScreen)
        screen.action_leave()
        screen.action_leave()
        await pilot.pause()
        assert sum(isinstance(one, Question) for one in app.screen_stack) == 1
        await play(pilot, time, "escape")
        assert app.screen is screen


async def test_what_covers_the_clock_stops_it(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 12.0, "f1")
        assert "Tell the story aloud" in seen(app)
        await play(pilot, time, 60.0, "escape", 5.0)
        assert "PAUSED   0:20 left" in seen(app)


async def test_a_broken_off_take_goes_on_where_it_was(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1", QUESTION, shown="text"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 12.0, "enter", 5.0)  # and the app is left in the middle
    time.sleep(3600)
    again = make_app(bank)
    (broken,) = practice(again).unfinished()
    async with again.run_test(size=SMALL) as pilot:
        again.post_message(TakeResumed(broken))
        await pilot.pause()
        await play(pilot, time)
        assert "PAUSED" in seen(again)
        assert "3 minutes" in seen(again)
        assert "PAUSED   0:17 left" in seen(again)
        assert "Task · 2 of 4" in seen(again)
        assert QUESTION in seen(again)
        await play(pilot, time, "space", 3.0, "enter", 70.0, "enter", 40.0, "enter")
        assert finished(again).actual == {"situation": 12, "task": 8, "action": 70, "result": 40}
        assert practice(again).history.unfinished() == []


@contextmanager
def locked(bank: Path) -> Iterator[None]:
    """Another program writes, and does not stop."""
    (path,) = (bank / ".storybank").glob("*.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def test_a_locked_database_loses_no_take(
    make_app: MakeApp, bank: Path, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storybank.store.connect.BUSY_SECONDS", 0.0)
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 30.0, "enter", 20.0, "enter", 80.0, "enter", 40.0)
        with locked(bank):
            await play(pilot, time, "enter")
            assert "Your take is not saved yet" in seen(app)
            assert "another storybank is writing" in seen(app)
            await play(pilot, time, "s", 5.0, "escape")
            assert "Not saved yet" in seen(app)
            await play(pilot, time, "escape")
        await play(pilot, time, "enter")
        assert isinstance(app.screen, ResultScreen)
        assert finished(app).total == 170


async def test_a_take_that_cannot_be_kept_is_not_left(
    make_app: MakeApp, bank: Path, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storybank.store.connect.BUSY_SECONDS", 0.0)
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 30.0)
        with locked(bank):
            await play(pilot, time, "escape")
            await play(pilot, time, "k")
            assert isinstance(app.screen, RehearseScreen)
        await play(pilot, time, "escape")
        await play(pilot, time, "k")
        assert not isinstance(app.screen, RehearseScreen)
        assert practice(app).history.unfinished()[0].total == 30


async def test_choices_are_remembered(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "m", "v", "escape")
        app.post_message(StoryChosen("CO-1"))
        await pilot.pause()
        await play(pilot, time)
        assert digits(app) == "4:00"
        assert "‹ headings ›" in seen(app)
        await play(pilot, time, "enter", "enter", "enter", "enter", "enter")
        assert isinstance(app.screen, ResultScreen)
    later = make_app(bank, StoryChosen("CO-1"))
    async with later.run_test(size=SMALL) as pilot:
        await play(pilot, time)
        assert digits(later) == "4:00"
        assert "‹ headings ›" in seen(later)


async def test_what_was_asked_for_comes_before_what_is_remembered(make_app: MakeApp, bank: Path) -> None:
    app = make_app(bank)
    async with app.run_test(size=SMALL) as pilot:
        app.post_message(StoryChosen("CO-1", pace=practice(app).paces["headline-30"], shown="nothing"))
        await pilot.pause()
        assert digits(app) == "0:30"
        assert "‹ nothing ›" in seen(app)


async def test_a_company_that_knows_the_story_is_named(make_app: MakeApp, bank: Path) -> None:
    (bank / "storybank.toml").write_text('[interview]\ncompanies = ["Amazon"]\n')
    app = make_app(bank)
    practice(app).log_use("CO-1", "Amazon", round_="2")
    async with app.run_test(size=SMALL) as pilot:
        app.post_message(StoryChosen("CO-1"))
        await pilot.pause()
        assert "! told at Amazon in round 2 on 2026-11-02" in seen(app)


async def test_a_skipped_grade_can_be_given_later(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank, StoryChosen("CO-1"))
    async with app.run_test(size=SMALL) as pilot:
        await play(pilot, time, "enter", 20.0, "enter", "enter", "enter", "enter", "r")
        assert "The take of 2026-11-02 (0:20) has no grade yet: g" in seen(app)
        await play(pilot, time, "g")
        assert isinstance(app.screen, ResultScreen)
        await play(pilot, time, "4")
        assert [review.grade for review in practice(app).history.reviews()] == [Grade.EASY]


async def test_a_story_that_cannot_be_read_is_no_failure(make_app: MakeApp, bank: Path) -> None:
    app = make_app(bank)
    (bank / "stories" / "CO-1.md").unlink()
    async with app.run_test(size=SMALL) as pilot:
        for number, story in enumerate(("XX-9", "CO-1"), 1):
            app.post_message(StoryChosen(story))
            await pilot.pause()
            await pilot.pause()
            assert not isinstance(app.screen, RehearseScreen)
            assert [note.title for note in app._notifications] == ["This story cannot be told"] * number


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_picture_of_a_take(
    make_app: MakeApp, told_bank: Path, time: FakeTime, golden: Golden, size: tuple[int, int]
) -> None:
    app = make_app(told_bank, StoryChosen("CO-1", QUESTION))
    async with app.run_test(size=size) as pilot:
        await play(pilot, time, "enter", 25.0, "enter", 31.0, "f", "enter", 20.0)
        golden(app)
