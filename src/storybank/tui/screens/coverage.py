"""The page 'Coverage'."""

from __future__ import annotations

from storybank.tui.screens.page import Page


class CoveragePage(Page):
    """To be written."""

    MODE = "coverage"
