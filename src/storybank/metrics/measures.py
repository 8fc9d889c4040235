"""What stands behind a number and makes it an amount of money, a percentage, a duration, a rate or a count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from storybank.metrics import cues, currencies, units
from storybank.metrics.atom import Atom, atom_of
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.nouns import FUNCTION, MASS, head, singular
from storybank.metrics.numerals import SPELLED
from storybank.metrics.periods import period, with_period
from storybank.metrics.quantity import Quantity, low
from storybank.metrics.times import duration
from storybank.metrics.tokens import Shape, Token

Measure = Callable[[Sequence[Token], Quantity], Atom | None]
"""Reads the unit behind a quantity; None where it is not of this kind."""

_TIMES_MULTIPLY = word_set(
    """
    as faster more less fewer what better cheaper higher lower larger bigger smaller slower quicker longer
    shorter our the their its my that normal usual ebitda revenue revenues earnings sales income salary arr turnover
    capacity book annual
    """
)


_MOVEMENTS = frozenset(cues.NOUNS) | word_set(
    "lead swing margin gap advantage deficit difference spread bump loss slide"
)


def measured(tokens: Sequence[Token], found: Quantity) -> Atom:
    """The quantity with its unit and period; a count without unit where nothing is recognised."""
    for measure in MEASURES:
        if (atom := measure(tokens, found)) is not None:
            return with_period(tokens, atom)
    return with_period(tokens, atom_of(found, found.last, Kind.COUNT, ""))


def money(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'$2.3M', 'EUR 40,000', '600€', 'five dollars', '200k revenue'."""
    first, last, unit = found.first, found.last, ""
    before = tokens[first - 1] if first else None
    if before is not None and before.text in currencies.SIGNS:
        first, unit = first - 1, currencies.SIGNS[before.text]
        letters = low(tokens, first - 1)
        if before.text == "$" and before.glued and letters in currencies.DOLLARS:
            first, unit = first - 1, currencies.DOLLARS[letters]
    elif (code_at := _code_before(tokens, first)) is not None:
        first, unit = code_at, _code(tokens[code_at].text)
    after = tokens[last] if last < len(tokens) else None
    if after is not None and not after.breaks:
        behind = low(tokens, last + 1) if after.low == "-" and after.glued else ""
        if after.text == "p" and after.glued and found.value < 100 and not unit:
            return replace(atom_of(found, last + 1, Kind.MONEY, "GBP", found.value / 100), factor=0.01)
        if after.text in currencies.SIGNS and not unit:
            last, unit = last + 1, currencies.SIGNS[after.text]
        elif after.text in currencies.CODES or after.text in currencies.BEHIND:
            last, unit = last + 1, unit or _code(after.text)
        elif after.low in currencies.WORDS or behind in currencies.WORDS:
            code, part = currencies.WORDS[behind or after.low]
            value = float(f"{found.value * part:.12g}")
            whole = atom_of(found, last + (2 if behind else 1), Kind.MONEY, code, value)
            return replace(whole, first=first, factor=found.factor * part)
        elif (
            after.low in {"us", "canadian", "australian", "american"} and low(tokens, last + 1) in currencies.WORDS
        ) or (after.low == "us" and low(tokens, last + 1) == "$"):
            code = {"canadian": "CAD", "australian": "AUD"}.get(after.low, "USD")
            last, unit = last + 2, code
    if unit == "INR" and after is not None and after.text == "L" and after.glued:
        return replace(atom_of(found, last + 1, Kind.MONEY, unit, found.value * 1e5), first=first, factor=1e5)
    if unit:
        amount = found.value * 1000 if unit in currencies.POINTED and _grouped(tokens, found) else found.value
        return replace(atom_of(found, last, Kind.MONEY, unit, amount), first=first)
    if found.letter and found.letter not in {"m", "mm"} and after is not None and after.low in currencies.NOUNS:
        return atom_of(found, last, Kind.MONEY, "")
    return None


def _grouped(tokens: Sequence[Token], found: Quantity) -> bool:
    """'€640.000': the point groups thousands, no amount has three decimals."""
    whole, point, decimals = tokens[found.first].text.partition(".")
    return bool(point) and len(decimals) == 3 and decimals.isdigit() and whole[0] != "0" and found.factor == 1.0


def _code_before(tokens: Sequence[Token], at: int) -> int | None:
    """Where the currency code before token `at` stands: 'EUR 300', 'Rs. 45,000'."""
    point = at > 1 and tokens[at - 1].low == "." and tokens[at - 2].low == "rs"
    place = at - 2 if point else at - 1
    if place < 0:
        return None
    code = tokens[place].text
    rand = code == "R" and tokens[at].glued
    return place if point or rand or code in currencies.CODES or code in currencies.BEFORE else None


def _code(written: str) -> str:
    return currencies.NAMES.get(written, written)


def percent(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'73%', '9 per cent', 'percent points', '12-percent'."""
    position = found.last
    if low(tokens, position) == "-" and low(tokens, position + 1) in {"percent", "percentage", "point"}:
        position += 1
    word, after = low(tokens, position), low(tokens, position + 1)
    if word == "per" and after == "cent":
        position, word, after = position + 1, "percent", low(tokens, position + 2)
    if word in {"%", "percent", "percentage", "pct"}:
        joint = 1 if after == "-" else 0
        if low(tokens, position + 1 + joint) in {"points", "point", "pts", "pt"}:
            return atom_of(found, position + 2 + joint, Kind.POINTS, "pp")
        return None if word == "percentage" else atom_of(found, position + 1, Kind.PERCENT, "%")
    if word == "‰":
        return atom_of(found, position + 1, Kind.PERCENT, "%", found.value / 10)
    return None


def points(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'11pp', '120 basis points', '4 points', 'a 10-point jump', '6 NPS points'."""
    position = found.last
    hyphen = low(tokens, position) == "-" and tokens[position].glued
    position += hyphen
    position += low(tokens, position) in {"full", "whole", "percentage"} and low(tokens, position + 1) == "points"
    word = low(tokens, position)
    if word == "basis" and low(tokens, position + 1).startswith("point"):
        return atom_of(found, position + 2, Kind.POINTS, "bp")
    if word in {"nps", "csat", "enps", "index", "satisfaction", "score"} and low(tokens, position + 1) == "points":
        return atom_of(found, position + 2, Kind.POINTS, "point")
    if hyphen and word == "point" and not _moves(tokens, position + 1):
        return None
    if word in units.POINTS and not (found.spelled and word == "points" and not _gained(tokens, found.first)):
        return atom_of(found, position + 1, Kind.POINTS, units.POINTS[word])
    return None


def _moves(tokens: Sequence[Token], at: int) -> bool:
    """Behind 'a 10-point' goes what moved ('NPS jump') or nothing; a 'checklist' has so many points."""
    words = [low(tokens, n) for n in range(at, at + 3)]
    return bool(_MOVEMENTS & set(words)) or not words[0].isalpha() or words[0] in FUNCTION


def _gained(tokens: Sequence[Token], first: int) -> bool:
    """'up three points' and 'by three points' measure, 'I made three points' counts."""
    near = {low(tokens, first - 1), low(tokens, first - 2)}
    return bool(
        near & {"by", "up", "down", "gained", "lost", "rose", "fell", "dropped", "climbed", "slipped", "improved"}
    )


def multiplier(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'2.3x', '5×', 'ten times as many', '10-fold'."""
    position = found.last
    word = low(tokens, position)
    if low(tokens, found.first - 1) == "factor" or (
        low(tokens, found.first - 1) == "of" and low(tokens, found.first - 2) == "factor"
    ):
        start = found.first - (1 if low(tokens, found.first - 1) == "factor" else 2)
        return replace(atom_of(found, position, Kind.MULTIPLIER, "x"), first=start)
    if word in {"x", "×"} and (every := period(tokens, position + 1)) is not None:
        return atom_of(found, every[1], Kind.RATE, f"time/{every[0]}")
    if word in {"x", "×"} and not (position + 1 < len(tokens) and tokens[position + 1].shape is Shape.NUMBER):
        return atom_of(found, position + 1, Kind.MULTIPLIER, "x")
    joint = position + (1 if word == "-" else 0)
    if low(tokens, joint) in {"fold", "x"}:
        return atom_of(found, joint + 1, Kind.MULTIPLIER, "x")
    if word in {"times", "time"}:
        after = low(tokens, position + 1)
        if after in _TIMES_MULTIPLY or (after == "over" and not low(tokens, position + 2).isalnum()):
            return atom_of(found, position + 1, Kind.MULTIPLIER, "x")
    return None


def rate(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'8k rps', '100 Mbps', '90 km/h'."""
    word = low(tokens, found.last)
    if word in units.RATES:
        return atom_of(found, found.last + 1, Kind.RATE, units.RATES[word])
    return None


def size(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'15GB', '40 km', '200 litres'."""
    hyphen = low(tokens, found.last) == "-" and tokens[found.last].glued
    position = found.last + hyphen
    if position >= len(tokens) or tokens[position].opens:
        return None
    token = tokens[position]
    if token.low not in units.MEASURES or (len(token.text) == 1 and token.text != token.low):
        return None
    return atom_of(found, position + 1, Kind.COUNT, units.MEASURES[token.low])


def stars(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'4.5 stars', 'a 4.6-star app'."""
    position = found.last + (low(tokens, found.last) == "-")
    if low(tokens, position) in {"stars", "star", "★", "⭐"} and found.value <= 5:
        return atom_of(found, position + 1, Kind.RATING, "star")
    return None


def count(tokens: Sequence[Token], found: Quantity) -> Atom | None:
    """'850K user accounts', '7-step', 'zero downtime'."""
    position = found.last
    if position >= len(tokens) or tokens[position].breaks or _stuck(tokens, found):
        return None
    if low(tokens, position) == "-" and tokens[position].glued and position + 1 < len(tokens):
        word = tokens[position + 1]
        if found.spelled and found.value == 0 and word.low not in MASS:
            return None
        if (
            word.shape is Shape.WORD
            and word.glued
            and word.low not in {"to", "in", "by", "and", "or", "on", "off", "why", "whys"} | SPELLED
        ):
            return atom_of(found, position + 2, Kind.COUNT, singular(word.low))
        return None
    if found.value == 0 and found.spelled:
        for ahead in range(position, min(position + 3, len(tokens))):
            if tokens[ahead].low in MASS and not tokens[ahead].breaks:
                return atom_of(found, ahead + 1, Kind.COUNT, tokens[ahead].low)
    if found.value == 1 and (single := _single(tokens, position)) is not None:
        return atom_of(found, single[1], Kind.COUNT, single[0])
    if (noun := head(tokens, position)) is not None:
        return atom_of(found, noun[1], Kind.COUNT, noun[0])
    return None


def _stuck(tokens: Sequence[Token], found: Quantity) -> bool:
    """Letters without a meaning as a unit follow the digits directly: '3D', '5G'."""
    token = tokens[found.last]
    return token.glued and token.shape is not Shape.SIGN and tokens[found.last - 1].shape is Shape.NUMBER


def _single(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """(unit, one past it) of the singular noun phrase behind 'one' or '1': its last word before a sign or 'a', 'of'."""
    last = at
    while last < min(at + 3, len(tokens)) and tokens[last].shape is Shape.WORD and tokens[last].low not in FUNCTION:
        if tokens[last].breaks or (last > at and tokens[last].low in units.ADVERBS):
            break
        last += 1
    return (tokens[last - 1].low, last) if last > at else None


MEASURES: tuple[Measure, ...] = (percent, money, stars, points, multiplier, duration, rate, size, count)
"""In the order in which they are tried."""
