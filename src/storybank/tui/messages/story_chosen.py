"""A story is to be told."""

from __future__ import annotations

from textual.message import Message

from storybank.pace import Pace


class StoryChosen(Message):
    """The user wants to rehearse a story, perhaps as the answer to a question."""

    def __init__(
        self, story_id: str, prompt: str | None = None, *, pace: Pace | None = None, shown: str | None = None
    ) -> None:
        """Tell `story_id`.

        Args:
            story_id: as the bank writes it.
            prompt: the question in words, None where there is none.
            pace: how long it may take; None for the one chosen last.
            shown: what is on the screen ('text', 'cues', 'headings', 'nothing'); None for what was chosen last.
        """
        super().__init__()
        self.story_id = story_id
        self.prompt = prompt
        self.pace = pace
        self.shown = shown
