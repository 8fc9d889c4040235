"""What the library says where there is nothing to list, and what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from storybank.bank.bank import Bank
from storybank.bank.filtering import KEYS
from storybank.bank.library import Order
from storybank.bank.locate import Origin
from storybank.model import TakeRecord
from storybank.text.when import local_time, minutes

ORDER_WORDS = {
    Order.DUE: "what is due first",
    Order.ID: "by id",
    Order.TITLE: "by title",
    Order.PRINCIPLES: "by principle",
    Order.LENGTH: "the longest first",
    Order.FLAGS: "the worst flags first",
    Order.LAST: "the longest not told first",
}
_SHOWN = 2
"""Broken files that are named; the others are counted."""


def guide() -> str:
    """Markdown for F1."""
    letters = ", ".join(f"`{key[0]}:`" for key in KEYS)
    return f"""\
# Library

Your stories, the ones that are due first. **Enter** tells the one under the cursor against the clock.

Type `/` and a few letters: ids, titles (typos forgiven) and the whole text are searched as you type. Conditions
narrow it down: `principle:own`, `tag:checkout`, `level:L6`, `due:week`, `flag:error`; the first letter is enough
({letters}).

**Flags** are what an interviewer would stumble over: `✗` an error, `!` a warning, `·` a hint, `✓` none.
**Time** is what a calm speaker takes. A click on a column's head sorts by it; a double click on a story rehearses
it."""


def nothing_words(typed: str) -> Content:
    """No story passes the filter."""
    return Content.assemble(
        ("No story has all of that.\n\n", "bold"),
        ("Looked for  ", "$foreground-muted"),
        (typed, "$text"),
        "\n\nFewer words find more. To find a story for a question, press ",
        ("escape", "bold $text-accent"),
        " and then ",
        ("2", "bold $text-accent"),
        ": Ask.",
    )


def empty_words(bank: Bank) -> Content:
    """The bank has no story."""
    named = f"--bank {bank.root} " if bank.location.origin is Origin.OPTION else ""
    return Content.assemble(
        ("This bank has no stories yet.\n\n", "bold $text"),
        ("n", "bold $text-accent"),
        "    writes your first one\n\n",
        "Stories that you have in a document are taken over by\n\n    ",
        (f"storybank import {named}FILE", "$text-accent"),
        "\n\nand to look around in ours first:\n\n    ",
        ("storybank init demo --sample && storybank --bank demo", "$text-accent"),
    )


def broken_off_line(take: TakeRecord) -> Content:
    """A take can go on."""
    what = f"{take.story} of {local_time(take.started)} broke off after {minutes(take.total)}"
    key = "bold $text-accent"
    return Content.assemble((what, "bold"), ": ", ("r", key), " goes on with it, ", ("x", key), " forgets it")


def broken_lines(bank: Bank) -> Iterator[Content]:
    """The files that cannot be read: where, why, and what helps."""
    for state in bank.broken[:_SHOWN]:
        if state.error:
            line = f":{state.error.line}" if state.error.line else ""
            yield Content.assemble((f"! {state.path}{line}", "bold"), f": {state.error.message}. {state.error.hint}")
    if len(bank.broken) > _SHOWN:
        rest = len(bank.broken) - _SHOWN
        yield Content.assemble(f"! and {rest} more that cannot be read: ", ("storybank doctor", "bold"))
