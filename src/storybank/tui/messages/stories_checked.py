"""The check has read the bank."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from storybank.check.model import Outcome  # importing the rules takes longer than the app's first screen


class StoriesChecked(Message):
    """The red flags of all stories are known."""

    def __init__(self, outcomes: Mapping[str, Outcome]) -> None:
        """`outcomes` by story id."""
        super().__init__()
        self.outcomes = outcomes
