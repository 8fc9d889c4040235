"""The app: its pages, and what they have in common."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message

from storybank.tui.messages import StoriesChecked, StoryChosen
from storybank.tui.pages import PAGES, loaders
from storybank.tui.screens.page import Page
from storybank.tui.session import Session

NARROW = 110
"""Columns below which screens are laid out compactly; 80 must do."""


class StorybankApp(App[None]):
    """The terminal app."""

    TITLE = "storybank"
    CSS_PATH = "app.tcss"
    MODES = loaders()  # type: ignore[assignment]  # the callables are typed more narrowly than Textual's
    DEFAULT_MODE = "library"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"page('{page.mode}')", page.title, show=False) for n, page in enumerate(PAGES, 1)),
        Binding("ctrl+q", "quit", "Quit", priority=True),
    ]

    def __init__(self, session: Session, first: Message | None = None) -> None:
        """Work with `session`; `first` is what happens first, such as `StoryChosen`."""
        super().__init__()
        self.session = session
        self._first = first

    def on_mount(self) -> None:
        """Begin with what was asked for."""
        if self._first is not None:
            self.post_message(self._first)

    def action_page(self, mode: str) -> None:
        """Go to a page."""
        if mode != self.current_mode:
            self.switch_mode(mode)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pages are changed from pages only: a digit must never end a take."""
        return isinstance(self.screen, Page) if action == "page" else True

    @on(StoryChosen)
    def _tell(self, message: StoryChosen) -> None:
        """Rehearse the chosen story."""
        from storybank.tui.screens.rehearse import RehearseScreen

        self.push_screen(RehearseScreen(message))

    @on(StoriesChecked)
    def _checked(self, message: StoriesChecked) -> None:
        """Remember the red flags; drills take the principles of flagged stories for weak."""
        self.session.outcomes = message.outcomes
