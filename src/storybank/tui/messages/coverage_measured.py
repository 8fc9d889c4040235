"""The stories were compared with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from storybank.bank.coverage import Coverage


class CoverageMeasured(Message):
    """The whole coverage is known, near duplicates included."""

    def __init__(self, coverage: Coverage) -> None:
        """`coverage` of the bank as it was when the measuring began."""
        super().__init__()
        self.coverage = coverage
