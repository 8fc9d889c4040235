"""The page 'Exercises'."""

from __future__ import annotations

from storybank.tui.screens.page import Page


class ExercisesPage(Page):
    """To be written."""

    MODE = "exercises"
