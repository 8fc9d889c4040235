"""The page 'Drill'."""

from __future__ import annotations

from storybank.tui.screens.page import Page


class DrillPage(Page):
    """To be written."""

    MODE = "drill"
