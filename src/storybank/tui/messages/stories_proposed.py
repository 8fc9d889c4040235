"""The matcher proposes stories."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from storybank.bank.drill_session import Turn
from storybank.model import Card


class StoriesProposed(Message):
    """A worker has found the stories that answer a question of a drill."""

    def __init__(self, turn: Turn, cards: Sequence[Card]) -> None:
        """Answer `turn` with one of `cards`, best first."""
        super().__init__()
        self.turn = turn
        self.cards = list(cards)
