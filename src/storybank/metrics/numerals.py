"""Numbers as English words, as data."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from storybank.metrics.lexicon import word_list

VULGAR: Mapping[str, float] = MappingProxyType(
    {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅛": 0.125}
)
"""One sign fractions."""

_ONES = word_list(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
)
_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")

ONES: Mapping[str, int] = MappingProxyType({word: number for number, word in enumerate(_ONES)})
"""Zero to nineteen."""
TENS: Mapping[str, int] = MappingProxyType({word: 10 * number for number, word in enumerate(_TENS, 2)})
"""Twenty to ninety."""
HUNDREDS: Mapping[str, int] = MappingProxyType({"hundred": 100, "dozen": 12})
"""Words that multiply the number before them and may be followed by a smaller one."""
SCALES: Mapping[str, float] = MappingProxyType(
    {
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
        "lakh": 1e5,
        "lakhs": 1e5,
        "crore": 1e7,
        "crores": 1e7,
        "cr": 1e7,
        "lac": 1e5,
        "lacs": 1e5,
    }
)
"""Words that multiply all before them."""
SUFFIXES: Mapping[str, float] = MappingProxyType(
    {
        "k": 1e3,
        "K": 1e3,
        "M": 1e6,
        "m": 1e6,
        "MM": 1e6,
        "mm": 1e6,
        "mn": 1e6,
        "mil": 1e6,
        "mio": 1e6,
        "Mio": 1e6,
        "Mn": 1e6,
        "B": 1e9,
        "b": 1e9,
        "bn": 1e9,
        "Bn": 1e9,
        "BN": 1e9,
        "T": 1e12,
        "tn": 1e12,
    }
)
"""Letters behind digits, as written; 'm' and 'mm' may be a unit too."""
PARTS: Mapping[str, float] = MappingProxyType(
    {
        "third": 1 / 3,
        "quarter": 1 / 4,
        "fifth": 1 / 5,
        "sixth": 1 / 6,
        "seventh": 1 / 7,
        "eighth": 1 / 8,
        "tenth": 1 / 10,
        "twentieth": 1 / 20,
    }
)
"""Denominators of fractions; 'second' is none."""
SPELLED = frozenset(ONES) | frozenset(TENS) | frozenset(HUNDREDS) | frozenset(SCALES)
"""Every word that can be in a spelled number."""
