"""The line on top of a drill."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

_SIGNS = {True: ("✓", "$success"), False: ("✗", "$error"), None: ("•", "$foreground-muted")}


class DrillHeader(Horizontal):
    """Which drill this is, where it stands, and how it went so far."""

    DEFAULT_CSS = """
    DrillHeader {
        height: 1; dock: top; background: $panel; padding: 0 1;
        & .name { width: auto; text-style: bold; color: $text; }
        & .place { width: 1fr; padding: 0 2; color: $text-muted; }
        & .signs { width: auto; }
    }
    """

    def __init__(self, name: str) -> None:
        """A drill of that name."""
        super().__init__()
        self._name_shown = name

    def compose(self) -> ComposeResult:
        """Name, place, signs."""
        yield Static(Content(self._name_shown), classes="name")
        yield Static(classes="place")
        yield Static(classes="signs")

    def show(self, place: str, rights: Sequence[bool | None] = (), left: int = 0) -> None:
        """Show where it stands.

        Args:
            place: in words.
            rights: of each question that was answered, whether it was right; None where nobody judged it.
            left: questions still to be answered.
        """
        self.query_one(".place", Static).update(Content(place))
        signs = [Content.styled(*_SIGNS[right]) for right in rights]
        rest = Content.styled("·" * left, "$foreground-muted")
        self.query_one(".signs", Static).update(Content(" ").join([*signs, rest] if left else signs))
