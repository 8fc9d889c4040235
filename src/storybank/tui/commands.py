"""The command palette: all that can be done here, by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.app import App, SystemCommand
from textual.binding import ActiveBinding, Binding
from textual.screen import Screen

from storybank.bank.bank import Bank
from storybank.tui.messages import StoryChosen
from storybank.tui.pages import PAGES

_MOVING = ("move(", "page(", "cursor_", "scroll_", "first", "last", "page_", "back", "close", "help", "quit")
"""Actions of no use in a list of commands: they move within what is seen, or are in it already."""
_HIDDEN = ("focus_", "copy_text", "show_help_panel", "help_quit", "suspend_process", "command_palette")
"""Textual's own actions that nobody looks for here."""


def commands(app: App[None], screen: Screen[object], bank: Bank) -> Iterable[SystemCommand]:
    """What the palette offers on a screen: its own actions, the pages, every story, themes, help, quit."""
    for active in screen.active_bindings.values():
        if _is_command(active.binding) and active.enabled and active.node is not app:
            run = partial(app.run_action, active.binding.action, active.node)
            yield SystemCommand(active.binding.description, said(active), run)
    for number, page in enumerate(PAGES, 1):
        yield SystemCommand(f"Go to {page.title}", f"Page {number}", partial(app.run_action, f"page('{page.mode}')"))
    for card in bank.cards:
        choose = partial(app.post_message, StoryChosen(card.id))
        names = ", ".join(card.principles) or "no principle"
        yield SystemCommand(f"Rehearse {card.id} {card.title}", names, choose, discover=False)
    yield SystemCommand("Change theme", "Colours; the choice is remembered", app.action_change_theme)
    yield SystemCommand("Help", "What this screen is for, and its keys (F1)", partial(app.run_action, "help"))
    yield SystemCommand("Quit", "Leave storybank (ctrl+q)", app.action_quit)


def said(active: ActiveBinding) -> str:
    """What a binding does, in a sentence."""
    return active.binding.tooltip or active.binding.description


def keys(app: App[None], screen: Screen[object]) -> list[tuple[str, str]]:
    """The keys that do something on a screen, several of one action in one line."""
    shown: dict[tuple[str, str], list[str]] = {}
    for active in screen.active_bindings.values():
        if active.enabled and _is_told(active.binding, _HIDDEN):
            label = app.get_key_display(active.binding)
            shown.setdefault((active.binding.action, said(active)), []).append(label)
    return [(" ".join(dict.fromkeys(labels)), what) for (_, what), labels in shown.items()]


def _is_command(binding: Binding) -> bool:
    return not binding.system and _is_told(binding, (*_MOVING, *_HIDDEN))


def _is_told(binding: Binding, hidden: tuple[str, ...]) -> bool:
    return bool(binding.description) and not binding.action.rpartition(".")[2].startswith(hidden)
