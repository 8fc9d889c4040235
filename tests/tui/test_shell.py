"""What all pages have in common: help, palette, themes, the check, and failures that never show a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, Markdown, Static

from storybank.bank.preferences import Preferences
from storybank.cli import app as starting
from storybank.cli.diagnostics import exits
from storybank.errors import StoreError
from storybank.tui.app import StorybankApp
from storybank.tui.checking import check_all
from storybank.tui.messages import StoriesChanged
from storybank.tui.pages import PAGES
from storybank.tui.screens.help import HelpScreen
from storybank.tui.screens.library import LibraryPage
from storybank.tui.themes import DEFAULT, NIGHT, PAPER
from tests.conftest import add_story
from tests.tui.conftest import SMALL, MakeApp


@pytest.fixture
def root(empty_bank: Path) -> Path:
    """Two stories; one lacks its result."""
    shutil.rmtree(empty_bank / "prompts")
    add_story(empty_bank, "CO-1", "Cart [abandonment]", "Customer Obsession")
    path = add_story(empty_bank, "OW-1", "Half a story", "Ownership")
    path.write_text(path.read_text().split("## Result")[0])
    return empty_bank


def told(app: StorybankApp) -> list[str]:
    return [one.message for one in app._notifications]


async def test_help_tells_what_the_page_is_for_and_its_keys(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "due first" in app.screen.query_one(Markdown).source
        keys = str(app.screen.query_one(".keys", Static).content)
        for what in ("Rehearse", "Write a new story", "Red flags", "Quit", "Coverage"):
            assert what in keys
        await pilot.press("escape")
        assert isinstance(app.screen, LibraryPage)
        await pilot.press("f1", "f1")
        assert isinstance(app.screen, LibraryPage)


async def test_every_page_and_dialog_has_help(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        for number, _ in enumerate(PAGES, 1):
            await pilot.press("escape", str(number), "f1")
            await pilot.pause()
            assert isinstance(app.screen, HelpScreen)
            await pilot.press("escape")
        await pilot.press("1", "n", "f1")
        assert "next free id" in app.screen.query_one(Markdown).source


async def test_the_palette_offers_actions_pages_stories_and_themes(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        offered = {command.title: command for command in app.get_system_commands(app.screen)}
        assert {"Rehearse", "Edit", "New", "Go to Ask", "Change theme", "Quit", "Help"} <= set(offered)
        assert "Rehearse CO-1 Cart [abandonment]" in offered
        assert not any(title.startswith(("Up", "Copy", "Back")) for title in offered)
        await pilot.press("ctrl+p", *"coverage")
        assert isinstance(app.screen, CommandPalette)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("escape")
        await offered["Go to Coverage"].callback()
        assert app.current_mode == "coverage"


async def test_a_story_is_rehearsed_from_the_palette(
    make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        offered = {command.title: command for command in app.get_system_commands(app.screen)}
        heard: list[object] = []
        monkeypatch.setattr(app, "push_screen", heard.append)
        offered["Rehearse OW-1 Half a story"].callback()
        await pilot.pause()
        assert heard[0].chosen.story_id == "OW-1"  # type: ignore[attr-defined]


async def test_the_theme_is_remembered(make_app: MakeApp, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "app.json"
    app = make_app(root)
    app.session.preferences = Preferences(path)
    async with app.run_test(size=SMALL) as pilot:
        assert app.theme == DEFAULT == NIGHT.name
        app.theme = PAPER.name
        await pilot.pause()
    session = make_app(root).session
    session.preferences = Preferences(path)
    assert StorybankApp(session).theme == PAPER.name
    session.preferences.put("theme", "gone")
    assert StorybankApp(session).theme == DEFAULT


async def test_no_color_shows_the_same_words(make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Cart&#160;[abandonment]" in app.export_screenshot()


async def test_the_check_runs_and_drills_know_its_errors(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert set(app.session.outcomes) == {"CO-1", "OW-1"}
        assert app.session.practice.flagged == {"OW-1"}
        (root / "stories" / "OW-1.md").unlink()
        app.session.stories_changed()
        app.post_message(StoriesChanged())
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert set(app.session.outcomes) == {"CO-1"}
        assert app.session.practice.flagged == frozenset()


def test_a_check_that_is_called_off_gives_nothing(make_app: MakeApp, root: Path) -> None:
    assert check_all(make_app(root).session.bank, lambda: True) is None


async def test_settings_that_the_check_cannot_use_are_told(make_app: MakeApp, root: Path) -> None:
    (root / "storybank.toml").write_text("[levels.L6]\nimpact_flor = 3\n")
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert any("impact_flor" in message for message in told(app))


async def test_a_database_that_is_locked_is_told_and_ends_nothing(
    make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(root)

    def locked() -> None:
        raise StoreError("another storybank is writing", hint="Try again in a moment")

    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("6")
        monkeypatch.setattr(app.session.practice, "stories", locked)
        await pilot.press("1")
        await pilot.pause()
        assert "another storybank is writing. Try again in a moment." in told(app)
        monkeypatch.undo()
        await pilot.press("slash", "x", "escape", "escape", "down")
        assert app.is_running


async def test_an_unforeseen_failure_ends_the_app_without_a_traceback(
    make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STORYBANK_TRACEBACK")
    app = make_app(root)

    def fail() -> None:
        raise RuntimeError("[boom]")

    async def press() -> None:
        async with app.run_test(size=SMALL) as pilot:
            monkeypatch.setattr(app.screen, "action_sort", fail)
            await pilot.press("s")

    with pytest.raises(RuntimeError):
        await press()
    assert str(app.failure) == "[boom]"
    assert app.return_code == 1
    assert app._exit_renderables == []


def test_what_ended_the_app_is_said_in_one_line(
    make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("STORYBANK_TRACEBACK")
    bank = make_app(root).session.bank

    def run(self: StorybankApp) -> None:
        self.failure = RuntimeError("boom")

    monkeypatch.setattr(StorybankApp, "run", run)
    with pytest.raises(SystemExit), exits():
        starting.run_app(bank)
    said = capsys.readouterr().err
    assert "unforeseen failure: RuntimeError: boom" in said
    assert "Traceback" not in said


async def test_typing_never_changes_the_page(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("slash", "2", "q")
        assert app.current_mode == "library"
        assert app.screen.query_one(Input).value == "2q"
