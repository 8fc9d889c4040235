"""A story's text, to be read beside something else."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from storybank.model import StoryText
from storybank.tui.widgets.markdown_content import markdown_content

_WIDEST = 96
"""Columns beyond which lines are hard to follow."""


class StoryReader(VerticalScroll):
    """The sections of one story."""

    DEFAULT_CSS = """
    StoryReader {
        border: round $panel; border-title-color: $text-muted; padding: 0 1;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        &:focus { border: round $primary; }
    }
    """
    _markdown = ""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="reader-text")

    def show(self, story: StoryText) -> None:
        """Show another story."""
        self._markdown = "\n\n".join(f"## {section.name.title()}\n\n{section.text}" for section in story.sections)
        self.scroll_home(animate=False)
        self._lay_out()

    def on_resize(self) -> None:
        """The lines have another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = min(_WIDEST, self.scrollable_content_region.width)
        if self._markdown and width > 0:  # where it is not seen there is no width, and no work
            self.query_one("#reader-text", Static).update(markdown_content(self._markdown, width))
