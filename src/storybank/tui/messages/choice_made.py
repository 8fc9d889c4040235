"""Something was chosen from a list."""

from __future__ import annotations

from textual.message import Message


class ChoiceMade(Message):
    """The user has chosen, or pressed enter on what was typed."""

    def __init__(self, key: str, typed: str) -> None:
        """Choose the entry `key`, '' where none is meant by what was `typed`."""
        super().__init__()
        self.key = key
        self.typed = typed
