"""The phases of an exercise side by side, as long as they last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import set_cell_size
from textual.content import Content
from textual.widget import Widget

from storybank.pace import Phase
from storybank.tui.widgets.labelled_bars import drawn


class PhaseStrip(Widget):
    """One bar a phase with its name below; time over its plan colours it."""

    DEFAULT_CSS = """
    PhaseStrip { height: 2; }
    """

    def __init__(self, phases: Sequence[Phase]) -> None:
        """Of these phases."""
        super().__init__()
        self._phases = phases
        self._seconds: Sequence[float] = (0.0,) * len(phases)
        self._current = 0

    def show(self, seconds: Sequence[float], current: int) -> None:
        """Show the time spent in each phase, and which one runs."""
        self._seconds, self._current = seconds, current
        self.refresh()

    def render(self) -> Content:
        """The bars over the names."""
        widths = self._widths()
        bars = [
            drawn(spent / phase.seconds, width, "$warning" if spent > phase.seconds else "$primary")
            for phase, spent, width in zip(self._phases, self._seconds, widths, strict=True)
        ]
        names = [
            Content.styled(self._named(place, width), "bold" if place == self._current else "$foreground-muted")
            for place, width in enumerate(widths)
        ]
        return Content("\n").join([Content(" ").join(bars), Content(" ").join(names)])

    def _named(self, place: int, width: int) -> str:
        mark = "▶ " if place == self._current else ""
        name = f"{mark}{self._phases[place].title}"
        return set_cell_size(name if len(name) <= width else f"{name[: max(0, width - 1)]}…", width)

    def _widths(self) -> list[int]:
        """Columns of each, in the proportions of their time."""
        room = max(len(self._phases), self.size.width - len(self._phases) + 1)
        whole = sum(phase.seconds for phase in self._phases)
        ends, passed = [0], 0
        for phase in self._phases:
            passed += phase.seconds
            ends.append(round(passed * room / whole))
        return [max(1, end - start) for start, end in pairwise(ends)]
