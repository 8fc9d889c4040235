"""The line on top: the pages with their keys, and the bank."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from storybank.tui.pages import PAGES, PageInfo


class PageTab(Static):
    """The name of a page; a click opens it."""

    DEFAULT_CSS = """
    PageTab { width: auto; padding: 0 1; color: $text-muted; }
    PageTab:hover { color: $text; background: $boost; }
    PageTab.-current { color: $text; background: $primary; text-style: bold; }
    """

    def __init__(self, number: int, page: PageInfo, *, current: bool) -> None:
        super().__init__(
            Content(f"{number} {page.title}"), id=f"tab-{page.mode}", classes="-current" if current else ""
        )
        self._mode = page.mode

    def on_click(self) -> None:
        """Open the page."""
        self.app.switch_mode(self._mode)


class Navigation(Horizontal):
    """One tab a page, and the bank's name at the right where there is room."""

    DEFAULT_CSS = """
    Navigation { height: 1; dock: top; background: $panel; }
    Navigation .bank { width: 1fr; text-align: right; color: $text-muted; padding: 0 1; }
    .-narrow Navigation .bank { display: none; }
    """

    def __init__(self, current: str, bank: str) -> None:
        """Mark the mode `current`; `bank` is the bank's name."""
        super().__init__()
        self._mode = current
        self._bank = bank

    def compose(self) -> ComposeResult:
        """The tabs and the name."""
        for number, page in enumerate(PAGES, 1):
            yield PageTab(number, page, current=page.mode == self._mode)
        yield Static(Content(self._bank), classes="bank")
