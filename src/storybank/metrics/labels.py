"""Numbers that name, date or address something instead of measuring it."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.metrics.atom import Atom
from storybank.metrics.dates import age, clock, date
from storybank.metrics.idioms import idiom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.names import address, named, status
from storybank.metrics.quantity import low
from storybank.metrics.tokens import Token
from storybank.metrics.written import glued_name, ordinal

_TIERS = word_set("tier level class grade type phase stage category")
"""'Tier-2, 3 cities'."""


def is_label(tokens: Sequence[Token], atom: Atom) -> bool:
    """The atom names, dates or addresses something."""
    if atom.kind not in {Kind.COUNT, Kind.DURATION}:
        return glued_name(tokens, atom) or idiom(tokens, atom)
    return (
        glued_name(tokens, atom)
        or ordinal(tokens, atom)
        or date(tokens, atom)
        or clock(tokens, atom)
        or status(tokens, atom)
        or named(tokens, atom)
        or idiom(tokens, atom)
        or address(tokens, atom)
        or age(tokens, atom)
    )


def goes_on(tokens: Sequence[Token], label: Atom, atom: Atom) -> bool:
    """`atom` goes on with a series of labels: 'steps 3 and 4', 'pages 10-12', 'aged 25 to 40'."""
    if tokens[label.first - 1].low == "-" and low(tokens, label.first - 2) in _TIERS and label.last + 1 == atom.first:
        return True
    if not (atom.bare and label.bare):
        return False
    gap = [token.low for token in tokens[label.last : atom.first]]
    if gap == [","] and low(tokens, atom.last) in {"of", "out", "in"}:
        return False
    series = gap in (["and"], ["or"], ["to"], ["-"], ["–"], ["/"], ["&"])
    return (series and atom.value <= 100 and atom.factor == 1) or (
        gap == [","] and label.value <= 20 and atom.value <= 20
    )
