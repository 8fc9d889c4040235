"""The time left, to be read from the corner of an eye."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.widgets import Digits

PIXELS = 5
"""Pixels of a big digit from top to bottom; Textual's own digits have three lines."""
_BIG = {
    "0": "111 101 101 101 111",
    "1": "010 110 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 001 001 001",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    ":": "0 1 0 1 0",
    "+": "000 010 111 010 000",
}


class Countdown(Digits):
    """Digits that grow with the height that their style gives them: from five lines on they are drawn in blocks."""

    DEFAULT_CSS = """
    Countdown {
        width: 1fr; text-align: center; text-style: bold; color: $text-muted;
        &.-running { color: $text-primary; }
        &.-ending { color: $text-warning; }
        &.-over { color: $text-error; }
    }
    """

    def render(self) -> RenderResult:
        """The digits in the size there is room for."""
        rows = self.content_size.height
        return super().render() if rows < PIXELS else Content("\n".join(big_rows(self.value, rows // PIXELS)))


def big_rows(value: str, scale: int = 1) -> list[str]:
    """The lines of `value` in blocks; a pixel is `scale` lines high, and twice as many columns wide."""
    pixel, empty = "█" * 2 * scale, " " * 2 * scale
    glyphs = [_BIG[sign].split() for sign in value]
    return [
        empty.join(glyph[row].replace("1", pixel).replace("0", empty) for glyph in glyphs)
        for row in range(PIXELS)
        for _ in range(scale)
    ]
