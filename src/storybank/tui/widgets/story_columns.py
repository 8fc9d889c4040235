"""The columns of the story table: which there are at a width, and how wide each is."""

from __future__ import annotations

from dataclasses import dataclass

from storybank.bank.library import Order

GAP = 2
"""Blank cells between two columns."""
CHIP = 5
"""Cells of one principle's code with its blanks."""
_ROOMY, _MIDDLE = 92, 68
"""Widths from which the table shows when a story was last told, and from which it shows three principles."""
_LEAST_TITLE = 10


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    order: Order
    """What it shows, which is also what a click on its head sorts by."""
    title: str
    width: int
    right: bool = False
    """Whether it is set flush right, as numbers are."""


def columns(width: int, id_width: int) -> tuple[Column, ...]:
    """The columns that fit into `width` cells; the title takes what the others leave.

    Args:
        width: cells there are.
        id_width: cells of the longest id.
    """
    chips = 4 if width >= _ROOMY else 3 if width >= _MIDDLE else 2
    fixed = [
        Column(Order.ID, "Id", max(3, min(12, id_width))),
        Column(Order.PRINCIPLES, "Principles", max(11, chips * CHIP)),
        Column(Order.LENGTH, "Time", 5, right=True),
        Column(Order.FLAGS, "Flags", 6),
        *([Column(Order.LAST, "Last take", 10)] if width >= _ROOMY else []),
        Column(Order.DUE, "Due", 9 if width >= _MIDDLE else 8),
    ]
    title = width - sum(column.width for column in fixed) - GAP * len(fixed)
    return (fixed[0], Column(Order.TITLE, "Story", max(_LEAST_TITLE, title)), *fixed[1:])
