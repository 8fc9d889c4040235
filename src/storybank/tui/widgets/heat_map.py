"""A map of cells under fixed headings and beside fixed labels, with a cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

CELL = 3
"""Columns of a cell."""
_LONGEST_HEADING = 8
_ROOMY = 2
"""Lines of a row where there is room for it."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What a cell shows: a sign, and the shade that goes with it."""

    sign: str
    shade: str = "empty"
    """Names the component class `heat-map--SHADE`."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One row."""

    key: str
    label: str
    short: str
    """The label where columns are few."""
    remark: str = ""
    """Below the label, where rows are two lines high."""
    warns: bool = False
    """Whether the label stands out."""
    cells: Mapping[str, HeatCell] = field(default_factory=dict)
    """Key of a column -> its cell; a missing one is empty."""


_EMPTY = HeatCell("·")


class HeatMap(ScrollView, can_focus=True):
    """The cells of some rows and columns. Only cells scroll: labels and headings stay."""

    DEFAULT_CSS = """
    HeatMap {
        width: 1fr;
        height: 1fr;
        scrollbar-size: 1 1;
        scrollbar-color: $border-blurred;
        scrollbar-background: $surface;
        scrollbar-corner-color: $surface;
    }
    HeatMap > .heat-map--label { color: $text; }
    HeatMap > .heat-map--remark { color: $text-muted; }
    HeatMap > .heat-map--warns { color: $text-warning; text-style: bold; }
    HeatMap > .heat-map--heading { color: $text-muted; }
    HeatMap > .heat-map--here { color: $text; background: $boost; text-style: bold; }
    HeatMap > .heat-map--empty { color: $text-disabled; }
    HeatMap > .heat-map--strong { background: $primary; color: $text; text-style: bold; }
    HeatMap > .heat-map--weak { background: $primary 30%; color: $text; }
    HeatMap > .heat-map--warning { background: $warning 40%; color: $text; }
    HeatMap > .heat-map--error { background: $error 60%; color: $text; text-style: bold; }
    HeatMap > .heat-map--cursor { background: $foreground; color: $background; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"heat-map--{name}"
        for name in (
            *("label", "remark", "warns", "heading", "here", "cursor"),
            *("empty", "strong", "weak", "warning", "error"),
        )
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1, 0)", "Up", show=False),
        Binding("down,j", "move(1, 0)", "Down", show=False),
        Binding("left,h", "move(0, -1)", "Left", show=False),
        Binding("right,l", "move(0, 1)", "Right", show=False),
        Binding("home", "move(0, -10000)", "First column", show=False),
        Binding("end", "move(0, 10000)", "Last column", show=False),
        Binding("pageup", "move(-8, 0)", "Page up", show=False),
        Binding("pagedown", "move(8, 0)", "Page down", show=False),
        Binding("enter", "open", "Open"),
    ]

    row: var[int] = var(0)
    """Index of the row under the cursor."""
    column: var[int] = var(0)
    """Index of the column under the cursor."""

    class Moved(Message):
        """The cursor stands on another cell."""

    class Opened(Message):
        """The cell under the cursor was chosen."""

    def __init__(self, *, label: int, short: int, id: str | None = None) -> None:  # noqa: A002
        """Labels take `label` columns, or `short` in a narrow map."""
        super().__init__(id=id)
        self._widths = (label, short)
        self._rows: Sequence[HeatRow] = ()
        self._columns: Sequence[str] = ()
        self._longest = 0
        """Length of the longest key of a column."""

    # --- what it shows ---

    def show(self, rows: Sequence[HeatRow], columns: Sequence[str]) -> None:
        """Show other rows and columns (by their keys); the cursor stays on its cell where it is still there."""
        row, column = self.row_key, self.column_key
        self._rows, self._columns = rows, columns
        self._longest = max((len(key) for key in columns), default=0)
        keys: list[str | None] = [one.key for one in rows]
        places: list[str | None] = list(columns)
        self.row = keys.index(row) if row in keys else 0
        self.column = places.index(column) if column in places else 0
        self._measure()
        self.refresh()
        self.post_message(self.Moved())

    @property
    def row_key(self) -> str | None:
        """Key of the row under the cursor."""
        return self._rows[self.row].key if self.row < len(self._rows) else None

    @property
    def column_key(self) -> str | None:
        """Key of the column under the cursor."""
        return self._columns[self.column] if self.column < len(self._columns) else None

    # --- measures ---

    @property
    def _narrow(self) -> bool:
        return self.screen.has_class("-narrow")

    @property
    def _label(self) -> int:
        return self._widths[1] if self._narrow else self._widths[0]

    @property
    def _head(self) -> int:
        """Lines of the headings: upright where there is room, else the one over the cursor alone."""
        return 1 if self._narrow else max(1, min(_LONGEST_HEADING, self._longest))

    @property
    def _height(self) -> int:
        """Lines of a row."""
        return _ROOMY if self.size.height >= self._head + _ROOMY * len(self._rows) else 1

    def _measure(self) -> None:
        width = self._label + CELL * len(self._columns)
        self.virtual_size = Size(width, self._head + self._height * len(self._rows))

    def on_resize(self) -> None:
        """Rows are higher where there is room."""
        self._measure()
        self._follow()
        self.refresh()

    # --- the cursor ---

    def validate_row(self, row: int) -> int:
        """Stay on the map."""
        return max(0, min(row, len(self._rows) - 1))

    def validate_column(self, column: int) -> int:
        """Stay on the map."""
        return max(0, min(column, len(self._columns) - 1))

    def watch_row(self, before: int, now: int) -> None:
        """Keep the cursor in sight."""
        self._follow(before, now)

    def watch_column(self) -> None:
        """Keep the cursor in sight."""
        self._follow(self.row)

    def _follow(self, *rows: int) -> None:
        """Scroll the cursor into sight; draw the headings and `rows` anew, where all is not drawn for scrolling."""
        cell = Region(self.column * CELL, self.row * self._height, CELL, self._height)
        room = self.scrollable_content_region.size - (self._label, self._head)
        seen = Region(round(self.scroll_x), round(self.scroll_y), max(CELL, room.width), max(1, room.height))
        by = Region.get_scroll_to_visible(seen, cell)
        if by:
            self.scroll_to(self.scroll_x + by.x, self.scroll_y + by.y, animate=False, immediate=True)
        width = self.size.width
        tops = (self._head + row * self._height - round(self.scroll_y) for row in rows)
        self.refresh(Region(0, 0, width, self._head), *(Region(0, top, width, self._height) for top in tops))

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        before = self.row, self.column
        self.row += rows
        self.column += columns
        if before != (self.row, self.column):
            self.post_message(self.Moved())

    def action_open(self) -> None:
        """Choose the cell under the cursor."""
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a cell; a second click opens it."""
        at = event.get_content_offset(self)
        if at is None or at.y < self._head:
            return
        before = self.row, self.column
        self.row = (at.y - self._head + round(self.scroll_y)) // self._height
        if at.x >= self._label:
            self.column = (at.x - self._label + round(self.scroll_x)) // CELL
        self.post_message(self.Moved() if before != (self.row, self.column) else self.Opened())

    # --- drawing ---

    def render_line(self, y: int) -> Strip:
        """A line of headings, or of a row; only the cells in sight are drawn."""
        width = self.scrollable_content_region.width
        room, offset = max(0, width - self._label), round(self.scroll_x)
        first = offset // CELL
        shown = range(first, min(len(self._columns), (offset + room) // CELL + 1))
        left, cells = self._heading(y, shown, offset, room) if y < self._head else self._line(y, shown)
        body = Strip(cells).crop_extend(offset - first * CELL, offset - first * CELL + room, self.rich_style)
        return Strip([left, *body]).adjust_cell_length(width, self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_visual_style(f"heat-map--{name}").rich_style

    def _heading(self, y: int, shown: range, offset: int, room: int) -> tuple[Segment, list[Segment]]:
        if self._narrow:
            return self._corner(y), self._heading_over_cursor(shown, offset, room)
        plain, here = self._style("heading"), self._style("here")
        above = self._head  # headings end just above their column
        return self._corner(y), [
            Segment(
                set_cell_size(f" {self._columns[n][:above].rjust(above)[y]}", CELL), here if n == self.column else plain
            )
            for n in shown
        ]

    def _corner(self, y: int) -> Segment:
        is_last = y == self._head - 1 and self._columns
        place = f"{self.column + 1} of {len(self._columns)}" if is_last else ""
        return Segment(set_cell_size(place, self._label - 1) + " ", self._style("remark"))

    def _heading_over_cursor(self, shown: range, offset: int, room: int) -> list[Segment]:
        key = self.column_key or ""
        middle = (self.column - shown.start) * CELL + CELL // 2
        last = offset - shown.start * CELL + room - len(key)
        start = max(0, min(last, middle - len(key) // 2))
        return [Segment(" " * start, self.rich_style), Segment(key, self._style("here"))]

    def _line(self, y: int, shown: range) -> tuple[Segment, list[Segment]]:
        place, inner = divmod(y - self._head + round(self.scroll_y), self._height)
        if not 0 <= place < len(self._rows):
            return Segment(" " * self._label, self.rich_style), []
        row = self._rows[place]
        cells = [
            self._cell(row.cells.get(self._columns[n], _EMPTY), inner, here=(place, n) == (self.row, self.column))
            for n in shown
        ]
        return self._label_of(row, inner, here=place == self.row), cells

    def _label_of(self, row: HeatRow, inner: int, *, here: bool) -> Segment:
        text = row.remark if inner else row.short if self._narrow else row.label
        name = "here" if here and not inner else "remark" if inner else "warns" if row.warns else "label"
        return Segment(set_cell_size(text, self._label - 1) + " ", self._style(name))

    def _cell(self, cell: HeatCell, inner: int, *, here: bool) -> Segment:
        style = self._style("cursor" if here and self.has_focus else "here" if here else cell.shade)
        return Segment(" " * CELL if inner else cell.sign.center(CELL), style)
