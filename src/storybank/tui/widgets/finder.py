"""A text field over a list that narrows as one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from storybank.tui.messages.choice_made import ChoiceMade

_NUMBERED = 9


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry."""

    key: str
    label: Content


Suggest = Callable[[str], Sequence[Choice]]
"""The entries that may be meant by what is typed so far."""


class FinderField(Input):
    """The field; a digit that goes on into no entry's name chooses from the list instead."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Answer")]

    def __init__(self, placeholder: str, picks: Callable[[str], bool]) -> None:
        """Ask `picks` whether a typed digit has chosen an entry."""
        super().__init__(placeholder=placeholder)
        self._picks = picks

    async def _on_key(self, event: events.Key) -> None:
        """Choose by a digit."""
        if event.character and event.character.isdigit() and self._picks(event.character):
            event.stop()
            event.prevent_default()


class Finder(Vertical):
    """Type, move with the arrows, press enter; or click. Posts `ChoiceMade`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Previous", show=False),
        Binding("down", "move(1)", "Choose", key_display="↑↓"),
    ]
    DEFAULT_CSS = """
    Finder {
        height: 1fr;
        & Input { border: round $panel; background: $background; }
        & Input:focus { border: round $primary; background-tint: transparent; }
        & OptionList {
            height: 1fr; border: none; background: $background; padding: 0 2;
            scrollbar-size-vertical: 1;
        }
        & OptionList > .option-list--option-highlighted { background: $primary 25%; color: $text; text-style: none; }
    }
    """

    def __init__(self, suggest: Suggest, placeholder: str, *, is_text: Callable[[str], bool] | None = None) -> None:
        """Choose among what `suggest` gives.

        Args:
            suggest: the entries that may be meant by a text.
            placeholder: shown in the empty field.
            is_text: whether a text that ends in a digit goes on into an entry's name; where it does not, the digit
                chooses from the numbered list. None: digits are always text.
        """
        super().__init__()
        self._suggest = suggest
        self._placeholder = placeholder
        self._is_text = is_text
        self._choices: Sequence[Choice] = ()

    def compose(self) -> ComposeResult:
        """The field and the list, which never takes the focus from it."""
        yield FinderField(self._placeholder, self._pick)
        entries = OptionList()
        entries.can_focus = False
        yield entries

    def on_mount(self) -> None:
        """Show what is meant by nothing."""
        self.narrow()

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self.query_one(Input).value

    def reset(self) -> None:
        """Begin anew."""
        self.query_one(Input).value = ""
        self.narrow()
        self.query_one(Input).focus()

    @on(Input.Changed)
    def narrow(self) -> None:
        """Show the entries that may be meant now."""
        self._choices = self._suggest(self.typed)
        entries = self.query_one(OptionList)
        entries.clear_options()
        entries.add_options(self._option(number, choice) for number, choice in enumerate(self._choices, 1))
        entries.highlighted = 0 if self._choices else None

    def _option(self, number: int, choice: Choice) -> Option:
        if self._is_text is None:
            return Option(choice.label)
        sign = str(number) if number <= _NUMBERED else " "
        return Option(Content.assemble((f"{sign}  ", "$foreground-muted"), choice.label))

    def action_move(self, step: int) -> None:
        """Choose another entry."""
        entries = self.query_one(OptionList)
        if step < 0:
            entries.action_cursor_up()
        else:
            entries.action_cursor_down()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose(self.query_one(OptionList).highlighted)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option_index)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    def _pick(self, digit: str) -> bool:
        """Choose the entry of that number, where the digit is no text."""
        number = int(digit)
        if self._is_text is None or not 1 <= number <= len(self._choices) or self._is_text(self.typed + digit):
            return False
        self._choose(number - 1)
        return True

    def _choose(self, row: int | None) -> None:
        self.post_message(ChoiceMade(self._choices[row].key if row is not None else "", self.typed.strip()))
