"""How long a story took, time after time."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from storybank.model import TakeRecord
from storybank.text.when import minutes
from storybank.tui.widgets.sparks import Sparks

_NAMED = 4
"""How many of the last takes are named with their times."""


class EarlierTakes(Horizontal):
    """A sparkline of the totals, the last of them in figures."""

    DEFAULT_CSS = """
    EarlierTakes {
        height: 1;
        .label { width: 13; padding-left: 2; color: $text-muted; }
        Sparks { margin-right: 2; }
        .figures { width: auto; color: $text-muted; }
    }
    """

    def __init__(self, takes: Sequence[TakeRecord]) -> None:
        """Show finished takes of one story, oldest first."""
        super().__init__()
        self._takes = takes

    def compose(self) -> ComposeResult:
        """The line and the figures; a word where there is nothing to compare with."""
        yield Static("All takes", classes="label")
        if len(self._takes) < 2:
            yield Static("this is the first", classes="figures")
            return
        yield Sparks(self._takes)
        figures = [minutes(take.total) for take in self._takes[-_NAMED:]]
        yield Static(Content.assemble(" → ".join(figures[:-1]), " → ", (figures[-1], "$text bold")), classes="figures")
