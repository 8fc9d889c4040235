"""An exercise with its clock, its ticks and its notes, and the assessment at its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.widgets import Digits, TextArea

from storybank.bank.bank import open_bank
from storybank.bank.create import create_bank
from storybank.bank.exercises import exercises
from storybank.bank.working import Working
from storybank.errors import StoreError
from storybank.model import ExerciseRecord
from storybank.store.history import History
from storybank.tui.app import StorybankApp
from storybank.tui.screens.assessment import AssessmentScreen
from storybank.tui.screens.exercise import ExerciseScreen
from storybank.tui.session import Session
from tests.tui.conftest import LARGE, SMALL, FakeTime, Golden, MakeApp
from tests.tui.looking import screen_text, settle

SCENARIO = """\
---
title: A [small] vendor
level: Director
duration: 10
---

## Situation

The vendor slips [again].

## Challenges

- Time

## Discussion points

### Analysis

- How bad is it?
- Which other approaches would you think about?

### People

- Who has to know?
"""


class Host(App[None]):
    """An app with nothing but the exercise in it."""

    HORIZONTAL_BREAKPOINTS = StorybankApp.HORIZONTAL_BREAKPOINTS

    def __init__(self, session: Session, working: Working) -> None:
        super().__init__()
        self.session = session
        self.working = working

    def on_mount(self) -> None:
        self.push_screen(ExerciseScreen(self.working))


@pytest.fixture
def app(make_app: MakeApp, tmp_path: Path, time: FakeTime) -> Host:
    scenarios = tmp_path / "bank" / "prompts" / "scenarios"
    scenarios.mkdir(parents=True)
    (tmp_path / "bank" / "stories").mkdir()
    (scenarios / "vendor.md").write_text(SCENARIO, encoding="utf-8")
    session = make_app(tmp_path / "bank").session
    return Host(session, Working(session.bank, exercises(session.bank).scenarios[0], time.clock, time.now))


def kept(app: Host) -> list[ExerciseRecord]:
    return app.session.bank.store.history.exercises()


def notes(app: Host) -> str:
    (record,) = kept(app)
    return (app.session.bank.root / record.notes).read_text(encoding="utf-8")


def tick(app: Host) -> None:
    """The next redraw, which a timer would ask for."""
    assert isinstance(app.screen, ExerciseScreen)
    app.screen._tick()


def finish(app: Host) -> None:
    """Go on to the last phase."""
    while not app.working.laps.is_last:
        app.working.next()


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_it_shows_its_clock_and_its_parts(
    app: Host, time: FakeTime, golden: Golden, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+n", "ctrl+n")
        time.sleep(60)
        tick(app)
        await settle(pilot)
        shown = screen_text(app)
        assert "A [small] vendor" in shown
        assert "The vendor slips [again]." in shown
        assert "Phase 3 of 5  Analysis" in shown
        assert "9:00 left in all" in shown
        assert app.screen.query_one(Digits).value == "3:40"
        golden(app)


async def test_phases_go_on_and_back_and_pause_while_notes_are_written(app: Host, time: FakeTime) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "tab", "ctrl+n")
        assert app.working.phase.title == "Clarify"
        await pilot.press("ctrl+b")
        assert app.working.phase.title == "Read"
        await pilot.press("ctrl+t")
        time.sleep(600)
        await pilot.pause()
        assert "PAUSED" in screen_text(app)
        await pilot.press("ctrl+t")
        assert app.working.left == 60
        assert app.screen.query_one(TextArea).text == app.working.outline


async def test_function_keys_do_what_a_browser_keeps_from_us(app: Host) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f8", "f8", "f7", "f6")
        await pilot.pause()
        assert app.working.phase.title == "Clarify"
        assert "PAUSED" in screen_text(app)


async def test_time_over_is_said_in_words(app: Host, time: FakeTime) -> None:
    async with app.run_test(size=SMALL) as pilot:
        time.sleep(11 * 60)
        tick(app)
        await pilot.pause()
        assert "over  1:00 over in all" in screen_text(app)


async def test_points_are_ticked_and_notes_kept_as_they_are_written(app: Host, time: FakeTime) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+n", "ctrl+n", "tab", "space", "down", "space", "up", "space")
        await pilot.pause()
        shown = screen_text(app)
        assert "✓ Which other approaches" in shown
        assert "1 of 2 covered" in shown
        await pilot.press("tab", "[", "b", "]")
        time.sleep(6)
        tick(app)
        await pilot.pause()
        (record,) = kept(app)
        assert record.ended is None
        assert record.covered == ("Which other approaches would you think about?",)
        assert "## Analysis\n[b]\n" in notes(app)
        assert record.notes in screen_text(app)


async def test_panes_go_round_both_ways(app: Host) -> None:
    async with app.run_test(size=SMALL) as pilot:
        for key, title in (("tab", "Points"), ("tab", "Notes"), ("tab", "Situation"), ("shift+tab", "Notes")):
            await pilot.press(key)
            await pilot.pause()
            assert f"╭─ {title} " in screen_text(app)


async def test_quitting_keeps_what_was_written(app: Host) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "tab", "x", "ctrl+q")
    assert notes(app).startswith("# A [small] vendor\nx\n")


@pytest.mark.parametrize(
    ("answer", "records", "stays"), [("escape", 1, True), ("g", 1, True), ("k", 1, False), ("d", 0, False)]
)
async def test_leaving_is_asked(app: Host, time: FakeTime, answer: str, records: int, *, stays: bool) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "tab", "x", "escape")
        await pilot.pause()
        assert "Leave the exercise?" in screen_text(app)
        time.sleep(100)
        await pilot.press(answer)
        await pilot.pause()
        assert isinstance(app.screen, ExerciseScreen) is stays
        assert len(kept(app)) == records
        if stays:
            assert app.working.left == 60
        if answer == "k":
            assert "\nx\n" in notes(app)
        if answer == "d":
            assert not list(app.session.bank.root.glob("notes/*"))


async def test_a_locked_database_loses_nothing(app: Host, time: FakeTime, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("tab", "tab", "x")

        def locked(*_: object) -> ExerciseRecord:
            raise StoreError("another storybank is writing")

        with monkeypatch.context() as patched:
            patched.setattr(History, "put_exercise", locked)
            time.sleep(6)
            tick(app)
            await pilot.pause()
            assert "not saved yet: another storybank is writing" in screen_text(app)
        time.sleep(6)
        tick(app)
        await pilot.pause()
        assert kept(app)[0].notes in screen_text(app)


async def test_it_ends_with_what_was_left_out_and_can_be_taken_up_again(app: Host) -> None:
    async with app.run_test(size=SMALL) as pilot:
        finish(app)
        await pilot.press("ctrl+n")
        await pilot.pause()
        shown = screen_text(app)
        assert "Left out:" in shown
        assert "How bad is it?" in shown
        await pilot.press("n")
        await pilot.pause()
        assert "Your notes" in screen_text(app)
        await pilot.press("n", "escape")
        await pilot.pause()
        assert app.working.phase.title == "Close"
        assert "PAUSED" in screen_text(app)


async def test_scores_that_cannot_be_saved_are_tried_again(app: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app.run_test(size=SMALL) as pilot:
        finish(app)
        await pilot.press("ctrl+n")
        await pilot.pause()

        def locked(*_: object) -> ExerciseRecord:
            raise StoreError("another storybank is writing")

        with monkeypatch.context() as patched:
            patched.setattr(History, "put_exercise", locked)
            await pilot.press("5", "enter")
            await pilot.pause()
            assert isinstance(app.screen, AssessmentScreen)
        await pilot.press("enter")
        await pilot.pause()
        (record,) = kept(app)
        assert (record.scores, record.ended is not None) == ({"Analysis": 5}, True)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_case_ends_with_what_the_assessor_looks_for(
    app: Host, tmp_path: Path, time: FakeTime, golden: Golden, size: tuple[int, int]
) -> None:
    bank = open_bank(create_bank(tmp_path / "other"))
    app.session.bank = bank
    app.working = Working(bank, exercises(bank).cases[0], time.clock, time.now)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        finish(app)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert isinstance(app.screen, AssessmentScreen)
        await pilot.press("4", "2")
        await settle(pilot)
        shown = screen_text(app)
        assert "●●●●○  4 of 5" in shown
        assert "what is truly critical" in shown
        golden(app)
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(app.screen, AssessmentScreen | ExerciseScreen)
        (record,) = kept(app)
        assert record.ended is not None
        assert record.scores == {"Judgement and prioritisation": 4, "Leadership communication": 2}
        assert "- Leadership communication: 2 of 5" in notes(app)
