"""The matcher has answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from storybank.model import StoryText

if TYPE_CHECKING:
    from storybank.bank.matching import Answer


class QuestionMatched(Message):
    """A worker has found the stories for a question."""

    def __init__(
        self, number: int, answer: Answer, warnings: Mapping[str, str], texts: Mapping[str, StoryText]
    ) -> None:
        """Answer a question.

        Args:
            number: of the question, so that a late answer is known for one.
            answer: what the matcher found.
            warnings: by story id where it was told already.
            texts: by id the stories that were found.
        """
        super().__init__()
        self.number = number
        self.answer = answer
        self.warnings = warnings
        self.texts = texts
