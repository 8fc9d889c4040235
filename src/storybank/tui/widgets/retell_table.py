"""A table whose rows are about stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable


class RetellTable(DataTable[Text]):
    """Rows that are chosen to rehearse their story."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", "Rehearse again")]
    DEFAULT_CSS = """
    RetellTable { background: transparent; scrollbar-size: 1 1; }
    """

    def __init__(self, headings: Iterable[str], *, id: str | None = None) -> None:  # noqa: A002
        """Columns by their `headings`."""
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)
        self.add_columns(*headings)

    def show(self, rows: Iterable[Sequence[Text]]) -> None:
        """Show other rows; the cursor stays on its line."""
        row = self.cursor_row
        self.clear()
        for cells in rows:
            self.add_row(*cells)
        self.move_cursor(row=row, animate=False)
