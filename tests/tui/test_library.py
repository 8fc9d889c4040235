"""The library: finding, reading, judging, writing stories, and what it says where there are none."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input, Select, Static

from storybank.bank.create import create_bank
from storybank.errors import UsageError
from storybank.model import Grade
from storybank.tui.app import StorybankApp
from storybank.tui.messages import StoryChosen
from storybank.tui.screens.library import LibraryPage
from storybank.tui.screens.new_story import NewStoryDialog
from storybank.tui.screens.story_told import StoryToldDialog
from storybank.tui.widgets.filter_input import FilterInput
from storybank.tui.widgets.notice import Notice
from storybank.tui.widgets.story_preview import StoryPreview
from storybank.tui.widgets.story_table import StoryTable
from tests.conftest import add_story
from tests.tui.conftest import LARGE, SMALL, FakeTime, Golden, MakeApp

MIDDLE = (120, 30)
BRACKETS = "[Payments] 日本語 [b]not bold[/b]"


@pytest.fixture
def root(empty_bank: Path) -> Path:
    """A small bank: five stories, one with brackets and wide characters, one with a red flag that is an error."""
    shutil.rmtree(empty_bank / "prompts")  # no page of these tests reads them, and indexing them takes most of the time
    add_story(empty_bank, "CO-1", "Cart abandonment", "Customer Obsession, Dive Deep, Frugality, Ownership")
    add_story(empty_bank, "CO-2", "Crash spike", "Customer Obsession")
    add_story(empty_bank, "DD-1", f"'{BRACKETS}'", "Dive Deep")
    add_story(empty_bank, "OW-1", "A vendor that broke its word and what became of that in the long run", "Ownership")
    path = add_story(empty_bank, "OW-10", "Half a story", "Ownership")
    path.write_text(path.read_text().split("## Action")[0])
    return empty_bank


@asynccontextmanager
async def opened(app: StorybankApp, size: tuple[int, int] = MIDDLE) -> AsyncIterator[Pilot[None]]:
    """The app when its check is through."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait for workers, for what they posted, and for the cursor to have rested."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    for shown in pilot.app.screen.query(StoryPreview):
        shown._show_text()


def table(pilot: Pilot[None]) -> StoryTable:
    return pilot.app.screen.query_one(StoryTable)


def lines(pilot: Pilot[None]) -> list[str]:
    """The table as it is read."""
    shown = table(pilot)
    return [shown.render_line(y).text for y in range(shown.size.height)]


def listed(pilot: Pilot[None]) -> list[str]:
    return [entry.card.id for entry in table(pilot).entries]


def under_cursor(pilot: Pilot[None]) -> str:
    entry = table(pilot).entry
    return entry.card.id if entry else ""


def preview(pilot: Pilot[None], part: str = ".text") -> str:
    return str(pilot.app.screen.query_one(StoryPreview).query_one(part, Static).content)


def posted(app: StorybankApp, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What reaches the app, instead of what it would do."""
    heard: list[object] = []
    monkeypatch.setattr(app, "push_screen", heard.append)
    return heard


# --- looking ---


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_library(make_app: MakeApp, root: Path, golden: Golden, size: tuple[int, int]) -> None:
    app = make_app(root)
    async with opened(app, size) as pilot:
        await settled(pilot)
        golden(app)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_line_says_what_matters(make_app: MakeApp, root: Path, size: tuple[int, int]) -> None:
    async with opened(make_app(root), size) as pilot:
        head, first, *_ = lines(pilot)
        assert head.split()[:4] == ["Id", "Story", "Principles", "Time"]
        assert first.strip("▌ ").split()[:5] == ["CO-1", "Cart", "abandonment", "CO", "DD"]
        assert all(len(line) <= size[0] for line in lines(pilot))
        broken = next(line for line in lines(pilot) if "OW-10" in line)
        assert "✗" in broken
        assert "new" in broken


async def test_brackets_and_wide_characters_are_shown_as_they_are(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root), LARGE) as pilot:
        await pilot.press("end", "up", "up")
        await settled(pilot)
        assert any(BRACKETS in line for line in lines(pilot))
        title = pilot.app.screen.query_one(StoryPreview)._border_title
        assert title is not None
        assert title.plain == BRACKETS
        assert "[Payments]" in preview(pilot)


async def test_a_long_title_ends_in_an_ellipsis(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root), SMALL) as pilot:
        assert "…" in next(line for line in lines(pilot) if "OW-1 " in line)


async def test_until_the_check_is_through_flags_are_dots(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    app._check = lambda: None  # type: ignore[method-assign]
    async with opened(app) as pilot:
        assert "…" in lines(pilot)[1]
        await pilot.press("c")
        assert "being checked" in preview(pilot, ".flags")


async def test_practice_is_seen_when_the_page_comes_back(make_app: MakeApp, root: Path, time: FakeTime) -> None:
    app = make_app(root)
    async with opened(app, LARGE) as pilot:
        rehearsal = app.session.practice.begin("CO-1", app.session.practice.pace())
        rehearsal.start()
        time.sleep(60)
        app.session.practice.grade_take(rehearsal.finish(), Grade.GOOD)
        await pilot.press("6", "1")
        await settled(pilot)
        assert listed(pilot)[-1] == "CO-1"
        assert "today" in lines(pilot)[len(listed(pilot))]
        time.sleep(60 * 86_400)
        await pilot.press("6", "1")
        await settled(pilot)
        assert listed(pilot)[0] == "CO-1"
        assert "d late" in lines(pilot)[1]


# --- finding ---


async def test_stories_are_found_as_one_types(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root)) as pilot:
        await pilot.press("slash", *"crash")
        await settled(pilot)
        assert listed(pilot)[0] == "CO-2"
        assert "best match first" in str(table(pilot).border_subtitle)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert len(listed(pilot)) == 5


async def test_words_of_the_text_are_found_with_a_typo(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root)) as pilot:
        await pilot.press("slash", *"chekcsum")
        await settled(pilot)
        assert set(listed(pilot)) == {"CO-1", "CO-2", "DD-1", "OW-1"}


async def test_conditions_narrow_the_list_down(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root)) as pilot:
        pilot.app.screen.query_one(FilterInput).value = "p:own flag:error"
        await settled(pilot)
        assert listed(pilot) == ["OW-10"]
        pilot.app.screen.query_one(FilterInput).value = "p:qqq"
        await settled(pilot)
        assert len(listed(pilot)) == 5
        assert "qqq" in str(pilot.app.screen.query_one(FilterInput).border_subtitle)


async def test_where_nothing_is_found_it_says_so(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root), SMALL) as pilot:
        await pilot.press("slash", *"[zzz]")
        await settled(pilot)
        assert "[zzz]" in str(pilot.app.screen.query_one("#nothing", Static).content)
        await pilot.press("enter")
        await pilot.pause()
        assert any("no story is shown" in one.message for one in pilot.app._notifications)


async def test_the_field_moves_the_list_and_enter_rehearses(
    make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(root)
    heard = posted(app, monkeypatch)
    async with opened(app) as pilot:
        await pilot.press("slash", "c", "o", "down")
        await settled(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert [screen.chosen.story_id for screen in heard] == [listed(pilot)[1]]  # type: ignore[attr-defined]


async def test_a_locked_database_still_finds_titles(
    make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(root)

    def locked(query: str) -> dict[str, float]:
        raise UsageError("another storybank is writing")

    async with opened(app) as pilot:
        monkeypatch.setattr(app.session.bank, "found", locked)
        await pilot.press("slash", *"crash")
        await settled(pilot)
        assert listed(pilot) == ["CO-2"]


async def test_the_order_goes_round_and_heads_sort(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root)) as pilot:
        await pilot.press("s", "s")
        await settled(pilot)
        assert listed(pilot)[0] == "OW-10"
        assert "Flags▾" in lines(pilot)[0]
        await pilot.press("s", "s", "s")
        await settled(pilot)
        assert "Due▾" in lines(pilot)[0]
        await pilot.click(StoryTable, offset=(lines(pilot)[0].index("Story") + 1, 1))
        await settled(pilot)
        assert listed(pilot)[0] == "DD-1"


# --- one story ---


async def test_the_first_rehearsal_is_one_key_away(
    make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(root)
    heard = posted(app, monkeypatch)
    async with opened(app) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(heard[0].chosen, StoryChosen)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["down"], "CO-2"),
        (["j", "j", "k"], "CO-2"),
        (["end"], "OW-10"),
        (["end", "g"], "CO-1"),
        (["pagedown"], "OW-10"),
    ],
)
async def test_the_cursor_moves_and_the_preview_follows(
    make_app: MakeApp, root: Path, keys: list[str], expected: str
) -> None:
    async with opened(make_app(root)) as pilot:
        await pilot.press(*keys)
        await settled(pilot)
        assert under_cursor(pilot) == expected
        assert expected in preview(pilot, ".about")


async def test_the_mouse_points_clicks_and_rehearses(
    make_app: MakeApp, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(root)
    heard = posted(app, monkeypatch)
    async with opened(app) as pilot:
        await pilot.hover(StoryTable, offset=(5, 4))
        assert table(pilot).hovered == 2
        await pilot.click(StoryTable, offset=(5, 3))
        assert under_cursor(pilot) == "CO-2"
        await pilot.click(StoryTable, offset=(5, 15))
        assert under_cursor(pilot) == "CO-2"
        await pilot.click(StoryTable, offset=(5, 4), times=2)
        await pilot.pause()
        assert [screen.chosen.story_id for screen in heard] == ["DD-1"]  # type: ignore[attr-defined]


async def test_many_stories_scroll_under_a_head_that_stays(make_app: MakeApp, sample_bank: Path) -> None:
    app = make_app(sample_bank)
    app._check = lambda: None  # type: ignore[method-assign]
    async with opened(app, SMALL) as pilot:
        await pilot.press("end")
        await settled(pilot)
        assert lines(pilot)[0].split()[0] == "Id"
        assert under_cursor(pilot) in lines(pilot)[-1]
        await pilot.press("home")
        await settled(pilot)
        assert under_cursor(pilot) in lines(pilot)[1]


async def test_red_flags_say_where_why_and_what_helps(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root), SMALL) as pilot:
        await pilot.press("end", "c")
        await settled(pilot)
        shown = preview(pilot, ".flags")
        assert "✗ error" in shown
        assert "line" in shown
        assert "Why" in shown
        assert "Fix" in shown
        assert pilot.app.screen.query_one(StoryPreview).has_focus
        await pilot.press("escape")
        assert table(pilot).has_focus
        await pilot.press("home", "space")
        await settled(pilot)
        assert "nightly export" in preview(pilot)
        await pilot.press("c", "c")
        assert not pilot.app.screen.query_one(StoryPreview).flags


async def test_a_small_screen_shows_the_text_in_place_of_the_table(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root), SMALL) as pilot:
        shown = pilot.app.screen.query_one(StoryPreview)
        assert not shown.display
        await pilot.press("space")
        await settled(pilot)
        assert shown.display
        assert not table(pilot).region
        await pilot.press("space")
        assert not shown.display
        assert table(pilot).has_focus


async def test_a_large_screen_can_do_without_the_text(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root)) as pilot:
        before = table(pilot).size.width
        await pilot.press("space")
        await settled(pilot)
        assert table(pilot).size.width > before
        await pilot.press("space")
        await settled(pilot)
        assert table(pilot).size.width == before


async def test_a_story_whose_file_is_gone_says_so(make_app: MakeApp, root: Path) -> None:
    async with opened(make_app(root)) as pilot:
        (root / "stories" / "CO-2.md").unlink()
        await pilot.press("down")
        await settled(pilot)
        assert "CO-2.md" in preview(pilot)


# --- writing ---


async def test_the_editor_gets_the_file_and_the_page_what_it_wrote(
    make_app: MakeApp, root: Path, time: FakeTime
) -> None:
    app = make_app(root)
    path = root / "stories" / "CO-1.md"

    def edit(opened_path: Path) -> None:
        time.edited.append(opened_path)
        path.write_text(path.read_text().replace("Cart abandonment", "Cart [again]").replace("Frugality", "Thrift!"))

    app.session.edit = edit
    async with opened(app) as pilot:
        await pilot.press("e")
        await settled(pilot)
        assert time.edited == [path]
        assert any("Cart [again]" in line for line in lines(pilot))
        assert any("Thrift" in one.message for one in app._notifications)


async def test_an_editor_that_fails_is_told(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)

    def fail(path: Path) -> None:
        raise UsageError("no editor 'vi'", hint="Set EDITOR")

    app.session.edit = fail
    async with opened(app) as pilot:
        await pilot.press("e")
        await settled(pilot)
        assert [one.message for one in app._notifications] == ["no editor 'vi'. Set EDITOR."]
        await pilot.press("down")
        assert under_cursor(pilot) == "CO-2"


async def test_there_is_no_editor_in_a_browser(make_app: MakeApp, root: Path, time: FakeTime) -> None:
    app = make_app(root)
    app.session.in_browser = True
    async with opened(app) as pilot:
        await pilot.press("e")
        await settled(pilot)
        assert time.edited == []
        assert "browser" in next(iter(app._notifications)).message


async def test_a_new_story_is_written_shown_and_edited(make_app: MakeApp, root: Path, time: FakeTime) -> None:
    app = make_app(root)
    async with opened(app, SMALL) as pilot:
        await pilot.press("n")
        assert isinstance(app.screen, NewStoryDialog)
        await pilot.press("ctrl+s")
        assert any("needs a title" in one.message for one in app._notifications)
        await pilot.press(*"A bet")
        app.screen.query_one(Select).value = "Dive Deep"
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert under_cursor(pilot) == "DD-2"
        assert [path.name for path in time.edited] == ["DD-2-a-bet.md"]
        assert "title: A bet" in time.edited[0].read_text()


async def test_enter_in_the_title_asks_for_the_principle(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    async with opened(app) as pilot:
        await pilot.press("n", *"Bold", "enter")
        assert app.screen.query_one(Select).has_focus
        app.screen.query_one(Select).value = "Think Big"
        app.screen.query_one(Input).focus()
        await pilot.press("enter")
        await settled(pilot)
        assert under_cursor(pilot) == "TB-1"


@pytest.mark.parametrize("button", ["#cancel", "escape"])
async def test_a_new_story_can_be_left(make_app: MakeApp, root: Path, button: str) -> None:
    app = make_app(root)
    async with opened(app) as pilot:
        await pilot.press("n", "x")
        await (pilot.press(button) if button == "escape" else pilot.click(button))
        await settled(pilot)
        assert len(listed(pilot)) == 5


async def test_a_real_interview_is_noted_and_remembered(make_app: MakeApp, root: Path) -> None:
    (root / "storybank.toml").write_text('[interview]\ncompanies = ["Amazon"]\n')
    app = make_app(root)
    async with opened(app, SMALL) as pilot:
        await pilot.press("t")
        assert isinstance(app.screen, StoryToldDialog)
        assert app.screen.query_one("#company", Input).value == "Amazon"
        await pilot.press("enter", "2", "enter", *"offer", "enter")
        await settled(pilot)
        use = app.session.practice.told("CO-1")[0]
        assert (use.company, use.round, use.result) == ("Amazon", "2", "offer")
        assert "told at Amazon in round 2" in preview(pilot, ".about")
        await pilot.press("t")
        assert "Told before at Amazon, round 2" in str(app.screen.query_one(".earlier", Static).content)


async def test_an_interview_needs_its_company(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    async with opened(app) as pilot:
        await pilot.press("t", "ctrl+s")
        await pilot.pause()
        assert any("company" in one.message for one in app._notifications)
        assert isinstance(app.screen, StoryToldDialog)
        await pilot.press("escape")
        assert app.session.practice.told() == []


# --- what needs attention ---


async def test_a_take_that_broke_off_is_offered(
    make_app: MakeApp, root: Path, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(root)
    rehearsal = app.session.practice.begin("DD-1", app.session.practice.pace())
    rehearsal.start()
    time.sleep(65)
    rehearsal.pause()
    heard = posted(app, monkeypatch)
    async with opened(app) as pilot:
        said = str(app.screen.query_one(Notice).content)
        assert "DD-1" in said
        assert "1:05" in said
        await pilot.press("r")
        await pilot.pause()
        assert len(heard) == 1
        await pilot.press("x")
        await settled(pilot)
        assert app.session.practice.unfinished() == []
        assert not app.screen.query_one(Notice).display
        await pilot.press("r", "x")
        assert listed(pilot)


async def test_an_empty_bank_says_how_to_begin(make_app: MakeApp, empty_bank: Path) -> None:
    app = make_app(empty_bank)
    async with opened(app, SMALL) as pilot:
        said = str(app.screen.query_one("#nothing", Static).content)
        assert f"storybank import --bank {empty_bank} FILE" in said
        assert not table(pilot).display
        await pilot.press("enter", "e", "c", "t", "s", "space", "slash")
        await pilot.press("n", *"First")
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert len(listed(pilot)) == 1


async def test_broken_files_are_named_with_their_lines(make_app: MakeApp, root: Path) -> None:
    for name in ("x", "y", "z"):
        (root / "stories" / f"{name}.md").write_text("---\nid: [a\n---\n")
    async with opened(make_app(root), SMALL) as pilot:
        said = str(pilot.app.screen.query_one(Notice).content)
        assert "stories/x.md:3" in said
        assert "1 more" in said
        assert len(listed(pilot)) == 5


async def test_the_sample_bank_is_for_looking_around(make_app: MakeApp, tmp_path: Path) -> None:
    from storybank.bank.bank import open_bank

    create_bank(tmp_path / "unused")
    app = make_app(tmp_path / "unused")
    app.session.bank = open_bank(cwd=tmp_path / "elsewhere")
    app._check = lambda: None  # type: ignore[method-assign]
    async with opened(app, SMALL) as pilot:
        assert "storybank init" in str(app.screen.query_one(Notice).content)
        await pilot.press("n")
        await pilot.press("e")
        await settled(pilot)
        assert {one.message for one in app._notifications} == {
            "the sample bank is read-only. Make your own: storybank init my-stories."
        }


async def test_a_burst_of_keys_goes_into_the_filter_that_it_opens(make_app: MakeApp, root: Path) -> None:
    app = make_app(root)
    async with app.run_test(size=SMALL) as pilot:
        for key, character in (("slash", "/"), ("t", "t"), ("x", "x")):
            app.post_message(Key(key, character))  # without waiting, as a paste or a slow line sends them
        await pilot.pause()
        assert app.screen.query_one(FilterInput).value == "tx"
        assert isinstance(app.screen, LibraryPage)
