"""Shares as bars of text, right in every terminal and without colour."""

from __future__ import annotations

from textual.content import Content

_EIGHTHS = " ▏▎▍▌▋▊▉"
LEVELS = " ▁▂▃▄▅▆▇█"
"""A cell that is filled from below, in eighths."""


def bar(share: float, width: int) -> str:
    """A bar of `width` cells of which `share` (0-1) is filled, padded with blanks."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(width)


def meter(share: float, width: int, style: str = "$primary") -> Content:
    """The bar in a theme's colour on its track."""
    return Content.styled(bar(share, width), f"{style} on $panel")


def rail(halves: int, width: int, tone: str, track: str) -> Content:
    """A line of `width` cells, heavy in `tone` for `halves` half cells, thin in `track` beyond."""
    full, half = divmod(halves, 2)
    return Content.assemble(("━" * full + "╸" * half, tone), ("─" * (width - full - half), track))
