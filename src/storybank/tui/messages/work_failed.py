"""A worker could not do its work."""

from __future__ import annotations

from textual.message import Message

from storybank.errors import StorybankError


class WorkFailed(Message):
    """A worker met an error that a person can act on."""

    def __init__(self, error: StorybankError) -> None:
        """`error` says what was wrong and what to do."""
        super().__init__()
        self.error = error
