"""Word lists as data."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one text, parted by blanks."""
    return frozenset(words.split())


def word_list(words: str) -> list[str]:
    """`word_set` in order."""
    return words.split()
