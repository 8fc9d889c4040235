"""The page 'Ask'."""

from __future__ import annotations

from storybank.tui.screens.page import Page


class AskPage(Page):
    """To be written."""

    MODE = "ask"
