"""The line in which stories are looked for."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterInput(Input):
    """A text field that hands on what belongs to the list: up and down move there, escape goes there."""

    DEFAULT_CSS = """
    FilterInput { border: round $border-blurred; background: $background; height: 3; padding: 0 1; }
    FilterInput:focus { border: round $border; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("enter", "submit", "Rehearse"),
        Binding("escape", "leave", "To the stories"),
    ]

    class Moved(Message):
        """The cursor of the list was moved from the field."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Left(Message):
        """The user is done with typing."""

    def action_move(self, by: int) -> None:
        """Move in the list."""
        self.post_message(self.Moved(by))

    def action_leave(self) -> None:
        """Go to the list."""
        self.post_message(self.Left())
