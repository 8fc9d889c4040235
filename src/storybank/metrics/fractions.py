"""Figures without a number in front: fractions, 'doubled', 'halved', 'twice', 'an order of magnitude'."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from storybank.metrics import units
from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Direction, Kind
from storybank.metrics.nouns import FUNCTION
from storybank.metrics.numerals import ONES, PARTS, SCALES
from storybank.metrics.periods import period
from storybank.metrics.quantity import low
from storybank.metrics.tokens import Token

_GROWN: Mapping[str, tuple[float, Direction]] = MappingProxyType(
    {
        "doubled": (2.0, Direction.UP),
        "doubling": (2.0, Direction.UP),
        "doubles": (2.0, Direction.UP),
        "redoubled": (2.0, Direction.UP),
        "tripled": (3.0, Direction.UP),
        "tripling": (3.0, Direction.UP),
        "triples": (3.0, Direction.UP),
        "trebled": (3.0, Direction.UP),
        "trebling": (3.0, Direction.UP),
        "quadrupled": (4.0, Direction.UP),
        "quadrupling": (4.0, Direction.UP),
        "quintupled": (5.0, Direction.UP),
        "halved": (0.5, Direction.DOWN),
        "halving": (0.5, Direction.DOWN),
        "halves": (0.5, Direction.DOWN),
        "halve": (0.5, Direction.DOWN),
        "quadruple": (4.0, Direction.NONE),
        "treble": (3.0, Direction.NONE),
        "triple": (3.0, Direction.NONE),
        "double": (2.0, Direction.NONE),
    }
)
_FOLD: Mapping[str, float] = MappingProxyType(
    {**{f"{word}fold": float(n) for word, n in ONES.items() if n > 1}, "hundredfold": 100.0}
)
_OTHERWISE = word_set("- check checked down back over entry click digit digits sided standards bass espresso")
"""Behind 'double' it measures nothing."""
_OF_WHAT = word_set("the our my their its his her what that whose this")
_LESS_OR_MORE = word_set(
    """
    fewer less more faster slower cheaper lower higher shorter longer smaller larger bigger quicker better
    """
)
_ABOUT = word_set(
    "lose lost least by nearly almost about roughly around over under only barely just approximately than to"
)
_MOVING = word_set("up down fell rose grew dropped shrank another")
_LATE = word_set("slip slipped delayed late delay moved postponed off miss missed pushed it launch back")
_CUTTING = word_set(
    """
    cut cutting cuts slashed slashing reduced reducing chopped shrunk sliced brought went dropped fell
    """
)
_NOT_MEASURED = word_set("first second other last latter bottom top better this each either your one and")
_IDIOMS = word_set("battle story truth fun point asleep day way world joke trick hearted")

Reader = Callable[[Sequence[Token], int], Atom | None]


def relative(tokens: Sequence[Token], at: int) -> Atom | None:
    """The figure without a number of its own that starts with token `at`."""
    reader = _READERS.get(tokens[at].low)
    return reader(tokens, at) if reader else None


def _half(tokens: Sequence[Token], at: int) -> Atom | None:
    """'half an hour', 'a half-day', 'half of', 'half the', 'by half', 'half as many'."""
    position = at + 1
    hyphen = low(tokens, position) == "-"
    position += hyphen
    article = low(tokens, position) in {"a", "an"}
    position += article
    position += low(tokens, position) == "-"
    if article and (share := _of_percent(tokens, at, position, 0.5)) is not None:
        return share
    if low(tokens, position) in units.TIME and (hyphen or article):
        if low(tokens, position) == "time" or low(tokens, position + 1) in {"ago"}:
            return None
        return Atom(at, position + 1, Kind.DURATION, 0.5, units.TIME[low(tokens, position)], spelled=True)
    before, after = low(tokens, at - 1), low(tokens, at + 1)
    if before == "in":
        near = {low(tokens, at - n) for n in range(2, 9)}
        return Atom(at - 1, at + 1, Kind.MULTIPLIER, 0.5, "x") if near & _CUTTING else None
    if before == "and" and after == "of" and low(tokens, at - 2) not in units.TIME:
        return _share(at, at + 1, 0.5)
    if hyphen or article or before in _NOT_MEASURED or (before in {"a", "the"} and after != "of"):
        return None
    if after == "as":
        return Atom(at, at + 1, Kind.MULTIPLIER, 0.5, "x")
    named = (after == "of" and before != "the") or (after in _OF_WHAT and low(tokens, at + 2) not in _IDIOMS)
    begins = tokens[at].text[0].isupper() and low(tokens, at + 1) in FUNCTION and not tokens[at].glued
    content = after.isalpha() and (after not in FUNCTION or after in _OF_WHAT)
    nearly = before in _ABOUT and before != "to" and not content
    if named or begins or nearly:
        return _share(at, at + 1, 0.5)
    return None


def _of_percent(tokens: Sequence[Token], at: int, position: int, value: float) -> Atom | None:
    """'half a percent', 'a quarter of a percentage point', 'half a point'."""
    word, after = low(tokens, position), low(tokens, position + 1)
    if word == "per" and after == "cent":
        return Atom(at, position + 2, Kind.PERCENT, value, "%", spelled=True)
    if word in {"percent", "percentage"}:
        if after in {"point", "points"}:
            return Atom(at, position + 2, Kind.POINTS, value, "pp", spelled=True)
        return Atom(at, position + 1, Kind.PERCENT, value, "%", spelled=True)
    return Atom(at, position + 1, Kind.POINTS, value, "point", spelled=True) if word == "point" else None


def _share(first: int, last: int, value: float) -> Atom:
    return Atom(first, last, Kind.PERCENT, float(f"{100 * value:.12g}"), "%", spelled=True, fraction=True)


def _part(tokens: Sequence[Token], at: int) -> Atom | None:
    """'a third of', 'by a quarter', 'two-thirds', 'three quarters of'."""
    word = low(tokens, at)
    number = 1.0 if word == "a" else float(ONES.get(word, 0))
    position = at + 1 + (low(tokens, at + 1) == "-")
    part = low(tokens, position)
    before, after = low(tokens, at - 1), low(tokens, position + 1)
    size = PARTS.get(part if number == 1 else part.removesuffix("s"))
    if size is None or not number or number * size >= 1 or (number > 1 and not part.endswith("s")):
        return None
    if part == "quarter" and before == "by" and low(tokens, at - 2) in _LATE:
        return None
    if after == "of" and low(tokens, position + 2) in {"a", "an"}:
        unit = units.TIME.get(low(tokens, position + 3))
        if unit is not None:
            return Atom(at, position + 4, Kind.DURATION, number * size, unit, spelled=True)
        if low(tokens, position + 3) in SCALES:
            return None
        if (share := _of_percent(tokens, at, position + 3, number * size)) is not None:
            return share
    related = after == "of" or after in _LESS_OR_MORE or after in _OF_WHAT
    ends = after in FUNCTION or not after.isalpha()
    if related or ((before in _ABOUT or before in _MOVING) and ends) or (part != "quarters" and number > 1):
        return _share(at, position + 1, number * size)
    if number == 1 and word == "one" and part != "quarter" and ends:
        return _share(at, position + 1, number * size)
    return None


def _grown(tokens: Sequence[Token], at: int) -> Atom | None:
    """'doubled', 'tripling', 'halved', 'double the', 'more than double'."""
    word, before, after = tokens[at].low, low(tokens, at - 1), low(tokens, at + 1)
    value, direction = _GROWN[word]
    if after in _OTHERWISE or (
        word in {"doubles", "halves", "triples"} and before in {"two", "the", "both", "in", "of"}
    ):
        return None
    if direction is Direction.NONE:
        verb = before in {"to", "than", "almost", "nearly", "about", "roughly", "could", "would", "will"}
        if not (after in _OF_WHAT or (verb and (after in FUNCTION or not after.isalpha()))):
            return None
        if before in {"to", "could", "would", "will"}:
            direction = Direction.UP
    if word == "halve" and before in {"", "the"}:
        return None
    return Atom(at, at + 1, Kind.MULTIPLIER, value, "x", direction=direction)


def _fold(tokens: Sequence[Token], at: int) -> Atom | None:
    return Atom(at, at + 1, Kind.MULTIPLIER, _FOLD[tokens[at].low], "x")


def _twice(tokens: Sequence[Token], at: int) -> Atom | None:
    """'twice as fast', 'twice the load', 'twice a week'."""
    value = 2.0 if tokens[at].low == "twice" else 3.0
    after = low(tokens, at + 1)
    if (found := period(tokens, at + 1)) is not None:
        return Atom(at, found[1], Kind.RATE, value, f"time/{found[0]}", spelled=True)
    if after == "as" or (after in _OF_WHAT and low(tokens, at + 2) not in {"day", "night", "morning", "same", "week"}):
        return Atom(at, at + 1, Kind.MULTIPLIER, value, "x")
    return None


def _magnitude(tokens: Sequence[Token], at: int) -> Atom | None:
    """'an order of magnitude', 'two orders of magnitude'."""
    position = at
    power = 1.0
    if low(tokens, at) not in {"order", "orders"}:
        power = float(ONES.get(low(tokens, at), 1))
        position += 1
    if low(tokens, position) not in {"order", "orders"} or low(tokens, position + 2) not in {"magnitude", "magnitudes"}:
        return None
    return Atom(at, position + 3, Kind.MULTIPLIER, 10.0**power, "x", spelled=True)


def _number_word(tokens: Sequence[Token], at: int) -> Atom | None:
    return _magnitude(tokens, at) or _part(tokens, at) or _and_a_half(tokens, at)


def _and_a_half(tokens: Sequence[Token], at: int) -> Atom | None:
    """'an hour and a half', 'a year and a half'."""
    unit = units.TIME.get(low(tokens, at + 1))
    if unit is None or low(tokens, at) not in {"a", "an", "one"}:
        return None
    if [low(tokens, at + n) for n in (2, 3, 4)] != ["and", "a", "half"]:
        return None
    return Atom(at, at + 5, Kind.DURATION, 1.5, unit, spelled=True)


_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "half": _half,
        "twice": _twice,
        "thrice": _twice,
        "order": _magnitude,
        "orders": _magnitude,
        "an": _number_word,
        "a": _number_word,
        **dict.fromkeys((word for word, n in ONES.items() if 0 < n < 20), _number_word),
        **dict.fromkeys(_GROWN, _grown),
        **dict.fromkeys(_FOLD, _fold),
    }
)

STARTS = frozenset(_READERS)
"""The words that `relative` reads from."""
