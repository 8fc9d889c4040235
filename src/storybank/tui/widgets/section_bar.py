"""The time of one section: its name, its plan, how much of it is told."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import set_cell_size
from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from storybank.pace.words import ON_TIME, left_or_over, off_plan
from storybank.text.when import minutes
from storybank.tui.widgets.bars import rail

_ENDING = 0.8
"""Share of its time after which a section should come to its end."""
_QUIET = "$foreground 70%"
_NAME, _PLAN, _WORDS = 11, 6, 12
"""Columns of what stands beside the bar."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a bar shows."""

    name: str
    planned: int
    """Seconds."""
    told: float = 0.0
    """Seconds."""
    running: bool = False

    @property
    def left(self) -> float:
        """Seconds; negative where it overruns."""
        return self.planned - self.told

    @property
    def is_over(self) -> bool:
        """Whether anybody would notice that it took too long."""
        return self.left <= -ON_TIME

    @property
    def is_ending(self) -> bool:
        """Whether it runs and should come to its end."""
        return self.running and self.told >= self.planned * _ENDING

    @property
    def words(self) -> str:
        """'0:12 left' while it runs, '0:05 under' after it was told, '' before."""
        if self.running:
            return left_or_over(self.left)
        return off_plan(-self.left) if self.told else ""

    @property
    def sign(self) -> str:
        """One cell."""
        return "▸" if self.running else "!" if self.is_over else "✓" if self.told else " "

    @property
    def color(self) -> str:
        """Of what is told."""
        if self.is_over:
            return "$error"
        return "$warning" if self.is_ending else "$primary" if self.running else "$success"

    @property
    def text_color(self) -> str:
        """Of words about it."""
        return self.color.replace("$", "$text-") if self.running or self.told else _QUIET


class SectionBar(Widget):
    """The time of one section: in one line, or with more height under each other."""

    DEFAULT_CSS = """
    SectionBar { height: 1; width: 1fr; }
    """

    def __init__(self, reading: Reading, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.reading = reading

    def show(self, reading: Reading) -> None:
        """Show another reading; nothing is drawn where it looks the same."""
        before, self.reading = self._look(), reading
        if self._look() != before:
            self.refresh()

    def render(self) -> RenderResult:
        """The bar, as wide as there is room."""
        read, width = self.reading, self.content_size.width
        strong = " bold" if read.running else ""
        head = (f"{read.sign} {_fit(read.name, _NAME)}", f"{read.text_color}{strong}")
        plan, words = minutes(read.planned), (read.words, f"{read.text_color}{strong}")
        if self.content_size.height == 1:
            bar = _bar(read, width - _NAME - _PLAN - _WORDS - 2)
            return Content.assemble(head, bar, (f"{plan:>{_PLAN}}  ", _QUIET), words)
        below = f"{plan} planned"
        gap = " " * max(1, width - len(below) - len(read.words))
        return Content.assemble(_bar(read, width), "\n", (below, _QUIET), gap, words)

    def _look(self) -> tuple[object, ...]:
        read = self.reading
        return (read.running, read.sign, read.words, _half_cells(read, self.content_size.width), read.color)


def _half_cells(read: Reading, width: int) -> int:
    return int(2 * width * min(1.0, read.told / read.planned))


def _bar(read: Reading, width: int) -> Content:
    """A line, heavy as far as it is told."""
    width = max(0, width)
    return rail(_half_cells(read, width), width, read.color, "$foreground 25%")


def _fit(text: str, width: int) -> str:
    return set_cell_size(text, width)
