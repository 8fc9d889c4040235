"""What a figure is per: 'a day', '/month', 'per 1,000 orders'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storybank.metrics import units
from storybank.metrics.atom import Atom
from storybank.metrics.model import Kind
from storybank.metrics.nouns import head
from storybank.metrics.numerals import HUNDREDS, SCALES
from storybank.metrics.quantity import low, quantity
from storybank.metrics.tokens import Token


def with_period(tokens: Sequence[Token], atom: Atom) -> Atom:
    """Read 'per day', '/day', 'a week', 'daily', 'per 1,000 calls' behind an atom; counts become rates."""
    if atom.kind not in {Kind.COUNT, Kind.MONEY, Kind.DURATION}:
        return atom
    found = period(tokens, atom.last)
    if found is None and atom.kind is not Kind.DURATION:
        found = basis(tokens, atom.last)
    if found is None:
        return atom
    name, last = found
    if atom.kind is Kind.DURATION and low(tokens, atom.last) not in {"a", "an", "per", "each", "every", "/"}:
        return atom
    kind = Kind.RATE if atom.kind is Kind.COUNT else atom.kind
    return replace(atom, kind=kind, unit=f"{atom.unit}/{name}", last=last)


def period(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """(unit of time, one past it) of 'per day', 'a week', '/s', 'every single day', 'daily' at token `at`."""
    word = low(tokens, at)
    if word in units.ADVERBS and not tokens[at].breaks:
        return units.ADVERBS[word], at + 1
    if word not in {"a", "an", "per", "each", "every", "/"}:
        return None
    position = at + 1
    while low(tokens, position) in {"single", "working", "business", "given", "calendar", "average"}:
        position += 1
    unit = low(tokens, position)
    if unit in units.PERIODS and (word in {"/", "per"} or unit in units.SECONDS or len(unit) > 3):
        return units.PERIODS[unit], position + 1
    return None


def basis(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """('1000 order', one past it) of 'per 1,000 orders', 'per million', 'for every hundred calls' at token `at`."""
    every = at + 1 if low(tokens, at) == "for" and low(tokens, at + 1) == "every" else at
    if low(tokens, every) not in {"per", "every"} or (every == at and low(tokens, at) == "every"):
        return None
    position = every + 1
    if position >= len(tokens):
        return None
    word = tokens[position].low
    if word in HUNDREDS or word in SCALES:
        value, last = float(HUNDREDS.get(word) or SCALES[word]), position + 1
    elif (found := quantity(tokens, position)) is not None and found.value >= 2:
        value, last = found.value, found.last
    else:
        return None
    joint = low(tokens, last)
    if joint in {"-", "%"} or joint in units.TIME or joint in units.SHORT_TIME:
        return None
    noun = head(tokens, last)
    return (f"{value:g} {noun[0]}", noun[1]) if noun else (f"{value:g}", last)
