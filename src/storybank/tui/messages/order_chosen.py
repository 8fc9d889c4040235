"""The head of a column was clicked."""

from __future__ import annotations

from textual.message import Message

from storybank.bank.library import Order


class OrderChosen(Message):
    """The user wants the stories in another order."""

    def __init__(self, order: Order) -> None:
        super().__init__()
        self.order = order
