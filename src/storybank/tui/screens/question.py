"""A question that stands in front of everything until it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from storybank.tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a question."""

    key: str
    """The key that gives it."""
    label: str
    variant: str = "default"
    """Of its button: 'default', 'primary', 'error'."""


class Question(Dialog[str]):
    """Gives the key of the chosen answer; None where it was left with escape, which must change nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "app.focus_next", show=False),
        Binding("left,up", "app.focus_previous", show=False),
    ]

    def __init__(self, title: str, text: str, *answers: Answer) -> None:
        """Ask; the first answer is the one that enter gives."""
        super().__init__()
        self._title = title
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The words, a button for each answer."""
        with Vertical(classes="box") as box:
            box.border_title = self._title
            yield Static(Content(self._text))
            with Horizontal(classes="buttons"):
                for answer in self._answers:
                    label = Content.assemble((answer.key, "bold underline"), f" {answer.label}")
                    yield Button(label, answer.variant, name=answer.key, flat=True)  # type: ignore[arg-type]  # Textual's own names

    def on_key(self, event: events.Key) -> None:
        """An answer's key gives it."""
        if any(event.key == answer.key for answer in self._answers):
            event.stop()
            self.dismiss(event.key)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.name)
