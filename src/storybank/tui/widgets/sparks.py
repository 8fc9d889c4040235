"""A sparkline of takes that starts at zero, so that seven seconds look like seven seconds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from storybank.model import TakeRecord
from storybank.pace.words import ON_TIME
from storybank.tui.widgets.bars import LEVELS

_STEPS = len(LEVELS) - 1
_WIDTH = 3
"""Columns of a bar, with the gap behind it."""


class Sparks(Widget):
    """One bar a take, oldest first, as high as it took; what was longer than its plan has another colour."""

    DEFAULT_CSS = """
    Sparks { height: 1; width: 1fr; }
    """

    def __init__(self, takes: Sequence[TakeRecord]) -> None:
        super().__init__()
        self._takes = takes

    def render(self) -> RenderResult:
        """The last takes that there is room for."""
        rows = self.content_size.height
        takes = self._takes[-max(1, self.content_size.width // _WIDTH) :]
        highest = max((take.total for take in takes), default=0.0) or 1.0
        heights = [round(take.total / highest * rows * _STEPS) for take in takes]
        lines = [
            Content.assemble(*(_bar(take, height - row * _STEPS) for take, height in zip(takes, heights, strict=True)))
            for row in reversed(range(rows))
        ]
        return Content("\n").join(lines)


def _bar(take: TakeRecord, height: int) -> tuple[str, str]:
    """One line of a bar that has `height` steps left from this line on."""
    cell = LEVELS[max(0, min(_STEPS, height))]
    return f"{cell * (_WIDTH - 1)} ", "$error" if take.overtime >= ON_TIME else "$success"
