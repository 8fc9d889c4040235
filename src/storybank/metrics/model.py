"""What the grammar finds: figures, and changes between two of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    MULTIPLIER = "multiplier"
    DURATION = "duration"
    RATE = "rate"
    COUNT = "count"
    RATING = "rating"


class Direction(StrEnum):
    """Which way a figure says that something went."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in a text."""

    start: int
    """First character in the text."""
    end: int
    """One past the last character."""
    text: str
    """As written: `text[start:end]` of the whole."""
    kind: Kind
    value: float
    """In `unit`: '$2.3M' is 2300000.0, '73%' is 73.0, '8 hours' is 8.0; of a range the first number."""
    unit: str
    """Singular: 'USD', '%', 'pp', 'x', 'hour', 'engineer', 'request/day'; '' where none was written."""
    upper: float | None = None
    """The other end of a range, in `unit`."""
    scale: float | None = None
    """What a rating is out of: 5.0 of '4.2/5'; None where it was not said."""
    direction: Direction = Direction.NONE
    """Which way it says that something went."""
    approximate: bool = False
    """Written as 'about', '~', 'over', '500+'."""
    is_result: bool = False
    """It is a change or an outcome ('reduced by 40%', 'to 1.9 hours'), and not only context."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change with both of its numbers: 'from 73% to 61%', '4 hours to 12 minutes'."""

    before: Figure
    after: Figure
    percent: float
    """100 * (after - before) / before, after conversion to one unit; infinite from zero."""
