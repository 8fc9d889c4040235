"""A grade was clicked."""

from __future__ import annotations

from textual.message import Message

from storybank.model import Grade


class GradeGiven(Message):
    """The user says how well it went."""

    def __init__(self, grade: Grade) -> None:
        """It went as `grade` says."""
        super().__init__()
        self.grade = grade
