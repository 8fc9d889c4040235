"""Atoms: a number with its unit, before figures are joined and judged."""

from __future__ import annotations

from dataclasses import dataclass

from storybank.metrics.model import Direction, Kind
from storybank.metrics.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Atom:
    """One number with its unit, as tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: Kind
    value: float
    unit: str = ""
    upper: float | None = None
    scale: float | None = None
    spelled: bool = False
    """In words only."""
    factor: float = 1.0
    """The scale word or letter ('K') in `value`."""
    direction: Direction = Direction.NONE
    approximate: bool = False
    fraction: bool = False
    """'a third', 'half': relative to something."""
    lone: bool = False
    """'one', which counts only in company ('one in ten')."""

    @property
    def bare(self) -> bool:
        """A number without any unit."""
        return self.kind is Kind.COUNT and not self.unit and not self.fraction


def atom_of(found: Quantity, last: int, kind: Kind, unit: str, value: float | None = None) -> Atom:
    """The quantity with its unit, up to token `last`; `value` where it is not that of the quantity."""
    amount = found.value if value is None else value
    return Atom(
        found.first, last, kind, amount, unit, spelled=found.spelled, factor=found.factor, approximate=found.plus
    )
