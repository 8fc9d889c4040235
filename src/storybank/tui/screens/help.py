"""F1: what the screen is for, and its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from storybank.tui.screens.dialog import Dialog

Key = tuple[str, str]
"""A key as it is shown, and what it does."""


class HelpScreen(Dialog[None]):
    """The guide of a screen above its keys."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1,q", "close", "Close", show=False)]

    def __init__(self, guide: str, keys: Sequence[Key]) -> None:
        """Show a guide in markdown, and keys."""
        super().__init__()
        self._guide, self._keys = guide, keys

    def compose(self) -> ComposeResult:
        """The text and the keys, which scroll together."""
        with VerticalScroll(classes="box") as box:
            box.border_title = "Help"
            box.border_subtitle = "escape closes"
            if self._guide:
                yield Markdown(self._guide, open_links=False)
            yield Static("Keys", classes="head")
            yield Static(self._table(), classes="keys")

    def _table(self) -> Content:
        width = max((len(key) for key, _ in self._keys), default=0)
        lines = [
            Content.assemble((key.rjust(width), "bold $text-accent"), "  ", Content(what)) for key, what in self._keys
        ]
        return Content("\n").join(lines)
