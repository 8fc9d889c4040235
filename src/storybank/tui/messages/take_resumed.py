"""A take that broke off goes on."""

from __future__ import annotations

from textual.message import Message

from storybank.model import TakeRecord


class TakeResumed(Message):
    """The user goes on with a take that broke off."""

    def __init__(self, record: TakeRecord) -> None:
        """`record` is the take as the history has it."""
        super().__init__()
        self.record = record
