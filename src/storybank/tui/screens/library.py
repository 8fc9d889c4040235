"""The page 'Library': all stories, found as one types, with the one under the cursor beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from storybank.bank.filtering import Filter, chosen, parse_filter
from storybank.bank.library import Entry, Order, entries, ordered
from storybank.errors import StorybankError, UsageError
from storybank.model import TakeRecord
from storybank.tui.messages import (
    OrderChosen,
    StoriesChanged,
    StoriesFound,
    StoryChosen,
    StoryHighlighted,
    TakeResumed,
)
from storybank.tui.screens.page import Page
from storybank.tui.shelf_words import ORDER_WORDS, broken_lines, broken_off_line, empty_words, guide, nothing_words
from storybank.tui.widgets.filter_input import FilterInput
from storybank.tui.widgets.notice import Notice
from storybank.tui.widgets.story_preview import About, StoryPreview
from storybank.tui.widgets.story_table import StoryTable

ORDERS = (Order.DUE, Order.ID, Order.FLAGS, Order.LAST, Order.LENGTH)
"""What `s` goes through; the heads of the columns offer them all."""


class LibraryPage(Page):
    """The stories of the bank."""

    MODE = "library"
    CSS_PATH = "library.tcss"
    GUIDE = guide()
    AUTO_FOCUS = "StoryTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "rehearse", "Rehearse"),
        Binding("r", "resume", "Resume", show=False, tooltip="Go on with the take that broke off"),
        Binding("x", "discard", "Forget it", show=False, tooltip="Forget the take that broke off"),
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("space,p", "preview", "Preview", tooltip="Show or hide the story's text"),
        Binding("c", "flags", "Flags", tooltip="Red flags: what an interviewer would stumble over"),
        Binding("e", "edit", "Edit", tooltip="Open the story in your editor"),
        Binding("n", "new", "New", tooltip="Write a new story"),
        Binding("t", "told", "Told", tooltip="Note that you told it in a real interview"),
        Binding("s", "sort", "Sort"),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []
        self._order = Order.DUE
        self._wanted = Filter()
        self._found: dict[str, float] = {}
        self._by_match = False
        self._unfinished: TakeRecord | None = None

    # --- what it shows ---

    def body(self) -> Iterable[Widget]:
        """Filter and table, and the preview beside them."""
        practice, bank = self.session.practice, self.session.bank
        codes = {principle.name: principle.code for principle in bank.principles}
        yield Notice()
        with Horizontal():
            with Vertical(id="shelf"):
                yield FilterInput(placeholder="words, or principle:own  tag:checkout  due:week  flag:error")
                yield StoryTable(codes, practice.now, practice.zone)
                yield Static(id="nothing")
            yield StoryPreview(About(bank.body, practice.warning))

    def on_mount(self) -> None:
        """Name the parts."""
        self.query_one(FilterInput).border_title = "Filter"
        self.query_one(StoryPreview).border_title = "Story"

    def refresh_page(self) -> None:
        """Read the stories and their practice again."""
        practice = self.session.practice
        self._entries = entries(practice, self.session.outcomes)
        self._unfinished = next(iter(practice.unfinished()), None)
        self.query_one(Notice).say(*self._notices())
        self._show()
        self.refresh_bindings()

    def stories_checked(self) -> None:
        """Show the red flags."""
        self.refresh_page()

    def _notices(self) -> Iterator[Content]:
        bank = self.session.bank
        if take := self._unfinished:
            yield broken_off_line(take)
        yield from broken_lines(bank)
        if bank.location.is_sample:
            yield Content.assemble(
                "The sample bank, to look around in. Your own: ", ("storybank init my-stories", "bold $text-accent")
            )

    def _show(self) -> None:
        """Filter, sort, and put the cursor back on its story."""
        table = self.query_one(StoryTable)
        now = self.session.practice.now()
        places = {principle.name: place for place, principle in enumerate(self.session.bank.principles)}
        shelf = ordered(self._entries, self._order, now, places)
        shown = chosen(shelf, self._wanted, self._found, now)
        by_match = self._by_match and bool(self._wanted.words)
        if not by_match:
            passing = {entry.card.id for entry in shown}
            shown = [entry for entry in shelf if entry.card.id in passing]
        here = table.entry.card.id if table.entry and not by_match else None
        table.show(shown, None if by_match else self._order, here)
        every, some = len(self._entries), len(shown)
        table.border_title = f"{every} stories" if some == every else f"{some} of {every} stories"
        table.border_subtitle = "best match first" if by_match else ORDER_WORDS[self._order]
        self._show_emptiness(shown)

    def _show_emptiness(self, shown: list[Entry]) -> None:
        self.set_class(not shown, "-empty")
        self.set_class(not self._entries, "-bare")
        if not shown:
            words = (
                nothing_words(self.query_one(FilterInput).value) if self._entries else empty_words(self.session.bank)
            )
            self.query_one("#nothing", Static).update(words)

    @on(StoryHighlighted)
    def _highlighted(self, message: StoryHighlighted) -> None:
        self.query_one(StoryPreview).show(message.entry)

    # --- filter and order ---

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        wanted = parse_filter(event.value, self.session.bank.principles)
        self.query_one(FilterInput).border_subtitle = Content("; ".join(wanted.problems))
        self._search(wanted)

    @work(thread=True, exclusive=True, group="filter")
    def _search(self, wanted: Filter) -> None:
        """Ask the index for the words, away from the keyboard."""
        worker = get_current_worker()
        try:
            found = self.session.bank.found(wanted.words) if wanted.words else {}
        except StorybankError:
            found = {}  # a locked or damaged database: ids and titles are still found
        if not worker.is_cancelled:
            self.post_message(StoriesFound(wanted, found))

    @on(StoriesFound)
    def _found_stories(self, message: StoriesFound) -> None:
        self._wanted, self._found = message.wanted, dict(message.found)
        self._by_match = True
        self._show()

    @on(FilterInput.Moved)
    def _moved(self, message: FilterInput.Moved) -> None:
        self.query_one(StoryTable).action_move(message.by)

    @on(FilterInput.Left)
    def _left(self) -> None:
        self.query_one(StoryTable).focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_rehearse()

    @on(OrderChosen)
    def _order_chosen(self, message: OrderChosen) -> None:
        self._order, self._by_match = message.order, False
        self._show()

    def action_sort(self) -> None:
        """The next order."""
        at = ORDERS.index(self._order) if self._order in ORDERS else -1
        self.post_message(OrderChosen(ORDERS[(at + 1) % len(ORDERS)]))

    def action_filter(self) -> None:
        """Type a filter."""
        self.remove_class("-reading")
        self.set_focus(self.query_one(FilterInput))  # at once: the next key may be there already

    def action_back(self) -> None:
        """From the text to the table; there, show all stories again."""
        if self.has_class("-reading"):
            self.action_preview()
        else:
            self.query_one(FilterInput).value = ""
            self.query_one(StoryTable).focus()

    # --- the story under the cursor ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that have nothing to act on are not offered."""
        if action in {"resume", "discard"}:
            return self._unfinished is not None
        if action == "filter" and isinstance(self.focused, FilterInput):
            return False  # there the key is a letter
        if action in {"rehearse", "preview", "flags", "edit", "told", "sort", "filter"}:
            return bool(self._entries)
        return True

    def _story(self) -> str:
        entry = self.query_one(StoryTable).entry
        if entry is None:
            raise UsageError("no story is shown", hint="Change the filter first")
        return entry.card.id

    def action_rehearse(self) -> None:
        """Tell the story against the clock."""
        self.post_message(StoryChosen(self._story()))

    def action_resume(self) -> None:
        """Go on with the take that broke off."""
        if self._unfinished is not None:
            self.post_message(TakeResumed(self._unfinished))

    def action_discard(self) -> None:
        """Forget the take that broke off."""
        if self._unfinished is not None:
            self.session.practice.discard(self._unfinished)
            self.refresh_page()

    def action_preview(self) -> None:
        """Show or hide the text: in place of the table where there is no room for both."""
        if not self.has_class("-narrow"):
            self.toggle_class("-alone")
        elif self.has_class("-reading"):
            self.remove_class("-reading")
            self.query_one(StoryTable).focus()
        else:
            self._read(flags=False)

    def action_flags(self) -> None:
        """Turn the preview to the red flags, and back to the text."""
        hidden = self.has_class("-narrow") and not self.has_class("-reading")
        self._read(flags=hidden or not self.query_one(StoryPreview).flags)

    def _read(self, *, flags: bool) -> None:
        preview = self.query_one(StoryPreview)
        preview.show(self.query_one(StoryTable).entry, flags=flags)
        self.remove_class("-alone")
        if self.has_class("-narrow"):
            self.add_class("-reading")
            preview.focus()

    # --- writing ---

    def action_edit(self) -> None:
        """Open the story in the user's editor."""
        self.edit(self._story())

    def edit(self, story_id: str) -> None:
        """Open a story in the user's editor, and say what is wrong with it afterwards.

        Raises:
            StorybankError: the bank is read-only, or there is no editor.
        """
        session = self.session
        session.bank.need_writable()
        file = session.bank.card(story_id).file
        if session.in_browser:
            self.notify(f"There is no editor in a browser. Its file: {session.bank.root / file}", markup=False)
            return
        with self.terminal_given():
            session.edit(session.bank.root / file)
        self._written()
        for problem in session.bank.problems(file):
            where = f"{file}:{problem.line or 1}"
            self.notify(f"{problem.message}. {problem.hint}", title=where, severity="warning", markup=False)

    def _written(self) -> None:
        self.session.stories_changed()
        self.refresh_page()
        self.app.post_message(StoriesChanged())

    def action_new(self) -> None:
        """Ask for title and principle, and write the file."""
        from storybank.tui.screens.new_story import NewStoryDialog

        self.session.bank.need_writable()
        self.app.push_screen(NewStoryDialog(), self._made)

    def _made(self, story_id: str | None) -> None:
        if story_id is None:
            return
        self._written()
        self.query_one(FilterInput).value = ""
        self._go_to(story_id)
        if not self.session.in_browser:
            self.edit(story_id)

    def _go_to(self, story_id: str) -> None:
        table = self.query_one(StoryTable)
        table.show(table.entries, self._order, story_id)

    def action_told(self) -> None:
        """Ask where the story was told."""
        from storybank.tui.screens.story_told import StoryToldDialog

        self.app.push_screen(StoryToldDialog(self._story()), lambda _: self.refresh_page())
