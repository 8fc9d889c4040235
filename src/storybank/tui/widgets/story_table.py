"""The table of stories. It draws only the lines that are seen: a thousand stories are filtered within a frame.

Textual's DataTable measures every cell of every row that is added, which took a fifth of a second for a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from storybank.bank.library import Entry, Order
from storybank.text.when import ago_words, due_words, minutes
from storybank.tui.messages import OrderChosen, StoryChosen, StoryHighlighted
from storybank.tui.widgets.cells import fit
from storybank.tui.widgets.severity import flags_text
from storybank.tui.widgets.story_columns import CHIP, GAP, Column, columns

_SORTED = "▾"


class StoryTable(ScrollView, can_focus=True):
    """Stories in lines under a head that stays; one is under the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "story--head",
        "story--cursor",
        "story--hover",
        "story--id",
        "story--primary",
        "story--muted",
        "story--error",
        "story--warning",
        "story--success",
        "story--due",
    }
    DEFAULT_CSS = """
    StoryTable { height: 1fr; background: $background; scrollbar-size-vertical: 1; overflow-x: hidden; }
    StoryTable > .story--head { color: $text-muted; text-style: bold; }
    StoryTable > .story--cursor { background: $primary 18%; }
    StoryTable:focus > .story--cursor { background: $primary 34%; text-style: bold; }
    StoryTable > .story--hover { background: $boost; }
    StoryTable > .story--id { color: $text-primary; }
    StoryTable > .story--primary { color: $text-accent; text-style: bold; }
    StoryTable > .story--muted { color: $text-muted; }
    StoryTable > .story--error { color: $text-error; }
    StoryTable > .story--warning { color: $text-warning; }
    StoryTable > .story--success { color: $text-success; }
    StoryTable > .story--due { color: $text-accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "A page up", show=False),
        Binding("pagedown", "page(1)", "A page down", show=False),
        Binding("home,g", "first", "First story", show=False),
        Binding("end,G", "last", "Last story", show=False),
    ]

    cursor = reactive(0, always_update=True, repaint=False)
    """Index of the story under the cursor."""
    hovered = reactive(-1, repaint=False)

    def __init__(self, codes: Mapping[str, str], now: Callable[[], datetime], zone: tzinfo | None) -> None:
        """An empty table.

        Args:
            codes: principle -> its short code.
            now: the time of day, for 'in 3 d'.
            zone: the person's time zone.
        """
        super().__init__()
        self._codes = codes
        self._now, self._zone = now, zone
        self._time = now()
        self._entries: Sequence[Entry] = ()
        self._order: Order | None = None
        self._columns: tuple[Column, ...] = ()
        self._drawn: dict[tuple[int, str], Strip] = {}
        """Lines as they were drawn: a moved cursor draws two, not a screenful."""
        self._styles: dict[str, Style] = {}

    # --- what it shows ---

    @property
    def entry(self) -> Entry | None:
        """The story under the cursor."""
        return self._entries[self.cursor] if 0 <= self.cursor < len(self._entries) else None

    @property
    def entries(self) -> Sequence[Entry]:
        """The stories shown."""
        return self._entries

    def show(self, entries: Sequence[Entry], order: Order | None, cursor: str | None) -> None:
        """Show these stories.

        Args:
            entries: in the order in which they are shown.
            order: the column that its head marks; None where they are in the order of a search.
            cursor: the story that the cursor goes to; the first one where it is not among them.
        """
        self._entries, self._order, self._time = entries, order, self._now()
        self._lay_out()
        self.cursor = next((i for i, entry in enumerate(entries) if entry.card.id == cursor), 0)

    def _lay_out(self) -> None:
        longest = max((len(entry.card.id) for entry in self._entries), default=0)
        self._columns = columns(max(0, self.scrollable_content_region.width - 2), longest)
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._entries) + 1)
        self._drawn.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Another theme, or the focus has come or gone: draw all lines anew."""
        super().notify_style_update()
        self._drawn.clear()
        self._styles.clear()

    def on_resize(self) -> None:
        """The columns share the new width."""
        self._lay_out()
        self._reveal()

    # --- the cursor ---

    def validate_cursor(self, cursor: int) -> int:
        """Keep it among the stories."""
        return max(0, min(cursor, len(self._entries) - 1))

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Bring the story into view and say so."""
        self._reveal()
        self.refresh(*self._regions(before, cursor))
        self.post_message(StoryHighlighted(self.entry))

    def watch_hovered(self, before: int, hovered: int) -> None:
        """Draw the two lines that change."""
        self.refresh(*self._regions(before, hovered))

    def _regions(self, *indices: int) -> list[Region]:
        """Where stories are drawn."""
        top, width = round(self.scroll_y), self.size.width
        return [Region(0, index - top + 1, width, 1) for index in indices]

    def _reveal(self) -> None:
        lines = max(1, self.size.height - 1)
        top = round(self.scroll_y)
        wanted = self.cursor if self.cursor < top else max(top, self.cursor - lines + 1)
        self.scroll_to(y=wanted, animate=False, immediate=True)

    def action_move(self, by: int) -> None:
        """Go to a neighbour."""
        self.cursor += by

    def action_page(self, by: int) -> None:
        """Go a page up or down."""
        self.cursor += by * max(1, self.size.height - 2)

    def action_first(self) -> None:
        """Go to the first story."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last story."""
        self.cursor = len(self._entries) - 1

    # --- the mouse ---

    def _story_at(self, y: int) -> int:
        """Index of the story in a line of the widget; -1 for the head and below the last."""
        index = y - 1 + round(self.scroll_y)
        return index if y > 0 and index < len(self._entries) else -1

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the story under the pointer."""
        self.hovered = self._story_at(event.get_content_offset_capture(self).y)

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self.hovered = -1

    def on_click(self, event: events.Click) -> None:
        """A click goes to a story, a double click rehearses it; one on the head sorts."""
        at = event.get_content_offset_capture(self)
        index = self._story_at(at.y)
        if at.y == 0:
            self._sort_at(at.x - 1)
        elif index >= 0:
            self.cursor = index
            if event.chain == 2:
                self.post_message(StoryChosen(self._entries[index].card.id))

    def _sort_at(self, x: int) -> None:
        for column in self._columns:
            if 0 <= x < column.width:
                self.post_message(OrderChosen(column.order))
            x -= column.width + GAP

    # --- drawing ---

    def render_line(self, y: int) -> Strip:
        """The head, or one story."""
        index = y - 1 + round(self.scroll_y) if y else -1
        state = "cursor" if index == self.cursor else "hover" if index == self.hovered else ""
        key = (index, state)
        if key not in self._drawn:
            blank = index >= len(self._entries)
            line = Strip([]) if blank else self._line(index, state) if y else self._head()
            self._drawn[key] = line.adjust_cell_length(self.size.width, self._look(state))
        return self._drawn[key]

    def _head(self) -> Strip:
        style = self._look("") + self._style("head")
        parts = [Segment(" ", style)]
        for column in self._columns:
            title = f"{column.title}{_SORTED}" if column.order is self._order else column.title
            cell = title.rjust(column.width) if column.right else fit(title, column.width)
            parts.append(Segment(cell + " " * GAP, style))
        return Strip(parts)

    def _line(self, index: int, state: str) -> Strip:
        entry, style = self._entries[index], self._look(state)
        parts = [Segment("▌" if state == "cursor" else " ", style + self._style("id"))]
        for column in self._columns:
            parts.extend(self._cell(entry, column, style))
            parts.append(Segment(" " * GAP, style))
        return Strip(parts)

    def _cell(self, entry: Entry, column: Column, style: Style) -> list[Segment]:
        if column.order is Order.PRINCIPLES:
            return self._chips(entry.card.principles, column.width, style)
        text, look = self._text(entry, column.order)
        cell = text.rjust(column.width) if column.right else fit(text, column.width)
        return [Segment(cell, style + self._style(look) if look else style)]

    def _text(self, entry: Entry, order: Order) -> tuple[str, str]:
        """What a cell says, and how it looks."""
        if order is Order.ID:
            return entry.card.id, "id"
        if order is Order.TITLE:
            return entry.card.title, ""
        if order is Order.LENGTH:
            return (minutes(entry.seconds), "muted") if entry.card.words else ("-", "muted")
        if order is Order.FLAGS:
            looks = {"error": "error", "warning": "warning", "info": "muted"}
            checked = "success" if entry.outcome else "muted"
            return flags_text(entry), looks[entry.worst.value] if entry.worst else checked
        if order is Order.LAST:
            return ago_words(entry.last, self._time, self._zone), "muted"
        look = "due" if entry.due and entry.due <= self._time else "muted"
        return due_words(entry.due, self._time, self._zone), look

    def _chips(self, names: Sequence[str], width: int, style: Style) -> list[Segment]:
        """The codes, the primary one first and strong; '+2' where there are more than fit."""
        room = width // CHIP
        shown = [self._codes.get(name, name[:4]) for name in names]
        if len(shown) > room:
            shown = [*shown[: room - 1], f"+{len(shown) - room + 1}"]
        parts = [
            Segment(fit(code, CHIP), style + self._style("muted" if place else "primary"))
            for place, code in enumerate(shown)
        ]
        return [*parts, Segment(" " * (width - CHIP * len(parts)), style)]

    def _look(self, state: str) -> Style:
        """The ground of a line: under the cursor, under the pointer, or neither."""
        if state not in self._styles:
            self._styles[state] = self.get_component_rich_style(f"story--{state}") if state else self.rich_style
        return self._styles[state]

    def _style(self, name: str) -> Style:
        """A look without its ground, which is the line's."""
        if name not in self._styles:
            look = self.get_component_rich_style(f"story--{name}")
            self._styles[name] = Style(color=look.color, bold=look.bold)
        return self._styles[name]
