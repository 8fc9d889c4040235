"""Sets of words as data."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text, separated by blanks."""
    return frozenset(words.split())
