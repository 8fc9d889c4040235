"""What would fill a principle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storybank.bank.cells import ToWrite
from storybank.tui.screens.dialog import Dialog
from storybank.tui.widgets.coverage_details import joined

_QUESTIONS = 12


class ToWriteDialog(Dialog[bool]):
    """What a story for a principle could be about, and what will be asked; gives whether to write one now."""

    DEFAULT_CSS = """
    ToWriteDialog .box { width: 100; }
    ToWriteDialog VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "write", "Write a story"),
        Binding("enter,w", "close", show=False),
    ]

    def __init__(self, wanted: ToWrite) -> None:
        """Tell what is `wanted`."""
        super().__init__()
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        """A panel over the page."""
        with Vertical(classes="box") as box:
            box.border_title = Content(f"What to write for {self._wanted.principle}")
            box.border_subtitle = "n writes a story, escape closes"
            with VerticalScroll():
                yield Static(joined(self._lines()))

    def action_write(self) -> None:
        """Write a story now."""
        self.dismiss(True)

    def _lines(self) -> Iterator[Content]:
        wanted = self._wanted
        if wanted.behaviours:
            yield Content.styled("No story shows yet that you", "bold")
            for behaviour in wanted.behaviours:
                name = behaviour.name[:1].lower() + behaviour.name[1:]
                yield Content.assemble("· ", (name, "$text-primary"), f": {behaviour.definition}")
        else:
            yield Content("Every behaviour of this principle is shown by a story; another one makes you safer.")
        if wanted.questions:
            yield Content.styled("\nInterviewers ask", "bold")
            yield from (Content(f"· {question.text}") for question in wanted.questions[:_QUESTIONS])
