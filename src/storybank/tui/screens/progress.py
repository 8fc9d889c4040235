"""The page 'Progress'."""

from __future__ import annotations

from storybank.tui.screens.page import Page


class ProgressPage(Page):
    """To be written."""

    MODE = "progress"
