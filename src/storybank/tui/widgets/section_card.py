"""One section of a story during a take: its time, and below it, where there is room, its words."""

from __future__ import annotations

from rich.console import RenderableType
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from storybank.tui.widgets.section_bar import Reading, SectionBar


class SectionCard(Vertical):
    """A line of the list of sections; given height by its screen, a column of a board with the words below the time."""

    DEFAULT_CSS = """
    SectionCard {
        height: 1; width: 1fr;
        VerticalScroll { display: none; scrollbar-size-vertical: 1; }
    }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.border_title = reading.name
        self._bar = SectionBar(reading)
        self._words = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """The time, the words."""
        yield self._bar
        with VerticalScroll(can_focus=False):
            yield self._words

    def show(self, reading: Reading) -> None:
        """Show another reading."""
        self._bar.show(reading)
        self.set_class(reading.running, "-running")
        self.set_class(reading.is_over, "-over")

    def show_words(self, words: RenderableType) -> None:
        """Show other words."""
        self._words.update(words)

    def scroll_words(self, pages: int) -> None:
        """Turn the words by pages."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * scroll.size.height, animate=False)
