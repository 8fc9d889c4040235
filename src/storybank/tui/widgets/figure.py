"""A figure with what it counts."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Digits, Static


class Figure(Vertical):
    """A large figure over its caption; both on one line where columns are few."""

    DEFAULT_CSS = """
    Figure { width: 1fr; height: 5; align-horizontal: center; content-align: center middle; }
    Figure Digits { width: 100%; text-align: center; color: $text-primary; }
    Figure Static { width: 100%; text-align: center; color: $text-muted; }
    Figure .-short { display: none; }
    """

    def __init__(self, caption: str, *, id: str | None = None) -> None:  # noqa: A002
        """Count what `caption` says."""
        super().__init__(id=id)
        self._caption = caption

    def compose(self) -> ComposeResult:
        """The figure in both sizes, and the caption."""
        yield Digits("", classes="-long")
        yield Static(Content(self._caption), classes="-long")
        yield Static(classes="-short")

    def show(self, value: str, caption: str | None = None) -> None:
        """Show another figure, perhaps of something else."""
        self._caption = caption or self._caption
        self.query_one(Digits).update(value)
        long, short = self.query(Static)
        long.update(Content(self._caption))
        short.update(Content.assemble((value, "bold $text-primary"), f" {self._caption}"))
