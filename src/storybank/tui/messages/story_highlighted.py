"""The cursor has come to another story."""

from __future__ import annotations

from textual.message import Message

from storybank.bank.library import Entry


class StoryHighlighted(Message):
    """A story is under the cursor; None where the list is empty."""

    def __init__(self, entry: Entry | None) -> None:
        super().__init__()
        self.entry = entry
