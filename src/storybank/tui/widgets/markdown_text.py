"""Markdown that is laid out anew when its width changes."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from storybank.tui.widgets.markdown_content import markdown_content


class MarkdownText(Widget):
    """One text, as high as its lines."""

    DEFAULT_CSS = """
    MarkdownText { height: auto; width: 1fr; }
    """

    def __init__(self, text: str = "") -> None:
        """Show `text`, markdown."""
        super().__init__()
        self._text = text
        self._laid_out = (-1, Content())

    def show(self, text: str) -> None:
        """Show another text."""
        self._text, self._laid_out = text, (-1, Content())
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Its lines at a width."""
        return self._at(width).plain.count("\n") + 1

    def render(self) -> Content:
        """Its lines."""
        return self._at(self.content_size.width)

    def _at(self, width: int) -> Content:
        if self._laid_out[0] != width:
            self._laid_out = width, markdown_content(self._text, width)
        return self._laid_out[1]
