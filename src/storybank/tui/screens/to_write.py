"""What would fill a principle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Static

from storybank.bank.cells import ToWrite
from storybank.tui.widgets.coverage_details import MUTED, joined

_QUESTIONS = 12


class ToWriteScreen(ModalScreen[None]):
    """What a story for a principle could be about, and what will be asked."""

    CSS_PATH = "to_write.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,q", "dismiss", "Close")]

    def __init__(self, wanted: ToWrite) -> None:
        """Tell what is `wanted`."""
        super().__init__()
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        """A panel over the page."""
        with Vertical(classes="panel") as panel:
            panel.border_title = Content(f"What to write for {self._wanted.principle}")
            with VerticalScroll():
                yield Static(joined(self._lines()))
        yield Footer()

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
        yield Content.styled("\nWrite it in the Library (1), or bring it in: storybank import FILE", MUTED)
