"""What a person reads on the screen."""

from __future__ import annotations

from storybank.tui.app import StorybankApp


def screen_text(app: StorybankApp) -> str:
    """All characters on the screen, line by line."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width] for strip in lines[:height])
