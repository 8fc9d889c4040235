"""The keys that matter, at the bottom."""

from __future__ import annotations

from textual import events
from textual.widgets import Footer

_ROOMY = 100
"""Columns from which there is room for the key of the command palette as well."""


class KeyBar(Footer):
    """The footer, set closely so that a page's keys fit into 80 columns; F1 tells of all others."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)

    def on_resize(self, event: events.Resize) -> None:
        """Offer the palette where there is room."""
        self.show_command_palette = event.size.width >= _ROOMY
