"""Points to tick off."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from storybank.tui.widgets.inline import inline


class Points(OptionList):
    """The points of a phase; a tick is a sign, not a colour alone."""

    DEFAULT_CSS = """
    Points { height: 1fr; background: transparent; border: none; padding: 0; scrollbar-size-vertical: 1; }
    Points:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Tick"),
        Binding("enter", "select", show=False),
    ]

    class Ticked(Message):
        """A point was ticked off, or the tick taken back."""

        def __init__(self, point: str, *, is_covered: bool) -> None:
            """`point` and how it is now."""
            super().__init__()
            self.point = point
            self.is_covered = is_covered

    def __init__(self) -> None:
        """Without points, until `show`."""
        super().__init__(markup=False)
        self._points: Sequence[str] = ()
        self._covered: set[str] = set()

    def show(self, points: Sequence[str], covered: Collection[str]) -> None:
        """Show other points."""
        self._points, self._covered = points, set(covered)
        self.clear_options()
        self.add_options(Option(self._drawn(point)) for point in points)
        self.action_first()

    def _drawn(self, point: str) -> Content:
        if point in self._covered:
            return Content.assemble(("✓ ", "bold"), inline(point))
        return Content.assemble(("☐ ", "dim"), inline(point))

    @on(OptionList.OptionSelected)
    def _toggle(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        point = self._points[event.option_index]
        self._covered ^= {point}
        self.replace_option_prompt_at_index(event.option_index, self._drawn(point))
        self.post_message(self.Ticked(point, is_covered=point in self._covered))
