"""Driving screens whose workers ask the matcher, and reading what they show."""

from __future__ import annotations

from collections.abc import Callable, Collection

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from storybank.bank.bank import Bank
from storybank.bank.matching import Answer, Match, Verdict
from storybank.match.behaviours import load_taxonomy
from storybank.tui.app import StorybankApp

_PATIENCE = 1000
_SCORES = {"P-AR": 0.89, "ET-2": 0.73, "HD-3": 0.31, "ET-1": 0.27, "OW-9": 0.15, "CO-6": 0.04}
_WHY = (
    'asks for: learned from failure (0.8) - shown in Reflection, line 41: "I had no plan B ready either."',
    "against it: does not show 'missed a goal or deadline'",
    "the question probes Ownership (14%), one of its principles",
)


class FixedMatcher:
    """Answers every question alike and at once, so that no picture hangs on the model."""

    def __init__(self, bank: Bank) -> None:
        self._cards = {card.id: card for card in bank.cards}
        behaviours = load_taxonomy().by_key
        self._asked = tuple((behaviours[key], p) for key, p in (("failed_project", 0.79), ("missed_goal", 0.53)))

    def match(self, prompt: str, top: int = 3, told: Collection[str] = ()) -> Answer:
        matches = [Match(self._cards[story], score, _WHY) for story, score in _SCORES.items()]
        probed = {"Deliver Results": 0.3, "Ownership": 0.14}
        return Answer(prompt, Verdict.FITS, 0.9, probed, self._asked, tuple(matches[:top]))


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Let the app work until something is so."""
    for _ in range(_PATIENCE):
        await pilot.pause()
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came to be")


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Press the keys of a text."""
    names = {" ": "space", "-": "minus", ".": "full_stop", "?": "question_mark", "'": "apostrophe"}
    await pilot.press(*(names.get(character, character) for character in text))


def shown(app: StorybankApp) -> str:
    """The text of all visible widgets, in their order."""
    return "\n".join(_text(widget) for widget in app.screen.query("*").results(Widget) if _visible(widget))


def _visible(widget: Widget) -> bool:
    return all(getattr(node, "display", True) for node in widget.ancestors_with_self)


def _text(widget: Widget) -> str:
    if isinstance(widget, OptionList):
        return "\n".join(str(option.prompt) for option in widget.options)
    if isinstance(widget, Input):
        return widget.value
    if isinstance(widget, TextArea):
        return widget.text
    return str(widget.render()) if isinstance(widget, Static) else ""


def keep_still(app: StorybankApp) -> None:
    """Stop cursors from blinking, for a picture."""
    for field in app.screen.query("Input, TextArea").results(Input | TextArea):
        field.cursor_blink = False
        field._cursor_visible = True
