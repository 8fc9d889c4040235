"""Shares as bars of text, right in every terminal and without colour."""

from __future__ import annotations

from textual.content import Content

_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(share: float, width: int) -> str:
    """A bar of `width` cells of which `share` (0-1) is filled, padded with blanks."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(width)


def meter(share: float, width: int, style: str = "$primary") -> Content:
    """The bar in a theme's colour on its track."""
    return Content.styled(bar(share, width), f"{style} on $panel")
