"""Planned against actual time of one section, on the scale of a whole take."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import set_cell_size
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from storybank.pace.words import ON_TIME, off_plan
from storybank.text.when import minutes

_NAME, _TIMES, _WORDS = 11, 15, 10
"""Columns of what stands beside the bar."""


@dataclass(frozen=True, slots=True)
class Told:
    """How long a section was to take, and took."""

    name: str
    planned: int
    actual: float

    @property
    def off(self) -> float:
        """Seconds over the plan; negative under it."""
        return self.actual - self.planned

    @property
    def color(self) -> str:
        """Name of the theme's colour for it."""
        return "error" if self.off >= ON_TIME else "success" if self.actual else "foreground"


class PlanBar(Widget):
    """A line: the plan thin, what was told heavy, and in another colour what went beyond."""

    DEFAULT_CSS = """
    PlanBar { height: 1; width: 1fr; }
    """

    def __init__(self, told: Told, longest: float) -> None:
        """Show a section; `longest` is how many seconds fill the line."""
        super().__init__()
        self._told = told
        self._longest = longest

    def render(self) -> RenderResult:
        """Name, bar, times, words."""
        told = self._told
        sign = "!" if told.color == "error" else "✓" if told.actual else " "
        times = f"{minutes(told.actual)} of {minutes(told.planned)}"
        return Content.assemble(
            (f"{sign} {set_cell_size(told.name, _NAME)}", f"$text-{told.color}" if told.actual else ""),
            self._bar(self.content_size.width - 2 - _NAME - _TIMES - _WORDS),
            (f"{times:>{_TIMES - 2}}  ", "$foreground 70%"),
            (off_plan(told.off), f"$text-{told.color} bold" if told.actual else "$foreground 70%"),
        )

    def _bar(self, width: int) -> Content:
        told, scale = self._told, max(0, width) / self._longest
        within = round(min(told.actual, told.planned) * scale)
        beyond = max(0, round(told.off * scale))
        rest = max(0, round(told.planned * scale) - within)
        empty = max(0, width - within - beyond - rest)
        return Content.assemble(
            ("━" * within, "$success"), ("━" * beyond, "$error"), ("─" * rest, "$foreground 25%"), " " * empty
        )
