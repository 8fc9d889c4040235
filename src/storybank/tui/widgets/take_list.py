"""The takes of a story, one a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from storybank.model import Grade, TakeRecord
from storybank.pace.words import off_plan
from storybank.text.when import local_time, minutes
from storybank.tui.widgets.sparks import Sparks

_COLUMNS = ("told on", "took", "planned", "", "fillers", "grade", "note")


class TakeList(VerticalScroll):
    """A sparkline of the totals, and below it the takes, the newest first."""

    DEFAULT_CSS = """
    TakeList {
        Sparks { height: 3; margin-bottom: 1; }
    }
    """

    def __init__(self, takes: Sequence[TakeRecord], zone: tzinfo | None) -> None:
        """Show finished takes, oldest first, with their times in `zone`."""
        super().__init__(can_focus=False)
        self.border_title = "All takes of this story"
        self._takes = takes
        self._zone = zone

    def compose(self) -> ComposeResult:
        """The sparkline and the list."""
        yield Sparks(self._takes)
        yield Static()

    def show(self, current: TakeRecord, grades: Mapping[int, Grade]) -> None:
        """Show the takes with their grades; `current` is one of them as it is now."""
        table = Table.grid(padding=(0, 3, 0, 0))
        table.add_row(*(Text(name, "dim") for name in _COLUMNS))
        for take in reversed(self._takes):
            table.add_row(*map(Text, self._row(current if take.id == current.id else take, grades)))
        self.query_one(Static).update(table)

    def _row(self, take: TakeRecord, grades: Mapping[int, Grade]) -> tuple[str, ...]:
        grade = grades.get(take.id or 0)
        times = (minutes(take.total), minutes(take.planned_total), off_plan(take.total - take.planned_total))
        words = (str(take.fillers), grade.name.lower() if grade else "none", take.note)
        return (local_time(take.started, self._zone), *times, *words)
