"""Durations: '47 minutes', 'six-month', '500ms', and the 'm' that is minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storybank.metrics import units
from storybank.metrics.atom import Atom, atom_of
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.nouns import head
from storybank.metrics.quantity import Quantity, low
from storybank.metrics.tokens import Token

_TO = frozenset({"to", "→", "->", "=>", "vs"})
_OF_TIMES = word_set("mttr mttd mtta rto rpo aht ttr")


def duration(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'47 minutes', 'six-month', '3-5 business days', '500ms', '14 engineer-months'."""
    position = found.last
    if low(tokens, position) == "-" and tokens[position].glued:
        position += 1
    elif (short := _short_time(tokens, found)) is not None:
        return short
    while low(tokens, position) in units.TIME_ADJECTIVES:
        position += 1
    if low(tokens, position) in units.WORKERS:
        behind = position + 1 + (low(tokens, position + 1) == "-")
        if low(tokens, behind) in units.TIME:
            return atom_of(found, behind + 1, Kind.DURATION, units.TIME[low(tokens, behind)])
        return None
    if position < len(tokens) and tokens[position].breaks:
        return None
    if (unit := units.TIME.get(low(tokens, position).removesuffix("'"))) is None:
        return None
    if found.value > 1 and low(tokens, position) in {"night", "weekend"} and _names(tokens, found.last, position):
        return None
    last, value = position + 1, found.value
    if [low(tokens, last + n) for n in range(3)] == ["and", "a", "half"] and low(tokens, last + 3) not in units.TIME:
        last, value = last + 3, value + 0.5
    return atom_of(found, last, Kind.DURATION, unit, value)


def _names(tokens: Sequence[Token], last: int, at: int) -> bool:
    """The 'night' of 'two night shifts' belongs to what is counted."""
    return low(tokens, last) != "-" and at <= last + 1 and head(tokens, at + 1) is not None


def _short_time(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'4.2 s', '72h', '45m' where no noun follows that is counted in millions."""
    if found.letter == "m":
        if found.factor == 1e6 and found.value <= 240e6 and head(tokens, found.last) is None:
            before = low(tokens, found.first - 1)
            if (
                before in {"h", "hr", "hrs"}
                or low(tokens, found.last + 1) in {"s", "sec"}
                or _among_times(tokens, found)
            ):
                return atom_of(_without_letter(found), found.last, Kind.DURATION, "minute")
        return None
    if found.factor != 1.0 or found.spelled or found.last >= len(tokens):
        return None
    token = tokens[found.last]
    if token.low not in units.SHORT_TIME or token.opens or token.text in {"S", "H", "D", "W", "MO", "US", "us"}:
        return None
    if token.low in {"s", "d", "w", "y"} and token.glued and found.value >= 100 and token.low == "s":
        return None
    return atom_of(found, found.last + 1, Kind.DURATION, units.SHORT_TIME[token.low])


def _among_times(tokens: Sequence[Token], found: Quantity) -> bool:
    """The 'm' of '5h to 40m', '40m -> 90s' and 'MTTR 40m' is minutes."""
    before, after = low(tokens, found.first - 1), low(tokens, found.last)
    if before in _OF_TIMES:
        return True
    if before in _TO and low(tokens, found.first - 2) in units.SHORT_TIME:
        return True
    return after in _TO and low(tokens, found.last + 2) in units.SHORT_TIME


def _without_letter(found: Quantity) -> Quantity:
    """The number before a scale letter that is a unit: '45m' as 45."""
    return replace(found, value=float(f"{found.value / found.factor:.12g}"), factor=1.0, letter="")
