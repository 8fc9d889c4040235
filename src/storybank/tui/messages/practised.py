"""Something was practised."""

from __future__ import annotations

from textual.message import Message


class Practised(Message):
    """A take or a grade was written; what shows practice is out of date."""
