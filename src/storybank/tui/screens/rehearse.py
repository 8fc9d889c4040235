"""One take of a story."""

from __future__ import annotations

from storybank.model import TakeRecord
from storybank.tui.messages import StoryChosen
from storybank.tui.screens.page import SessionScreen


class RehearseScreen(SessionScreen[None]):
    """To be written."""

    def __init__(self, chosen: StoryChosen) -> None:
        """Tell what was `chosen`."""
        super().__init__()
        self.chosen = chosen

    @classmethod
    def resumed(cls, record: TakeRecord) -> RehearseScreen:
        """Go on with a take that broke off."""
        return cls(StoryChosen(record.story, record.prompt))
