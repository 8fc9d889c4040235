"""Comparing a figure of a story with one that was said."""

from __future__ import annotations

import math

from storybank.metrics import Figure, Kind, percent_change

_CONTEXT_WORDS = 7
_EXACT = 1e-6
_NUMBERS = frozenset({Kind.COUNT, Kind.RATING, Kind.RATE, Kind.MONEY, Kind.MULTIPLIER})
"""Kinds that speech may leave unnamed: 'from 3.2 to 4.1', '1.8 million'."""
_SHARES = frozenset({Kind.PERCENT, Kind.POINTS})
_ROUNDED_PERCENT = 15.0
"""Farther from the fact a round number is another one: 10 for 12."""
_LARGE = 10
"""From here a number alone tells which one is meant."""


def equal(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same, in whatever unit: '14 days' and '2 weeks', '$1.8M a year' and '1.8 million'."""
    if one.kind is other.kind and percent_change(one, other) == 0:
        return _upper_agrees(one, other)
    if not math.isclose(one.value, other.value, rel_tol=_EXACT):
        return False
    return _upper_agrees(one, other) and _may_be_same(one, other)


def same_fact(one: Figure, other: Figure) -> bool:
    """Whether two figures of a story are one fact told twice: '3 teams' and a bare '3' are two."""
    small = one.kind is Kind.COUNT and abs(one.value) < _LARGE
    return equal(one, other) and (not small or _thing(one) == _thing(other))


def same_measure(one: Figure, other: Figure) -> bool:
    """Whether one may stand for the other, values aside."""
    if one.kind in _SHARES or other.kind in _SHARES:
        return one.kind in _SHARES and other.kind in _SHARES
    if Kind.DURATION in {one.kind, other.kind}:
        return one.kind is other.kind
    if one.kind is other.kind:
        return True
    return _thing(one) == _thing(other) or _bare(one) or _bare(other)


def rounded(fact: Figure, said: Figure) -> bool:
    """Whether what was said is the fact with fewer digits: 16 for 16.4, 'about 2 million' for 1.8 million."""
    if not fact.value or not said.value or math.isclose(fact.value, said.value, rel_tol=_EXACT):
        return False
    change = percent_change(fact, said)
    if change is not None and abs(change) > _ROUNDED_PERCENT:
        return False
    value = fact.value if change is None else said.value / (1 + change / 100) if change > -100 else fact.value
    digits = math.floor(math.log10(abs(value)))
    return any(math.isclose(round(value, places - digits), said.value, rel_tol=_EXACT) for places in range(5))


def context(text: str, figure: Figure) -> str:
    """The words around a figure, its own unit included."""
    before, after = text[: figure.start].split()[-_CONTEXT_WORDS:], text[figure.end :].split()[:_CONTEXT_WORDS]
    own = [word for word in figure.text.split() if not any(c.isdigit() for c in word)]
    return " ".join([*before, *own, *after])


def _upper_agrees(one: Figure, other: Figure) -> bool:
    return one.upper is None or other.upper is None or math.isclose(one.upper, other.upper, rel_tol=_EXACT)


def _may_be_same(one: Figure, other: Figure) -> bool:
    """Of equal values: whether units and kinds allow that they mean the same thing."""
    if one.kind in _SHARES and other.kind in _SHARES:
        return True
    if one.kind not in _NUMBERS or other.kind not in _NUMBERS:
        return False
    if _bare(one) or _bare(other) or _thing(one) == _thing(other):
        return True
    return one.kind is other.kind is Kind.COUNT and abs(one.value) >= _LARGE


def _thing(figure: Figure) -> str:
    """The unit without its period: 'USD' of 'USD/year'."""
    return figure.unit.partition("/")[0].casefold().removesuffix("s")


def _bare(figure: Figure) -> bool:
    return _thing(figure) in {"", "x"} or figure.kind is Kind.RATING
