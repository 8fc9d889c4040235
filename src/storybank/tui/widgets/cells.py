"""Text that fits a number of terminal cells, wide characters and all."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

ELLIPSIS = "…"


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells: filled up, or cut with an ellipsis; control characters become blanks."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, width - 1) + ELLIPSIS if width > 0 else ""
