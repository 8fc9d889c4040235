"""A question with a few answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer."""

    key: str
    """A letter that chooses it."""
    words: str


class ChoiceScreen(ModalScreen[str | None]):
    """Asks; gives the key of the answer, None where escape left it open."""

    CSS_PATH = "choice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back")]

    def __init__(self, title: str, text: str, choices: Sequence[Choice]) -> None:
        """Ask `text`; the first of `choices` is marked."""
        super().__init__()
        self._title = title
        self._text = text
        self._choices = choices

    def compose(self) -> ComposeResult:
        """A panel over the screen."""
        with Vertical(classes="panel") as panel:
            panel.border_title = Content(self._title)
            yield Static(Content(self._text))
            yield OptionList(
                *(
                    Option(Content.assemble((choice.key, "bold $text-primary"), "  ", choice.words), id=choice.key)
                    for choice in self._choices
                )
            )
        yield Footer()

    @on(OptionList.OptionSelected)
    def _answered(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def on_key(self, event: events.Key) -> None:
        """A letter answers at once."""
        if event.key in {choice.key for choice in self._choices}:
            event.stop()
            self.dismiss(event.key)
