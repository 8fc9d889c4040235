"""The line above a take: which story, and what it is to answer."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from storybank.model import Card


class StoryHead(Vertical):
    """Id, title and principle; the question below, where there is one."""

    DEFAULT_CSS = """
    StoryHead {
        height: auto; dock: top;
        Horizontal { height: 1; background: $panel; padding: 0 1; }
        Static { text-wrap: nowrap; text-overflow: ellipsis; }
        .title { width: 1fr; }
        .principle { width: auto; max-width: 50%; margin-left: 2; color: $text-muted; }
        .question { padding: 0 1; height: auto; max-height: 2; text-wrap: wrap; text-style: italic; }
    }
    """

    def __init__(self, card: Card, question: str | None) -> None:
        """Show a story's card and the question."""
        super().__init__()
        self._card = card
        self._question = question

    def compose(self) -> ComposeResult:
        """The line, the question."""
        with Horizontal():
            title = Content.assemble((self._card.id, "$text-accent bold"), "  ", (self._card.title, "bold"))
            yield Static(title, classes="title")
            parts = (self._card.primary, self._card.level)
            yield Static(Content(" · ".join(part for part in parts if part)), classes="principle")
        if self._question:
            yield Static(Content(f"“{self._question}”"), classes="question")
