"""A named story was judged."""

from __future__ import annotations

from textual.message import Message

from storybank.bank.drill_session import Turn
from storybank.bank.drilling import Retrieved
from storybank.model import StoryText


class StoryJudged(Message):
    """A worker has held the story that was named against the matcher's choice."""

    def __init__(self, turn: Turn, found: Retrieved, text: StoryText | None) -> None:
        """Judge the answer to `turn`; `text` is the story to read now."""
        super().__init__()
        self.turn = turn
        self.found = found
        self.text = text
