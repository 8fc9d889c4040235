"""What all screens have in common."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import ClassVar, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from storybank.errors import StorybankError
from storybank.tui.guard import Guarded
from storybank.tui.messages.work_failed import WorkFailed
from storybank.tui.session import HasSession, Session
from storybank.tui.widgets.key_bar import KeyBar
from storybank.tui.widgets.navigation import Navigation

NARROW = 110
"""Columns below which screens are laid out compactly; 80 must do."""
VAST = 160
"""Columns from which there is room to read a story beside something else."""
BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide"), (VAST, "-vast")]
"""For screens that use that room."""
Result = TypeVar("Result")


class SessionScreen(Guarded, Screen[Result]):
    """A screen that works with the app's session."""

    GUIDE: ClassVar[str] = ""
    """Markdown for F1: what the screen is for. Its keys are listed by themselves."""

    @property
    def session(self) -> Session:
        """The bank and its practice."""
        return cast(HasSession, self.app).session

    def terminal_given(self) -> AbstractContextManager[None]:
        """Gives the terminal to another program, such as an editor, while the block runs."""
        return cast(HasSession, self.app).terminal_given()

    @work(thread=True, group="warm-up", exit_on_error=False)
    def warm_up(self) -> None:
        """Read the matcher's model and the stories while the person is still reading or typing."""
        try:
            self.session.match("a time you failed", 1)
        except StorybankError as error:
            self.post_message(WorkFailed(error))

    @on(WorkFailed)
    def _work_failed(self, message: WorkFailed) -> None:
        """Say why a worker could not do its work; a screen that has a place for it prevents this."""
        self.notify(str(message.error), severity="error", markup=False)


class Page(SessionScreen[None]):
    """A screen with the tabs on top and the keys below.

    A page is shown again and again; `refresh_page` brings it up to date each time.
    """

    MODE: ClassVar[str]

    def compose(self) -> ComposeResult:
        """The tabs, the body, the keys."""
        yield Navigation(self.MODE, self.session.bank.location.name)
        yield from self.body()
        yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """What is between the tabs and the keys."""
        return ()

    def refresh_page(self) -> None:
        """Show what is true now."""

    def stories_checked(self) -> None:
        """The red flags have become known while the page is in front."""

    def on_screen_resume(self) -> None:
        """The page is in front (again)."""
        self.refresh_page()
