"""Stories were edited."""

from __future__ import annotations

from textual.message import Message


class StoriesChanged(Message):
    """Story files were written, by us or by the user's editor; the index has been brought up to date."""
