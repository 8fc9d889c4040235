"""Whether a passage is English enough for rules about English words."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.rules.vocabulary import word_set

_ENGLISH = word_set(
    """
    the a of to and in that it was is for on with as at by we i my our they he she this from had have be were
    not but which would when after so an their there been up out then
    """
)
_OTHERS = (
    word_set(
        """
    der das und ist ich nicht mit den von ein eine wir haben sich auf für zu dem des im le la les et une nous
    avons dans pour que qui est sur avec pas el los las del y en por para con un una nuestro equipo fue se il di
    che per non abbiamo della o os do da em com uma para het een van niet voor wij je
    """
    )
    - _ENGLISH
)
_LETTERS = 0.75
"""Least share of ASCII letters among all letters."""


def is_english(words: Sequence[str], text: str) -> bool:
    """More English than other function words, and mostly ASCII letters; bullets with hardly any of either pass."""
    if not text.isascii():
        letters = [c for c in text[:5000] if c.isalpha()]
        if sum(map(str.isascii, letters)) < _LETTERS * len(letters):
            return False
    if not words:
        return False
    head = words[:1000]
    return sum(map(_ENGLISH.__contains__, head)) >= sum(map(_OTHERS.__contains__, head))
