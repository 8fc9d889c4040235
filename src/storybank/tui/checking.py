"""The check of all stories, beside the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from storybank.bank.bank import Bank

if TYPE_CHECKING:
    from storybank.check import Outcome

_SWITCH_SECONDS = 0.001
"""How soon a key that was pressed gets its turn while the check computes; Python's own 5 ms add up to a frame."""


def check_all(bank: Bank, is_cancelled: Callable[[], bool]) -> dict[str, Outcome] | None:
    """Story id -> its red flags; None where the check was called off.

    Raises:
        StorybankError: the settings of the check are wrong.
    """
    from storybank.bank.checking import Shelf

    shelf = Shelf.of(bank)
    outcomes: dict[str, Outcome] = {}
    with _short_turns():
        for outcome in shelf.check([bank.root / card.file for card in bank.cards], lambda _: None):
            if is_cancelled():
                return None
            outcomes[outcome.id] = outcome
    return outcomes


@contextmanager
def _short_turns() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
