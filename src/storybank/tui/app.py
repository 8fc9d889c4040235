"""The app: its pages, and what they have in common."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from random import Random
from typing import Any, ClassVar

from textual import on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from storybank.errors import StorybankError
from storybank.tui.guard import Guarded
from storybank.tui.messages import DrillChosen, StoriesChanged, StoriesChecked, StoryChosen, TakeResumed
from storybank.tui.pages import PAGES, loaders
from storybank.tui.screens.page import NARROW, Page
from storybank.tui.session import Session
from storybank.tui.themes import DEFAULT, THEMES

THEME = "theme"
"""Under which name the theme is remembered."""


class StorybankApp(Guarded, App[None]):
    """The terminal app."""

    TITLE = "storybank"
    CSS_PATH = "app.tcss"
    MODES = loaders()  # type: ignore[assignment]  # the callables are typed more narrowly than Textual's
    DEFAULT_MODE = "library"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - Textual declares it so
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"page('{page.mode}')", page.title, show=False) for n, page in enumerate(PAGES, 1)),
        Binding("f1", "help", "Help", priority=True),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
    ]

    def __init__(self, session: Session, first: Message | None = None) -> None:
        """Work with `session`; `first` is what happens first, such as `StoryChosen`."""
        super().__init__()
        self.session = session
        self._first = first
        self._passed_on: Key | None = None
        self.failure: Exception | None = None
        """What ended the app, where it was not the user."""
        for theme in THEMES:
            self.register_theme(theme)
        chosen = os.environ.get("TEXTUAL_THEME") or session.preferences.get(THEME)
        self.theme = chosen if chosen in self.available_themes else DEFAULT

    def on_mount(self) -> None:
        """Begin with what was asked for; the check starts when the first screen is seen."""
        self.theme_changed_signal.subscribe(self, lambda theme: self.session.preferences.put(THEME, theme.name))
        if self._first is not None:
            self.post_message(self._first)
        self.call_after_refresh(self._check)

    def on_key(self, event: Key) -> None:
        """What was typed in one burst with the key that opened a field belongs into the field, and is no command."""
        field = self.focused
        if field is None or event is self._passed_on or not field.check_consume_key(event.key, event.character):
            return
        event.prevent_default()
        self._passed_on = Key(event.key, event.character)
        field.post_message(self._passed_on)

    # --- from screen to screen ---

    def action_page(self, mode: str) -> None:
        """Go to a page."""
        if mode != self.current_mode:
            self.switch_mode(mode)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pages are changed from pages only: a digit must never end a take."""
        return isinstance(self.screen, Page) if action == "page" else True

    def action_help(self) -> None:
        """Say what the screen in front is for, and its keys."""
        from storybank.tui.commands import keys
        from storybank.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            self.push_screen(HelpScreen(getattr(self.screen, "GUIDE", ""), keys(self, self.screen)))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers."""
        from storybank.tui.commands import commands

        return commands(self, screen, self.session.bank)

    @on(StoryChosen)
    def _tell(self, message: StoryChosen) -> None:
        """Rehearse the chosen story."""
        from storybank.tui.screens.rehearse import RehearseScreen

        self.push_screen(RehearseScreen(message))

    @on(TakeResumed)
    def _resume(self, message: TakeResumed) -> None:
        """Go on with a take that broke off."""
        from storybank.tui.screens.rehearse import RehearseScreen

        self.push_screen(RehearseScreen.resumed(message.record))

    @on(DrillChosen)
    async def _drill(self, message: DrillChosen) -> None:
        """Begin the chosen drill, or let the user choose one."""
        from storybank.tui.screens.drill import drill_screen

        if self.current_mode != "drill":
            await self.switch_mode("drill")
        if message.plan is None:
            return
        random = self.session.random if message.seed is None else Random(message.seed)  # noqa: S311
        try:
            self.push_screen(drill_screen(self.session, message.plan, random))
        except StorybankError as error:
            self.notify(str(error), severity="warning", markup=False)

    def terminal_given(self) -> AbstractContextManager[None]:
        """Gives the terminal to another program while the block runs; without a terminal nothing needs giving."""
        return self.suspend() if self._driver is not None and self._driver.can_suspend else nullcontext()

    # --- red flags ---

    @on(StoriesChanged)
    @work(thread=True, exclusive=True, group="check")
    def _check(self) -> None:
        """Look for the red flags of all stories."""
        from storybank.tui.checking import check_all

        worker = get_current_worker()
        try:
            outcomes = check_all(self.session.bank, lambda: worker.is_cancelled)
        except StorybankError as error:
            self.call_from_thread(
                self.notify, str(error), title="The check did not run", severity="warning", markup=False
            )
            return
        if outcomes is not None:
            self.post_message(StoriesChecked(outcomes))

    @on(StoriesChecked)
    def _checked(self, message: StoriesChecked) -> None:
        """Remember the red flags; drills take the principles of flagged stories for weak."""
        from storybank.bank.checking import flagged

        self.session.outcomes = message.outcomes
        self.session.practice.flagged = flagged(message.outcomes.values())
        if not self.is_headless:
            gc.freeze()  # these stay: to look through them for garbage would hold up a key for half a second
        if isinstance(self.screen, Page):
            self.screen.stories_checked()

    # --- the end ---

    def _handle_exception(self, error: Exception) -> None:
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End the app without a traceback over the screen; whoever started it says what happened."""
        self._close_messages_no_wait()
