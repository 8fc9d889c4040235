"""The coverage page: the map, its cursor, and what is said of a cell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from storybank.bank import coverage as measured
from storybank.check.model import Finding, Outcome
from storybank.errors import StoreError
from storybank.rules.model import Severity
from storybank.tui.app import StorybankApp
from storybank.tui.messages import StoriesChecked
from storybank.tui.screens.coverage import CoveragePage
from storybank.tui.screens.to_write import ToWriteDialog
from storybank.tui.widgets.heat_map import CELL, HeatMap
from tests.conftest import add_story
from tests.tui.conftest import LARGE, SMALL, Golden, MakeApp
from tests.tui.looking import chosen_stories, notices, screen_text, settle


@pytest.fixture(autouse=True)
def _on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app opens on the page; going there by its key is another test's matter."""
    monkeypatch.setattr(StorybankApp, "DEFAULT_MODE", "coverage")


@pytest.fixture
def bank(empty_bank: Path) -> Path:
    """A few stories, two of them nearly the same, and our prompts for Frugality only."""
    for path in (empty_bank / "prompts").glob("*/*.md"):
        if path.stem != "frugality":
            path.unlink()
    add_story(empty_bank, "CO-1", "Cart [beta] 漢字", "Customer Obsession, Dive Deep")
    add_story(empty_bank, "CO-2", "Cart [beta] 漢字", "Customer Obsession")
    add_story(empty_bank, "OW-1", "Owner", "Ownership")
    return empty_bank


@pytest.fixture
def app(make_app: MakeApp, bank: Path) -> StorybankApp:
    return make_app(bank)


async def arrive(pilot: Pilot[None]) -> HeatMap:
    await settle(pilot)
    return pilot.app.screen.query_one(HeatMap)


def flagged(app: StorybankApp) -> dict[str, Outcome]:
    finding = Finding("no-number", Severity.ERROR, "No [number] in the result", "Add one", "Because")
    outcomes = {card.id: Outcome(card.id, card.title, card.principles) for card in app.session.bank.cards}
    return {**outcomes, "CO-1": Outcome("CO-1", "", ("Customer Obsession", "Dive Deep"), (finding,))}


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_whole_sample_bank_is_drawn(
    make_app: MakeApp, sample_bank: Path, golden: Golden, size: tuple[int, int]
) -> None:
    shutil.rmtree(sample_bank / "prompts")
    app = make_app(sample_bank)
    async with app.run_test(size=size) as pilot:
        heat_map = await arrive(pilot)
        assert heat_map.virtual_size.width >= 53 * CELL
        shown = screen_text(app)
        assert "10P  8s" in shown
        golden(app)
        await pilot.press("end")
        await pilot.pause()
        assert heat_map.column_key == "DR-5"
        assert "DR-5" in screen_text(app) or "53 of 53" in screen_text(app)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await pilot.pause()
        assert heat_map.row_key == "flags"
        assert "FLAGS" in screen_text(app) or "Stories with red flags" in screen_text(app)


async def test_a_cell_says_why_it_counts(app: StorybankApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await arrive(pilot)
        shown = screen_text(app)
        assert "CO-1  Cart [beta] 漢字" in shown
        assert "This story is about Customer Obsession" in shown
        assert "2 stories about it, 0 more that name it" in shown
        assert "Nearly the same words: CO-1 and CO-2" in shown
        assert "Stories of a failure: 0, 2 wanted" in shown
        await pilot.press("l", "j")
        await pilot.pause()
        assert "This story does not name Ownership." in screen_text(app)
        assert "Gap: 1 more wanted." in screen_text(app)


async def test_red_flags_come_in_when_the_check_is_through(app: StorybankApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await arrive(pilot)
        app.post_message(StoriesChecked(flagged(app)))
        await settle(pilot)
        shown = screen_text(app)
        assert "error No [number] in the result" in shown
        assert "1 of 2 stories ready" in shown
        assert "In the way: no-number ×1" in shown
        assert "✗1" in shown


async def test_enter_tells_a_marked_cell_and_fills_an_unmarked_one(app: StorybankApp) -> None:
    chosen = chosen_stories(app)
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await arrive(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert [one.story_id for one in chosen] == ["CO-1"]
        heat_map.row = 9
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ToWriteDialog)
        shown = screen_text(app)
        assert "What to write for Frugality" in shown
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, CoveragePage)


async def test_n_writes_a_story_in_the_library(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        await pilot.press("w", "n")
        await settle(pilot)
        assert "New story" in screen_text(app)
        assert app.current_mode == "library"


async def test_g_goes_from_gap_to_gap(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await arrive(pilot)
        await pilot.press("g")
        assert heat_map.row_key == "Ownership"
        await pilot.press("g")
        assert heat_map.row_key == "Invent and Simplify"


async def test_w_needs_a_principle(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await arrive(pilot)
        heat_map.row = 16
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, CoveragePage)
        await pilot.press("home", "up", "w")
        await pilot.pause()
        assert isinstance(app.screen, ToWriteDialog)


async def test_details_take_turns_where_there_is_room_for_one(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        assert "This story is about" in screen_text(app)
        await pilot.press("d")
        await pilot.pause()
        assert "2 stories about it" in screen_text(app)
        await pilot.press("d")
        await pilot.pause()
        assert "Gaps: " in screen_text(app)
        await pilot.press("d")
        await pilot.pause()
        assert "This story is about" in screen_text(app)


async def test_a_click_moves_the_cursor(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        heat_map = await arrive(pilot)
        await pilot.click(HeatMap, offset=(16 + 2 * CELL + 1, 1 + 3))
        assert (heat_map.column_key, heat_map.row) == ("OW-1", 3)


async def test_an_empty_bank_says_what_to_do(make_app: MakeApp, empty_bank: Path) -> None:
    app = make_app(empty_bank)
    async with app.run_test(size=SMALL) as pilot:
        await arrive(pilot)
        assert "The bank has no stories yet." in screen_text(app)
        await pilot.press("right", "down", "enter")
        await pilot.pause()
        assert "What to write for Ownership" in screen_text(app)


async def test_a_store_that_cannot_be_read_is_told(app: StorybankApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: object) -> object:
        raise StoreError("another storybank is writing [now]")

    monkeypatch.setattr(measured, "near_duplicates", locked)
    async with app.run_test(size=LARGE) as pilot:
        await arrive(pilot)
        await pilot.pause()
        assert "another storybank is writing [now]" in notices(app)
