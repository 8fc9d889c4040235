"""Starting the terminal app from a command."""

from __future__ import annotations

import os
from random import Random

from textual.message import Message

from storybank.bank.bank import Bank
from storybank.bank.practice import Practice
from storybank.cli.editor import edit_file
from storybank.tui.app import StorybankApp
from storybank.tui.session import Session

BROWSER_VARIABLE = "STORYBANK_IN_BROWSER"
"""Set where the app runs behind `storybank serve`."""


def run_app(bank: Bank, first: Message | None = None) -> None:
    """Run the app on a bank until the user leaves it.

    Args:
        bank: an open bank.
        first: posted to the app when it stands, such as `StoryChosen`.
    """
    in_browser = bool(os.environ.get(BROWSER_VARIABLE))
    session = Session(bank, Practice(bank), Random(), edit_file, in_browser=in_browser)  # noqa: S311
    StorybankApp(session, first).run()
