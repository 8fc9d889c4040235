"""A picture could not be drawn."""

from __future__ import annotations

from textual.message import Message

from storybank.errors import StorybankError


class MeasuringFailed(Message):
    """What was to be shown could not be read."""

    def __init__(self, error: StorybankError) -> None:
        """`error` says why, and what to do."""
        super().__init__()
        self.error = error
