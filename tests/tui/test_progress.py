"""The progress page: figures, pictures and tables of a seeded history."""

from __future__ import annotations

import shutil
from datetime import UTC
from pathlib import Path

import pytest

from storybank.bank.bank import open_bank
from storybank.bank.practice import Practice
from storybank.errors import StoreError
from storybank.store.history import History
from storybank.tui.app import StorybankApp
from storybank.tui.widgets.retell_table import RetellTable
from tests.conftest import add_story
from tests.tui.conftest import LARGE, SMALL, FakeTime, Golden, MakeApp
from tests.tui.looking import chosen_stories, notices, screen_text, settle
from tests.tui.seeding import seed


@pytest.fixture(autouse=True)
def _on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app opens on the page; going there by its key is another test's matter."""
    monkeypatch.setattr(StorybankApp, "DEFAULT_MODE", "progress")


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A bank that was never practised in, and one with weeks of practice."""
    new = tmp_path_factory.mktemp("progress") / "new"
    (new / "stories").mkdir(parents=True)
    (new / "storybank.toml").write_text("[interview]\ndate = 2026-11-12\n")
    for number in range(1, 5):
        add_story(new, f"CO-{number}", "Cart [beta] 漢字" if number == 1 else f"Story {number}")
    used = new.parent / "used"
    shutil.copytree(new, used)
    time = FakeTime()
    seed(Practice(open_bank(used), now=time.now, clock=time.clock, zone=UTC), time)
    return new, used


@pytest.fixture
def bank(banks: tuple[Path, Path], tmp_path: Path) -> Path:
    """A few stories and an interview ten days away."""
    return Path(shutil.copytree(banks[0], tmp_path / "bank"))


@pytest.fixture
def app(make_app: MakeApp, banks: tuple[Path, Path], tmp_path: Path) -> StorybankApp:
    """The app on a bank that was practised in."""
    return make_app(Path(shutil.copytree(banks[1], tmp_path / "bank")))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_practice_is_drawn(app: StorybankApp, golden: Golden, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        shown = screen_text(app)
        assert "4 of 4 stories graded" in shown or "of 4 stories graded" in shown
        assert "Takes a day, four weeks" in shown
        assert "▲ interview" in shown
        assert "0:21 planned" in shown
        golden(app)


async def test_everything_stands_on_a_large_screen(app: StorybankApp) -> None:
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        shown = screen_text(app)
        for words in (
            "days in a row",
            "days to the interview on 12 Nov",
            "2 over",
            "14 times asked, 4.2 s in the middle",
            "over 7 s",
            "a minute over the last takes",
            "[no answer yet]",
            "Cart [beta] 漢字",
            "under",
            "Good",
        ):
            assert words in shown


async def test_enter_on_a_take_tells_its_story_again(app: StorybankApp) -> None:
    chosen = chosen_stories(app)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        takes = app.session.practice.takes()
        assert [one.story_id for one in chosen] == [takes[-2].story]
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert chosen[-1].story_id == app.session.practice.told()[-1].story


async def test_a_story_that_is_gone_is_not_told(app: StorybankApp) -> None:
    chosen = chosen_stories(app)
    for path in (app.session.bank.root / "stories").glob("*.md"):
        path.unlink()
    app.session.bank.resync()
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert "(no longer in the bank)" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "is no longer in the bank." in notices(app)
        assert not chosen


async def test_t_goes_to_the_takes_and_back_up(app: StorybankApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "Latest takes" not in screen_text(app).splitlines()[:-1]
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.focused, RetellTable)
        assert "02 Nov 09:00" in screen_text(app)
        await pilot.press("t")
        await pilot.pause()
        assert "Takes a day, four weeks" in screen_text(app)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_an_empty_history_says_what_to_do(make_app: MakeApp, bank: Path, size: tuple[int, int]) -> None:
    app = make_app(bank)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        shown = screen_text(app)
        assert "Nothing practised yet" in shown
        assert "Latest takes" not in shown
        await pilot.press("t", "enter")


async def test_what_was_practised_meanwhile_is_drawn_on_return(make_app: MakeApp, bank: Path, time: FakeTime) -> None:
    app = make_app(bank)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await pilot.press("5")
        await pilot.pause()
        rehearsal = app.session.practice.begin("CO-1", app.session.practice.pace(minutes=2))
        rehearsal.start()
        time.sleep(60)
        rehearsal.finish()
        await pilot.press("6")
        await settle(pilot)
        shown = screen_text(app)
        assert "not graded" in shown
        assert "No retrieval drills yet" in shown
        assert "1:00 under" in shown


async def test_a_store_that_cannot_be_read_is_told(app: StorybankApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> object:
        raise StoreError("another storybank is writing [now]")

    monkeypatch.setattr(History, "reviews", locked)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        assert "another storybank is writing [now]" in notices(app)
