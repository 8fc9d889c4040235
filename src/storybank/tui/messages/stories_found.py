"""A filter was applied."""

from __future__ import annotations

from collections.abc import Mapping

from textual.message import Message

from storybank.bank.filtering import Filter


class StoriesFound(Message):
    """What the full text has for the words of a filter."""

    def __init__(self, wanted: Filter, found: Mapping[str, float]) -> None:
        """`found` is id -> relevance, for the words of `wanted`."""
        super().__init__()
        self.wanted = wanted
        self.found = found
