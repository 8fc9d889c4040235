"""The history was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from storybank.bank.progress import Progress


class ProgressMeasured(Message):
    """The picture of practice is drawn from the history as it is now."""

    def __init__(self, progress: Progress) -> None:
        """`progress` so far."""
        super().__init__()
        self.progress = progress
