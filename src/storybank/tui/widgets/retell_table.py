"""A table whose rows are about stories that were told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widgets import DataTable


class RetellTable(DataTable[Text]):
    """Rows that are chosen to rehearse their story again."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select_cursor", "Rehearse again")]
    DEFAULT_CSS = """
    RetellTable { background: transparent; scrollbar-size: 1 1; }
    """

    def __init__(self, headings: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        """Columns by their `headings`."""
        super().__init__(id=id, cursor_type="row", zebra_stripes=True)
        self._headings = headings

    def show(self, rows: Sequence[Sequence[Text]]) -> None:
        """Show other rows; the cursor stays on its line.

        Widths are given: those that the table finds when idle come after a first painting, which may stay.
        """
        row = self.cursor_row
        self.clear(columns=True)
        for place, heading in enumerate(self._headings):
            self.add_column(heading, width=max([len(heading), *(cells[place].cell_len for cells in rows)]))
        for cells in rows:
            self.add_row(*cells)
        self.move_cursor(row=row, animate=False)
