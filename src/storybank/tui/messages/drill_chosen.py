"""A drill is to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from storybank.bank.drill_session import Plan


class DrillChosen(Message):
    """The user wants to practise with questions."""

    def __init__(self, plan: Plan | None = None, seed: int | None = None) -> None:
        """Begin with `plan`, None to choose on the page; the same `seed` draws the same questions."""
        super().__init__()
        self.plan = plan
        self.seed = seed
