"""Bars that lie: one a line, with words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widget import Widget

from storybank.tui.widgets.bars import rail

_SHORTEST = 6
"""Columns of a bar at least, where words leave little room."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    label: str
    value: float
    words: str
    """What it means: 'never by colour alone'."""
    tone: str = "$primary"
    """A style of Textual's."""


class Bars(Widget):
    """Bars under each other, drawn on one scale."""

    DEFAULT_CSS = """
    Bars { height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Without bars, until `show`."""
        super().__init__(id=id)
        self._bars: Sequence[Bar] = ()
        self._whole = 1.0

    def show(self, bars: Sequence[Bar], whole: float | None = None) -> None:
        """Draw other bars; `whole` is a full one, the longest where None."""
        self._bars = bars
        self._whole = whole or max((bar.value for bar in bars), default=1.0) or 1.0
        self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """A line a bar."""
        return len(self._bars)

    def render(self) -> Content:
        """The bars."""
        label = max((cell_len(bar.label) for bar in self._bars), default=0)
        words = max((cell_len(bar.words) for bar in self._bars), default=0)
        width = max(_SHORTEST, self.size.width - label - words - 2)
        return Content("\n").join(
            Content.assemble(
                set_cell_size(bar.label, label), " ", drawn(bar.value / self._whole, width, bar.tone), " ", bar.words
            )
            for bar in self._bars
        )


def drawn(share: float, width: int, tone: str) -> Content:
    """A bar of `width` columns, `share` of it filled, to half a column."""
    halves = max(0, min(2 * width, round(share * 2 * width)))
    if share > 0 and not halves:
        halves = 1  # a little is not nothing
    return rail(halves, width, tone, "$foreground 20%")
