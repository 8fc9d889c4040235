"""Bars that stand: one a day, with figures on top and days below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from storybank.tui.widgets.bars import LEVELS

_WIDEST = 5


@dataclass(frozen=True, slots=True)
class Column:
    """One bar."""

    value: int
    label: str = ""
    """Below it; it may reach under the bars to its right."""
    tone: str = "$primary"
    """A style of Textual's."""


class Columns(Widget):
    """Bars beside each other over the whole width, drawn on one scale."""

    DEFAULT_CSS = """
    Columns { height: 8; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Without bars, until `show`."""
        super().__init__(id=id)
        self._columns: Sequence[Column] = ()

    def show(self, columns: Sequence[Column]) -> None:
        """Draw other bars."""
        self._columns = columns
        self.refresh()

    def render(self) -> Content:
        """The bars, a rule, and their labels."""
        if not self._columns:
            return Content("")
        room = self.size.width // len(self._columns)
        width = max(1, min(_WIDEST, room - 1))
        step = width + 1 if room > 1 else 1
        height = max(1, self.size.height - 2)
        lines = [self._line(row, height, width, step) for row in range(height, 0, -1)]
        rule = Content.styled("─" * (step * len(self._columns)), "$foreground 20%")
        return Content("\n").join([*lines, rule, self._labels(step)])

    def _line(self, row: int, height: int, width: int, step: int) -> Content:
        """The line `row` lines above the rule."""
        most = max(column.value for column in self._columns) or 1
        whole = 8 * max(1, height - 1)  # a line is left for the figure on top
        return Content.assemble(
            *self._pieces([round(column.value * whole / most) for column in self._columns], row, width, step)
        )

    def _pieces(self, eighths: Sequence[int], row: int, width: int, step: int) -> Iterator[tuple[str, str]]:
        for column, filled in zip(self._columns, eighths, strict=True):
            filled = max(filled, 1) if column.value else 0
            top = -(-filled // 8)
            if column.value and row == top + 1:
                text, style = str(column.value).center(width), "bold"
            else:
                text, style = LEVELS[max(0, min(8, filled - 8 * (row - 1)))] * width, column.tone
            yield text[:width] + " " * (step - width), style

    def _labels(self, step: int) -> Content:
        line = ""
        for place, column in enumerate(self._columns):
            if column.label and len(line) <= place * step:
                line = line.ljust(place * step) + column.label + " "
        return Content.styled(line[: step * len(self._columns)], "$foreground-muted")
