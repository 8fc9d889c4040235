"""Starting the terminal app from a command."""

from __future__ import annotations

import gc
import os
from random import Random

from textual.message import Message

from storybank.bank.bank import Bank
from storybank.bank.practice import Practice
from storybank.bank.preferences import Preferences
from storybank.cli.editor import edit_file
from storybank.tui.app import StorybankApp
from storybank.tui.session import Session

_GARBAGE = (5_000, 20, 100)
"""Objects before Python looks for garbage: one look takes less than a frame, and the long ones are rare."""
BROWSER_VARIABLE = "STORYBANK_IN_BROWSER"
"""Set where the app runs behind `storybank serve`."""


def run_app(bank: Bank, first: Message | None = None) -> None:
    """Run the app on a bank until the user leaves it.

    Args:
        bank: an open bank.
        first: posted to the app when it stands, such as `StoryChosen`.

    Raises:
        Exception: whatever ended the app against its will, after the terminal is as it was.
    """
    in_browser = bool(os.environ.get(BROWSER_VARIABLE))
    session = Session(bank, Practice(bank), Random(), edit_file, in_browser, Preferences.of_user())  # noqa: S311
    app = StorybankApp(session, first)
    gc.set_threshold(*_GARBAGE)
    app.run()
    if app.failure is not None:
        raise app.failure
