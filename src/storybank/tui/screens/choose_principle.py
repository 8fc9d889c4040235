"""A window to choose a principle in, or all of them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from storybank.principles import PrincipleSet
from storybank.tui.messages.choice_made import ChoiceMade
from storybank.tui.screens.guess import principle_choices
from storybank.tui.widgets.finder import Choice, Finder

ALL = "*"
"""What is given back where no principle is to be left out."""


class ChoosePrinciple(ModalScreen[str | None]):
    """Gives the name of a principle, `ALL`, or None where nothing was chosen."""

    CSS_PATH = "choose_principle.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, principles: PrincipleSet) -> None:
        """Choose one of `principles`."""
        super().__init__()
        self._principles = principles

    def compose(self) -> ComposeResult:
        """The list in a frame."""
        with Vertical(id="window") as window:
            window.border_title = "Ask for"
            yield Finder(self._suggest, "A principle's name or code")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Finder).reset()

    def _suggest(self, typed: str) -> list[Choice]:
        every = [Choice(ALL, Content.assemble((f"{'all':<5}", "bold $primary"), "every principle"))]
        return [*([] if typed.strip() else every), *principle_choices(self._principles, typed)]

    @on(ChoiceMade)
    def _chosen(self, message: ChoiceMade) -> None:
        self.dismiss(message.key or None)
