"""The page 'Library'."""

from __future__ import annotations

from storybank.tui.screens.page import Page


class LibraryPage(Page):
    """To be written."""

    MODE = "library"
