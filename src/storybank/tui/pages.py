"""The pages of the app, in the order of their tabs."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page: one mode of the app with screens of its own on top."""

    mode: str
    """Also the name of the module under `screens`."""
    title: str
    screen: str
    """Name of the class in that module."""

    def load(self) -> Screen[None]:
        """The screen; its module is imported when the page is first opened."""
        module = importlib.import_module(f"storybank.tui.screens.{self.mode}")
        made: Screen[None] = getattr(module, self.screen)()
        return made


PAGES = (
    PageInfo("library", "Library", "LibraryPage"),
    PageInfo("ask", "Ask", "AskPage"),
    PageInfo("drill", "Drill", "DrillPage"),
    PageInfo("exercises", "Scenarios", "ExercisesPage"),
    PageInfo("coverage", "Coverage", "CoveragePage"),
    PageInfo("progress", "Progress", "ProgressPage"),
)


def loaders() -> dict[str, Callable[[], Screen[None]]]:
    """Mode -> what makes its screen."""
    return {page.mode: page.load for page in PAGES}
