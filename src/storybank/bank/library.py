"""The stories as a shelf of them is looked at: with practice and red flags beside each, in several orders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from storybank.model import Card
from storybank.text.natural import natural
from storybank.text.speech import speaking_seconds

if TYPE_CHECKING:
    from storybank.bank.practice import Practice
    from storybank.check.model import Outcome
    from storybank.rules.model import Severity

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """A story with what is known around it."""

    card: Card
    due: datetime | None = None
    """UTC; None for a story never graded, which is always due."""
    last: datetime | None = None
    """UTC start of the last finished take."""
    outcome: Outcome | None = None
    """Its red flags; None until the check has read it."""

    @property
    def seconds(self) -> int:
        """How long it takes to say, at a calm speaker's pace."""
        return speaking_seconds(self.card.words)

    @property
    def flags(self) -> int:
        """How many red flags it has; 0 also where it was not checked."""
        return len(self.outcome.findings) if self.outcome else 0

    @property
    def worst(self) -> Severity | None:
        """The worst of its red flags; None where it has none."""
        return self.outcome.findings[0].severity if self.outcome and self.outcome.findings else None

    def is_due(self, now: datetime) -> bool:
        """Whether it is time to practise it."""
        return self.due is None or self.due <= now


class Order(StrEnum):
    """In which order stories are listed."""

    DUE = "due"
    """The longest overdue first, then those never graded, then what comes."""
    ID = "id"
    TITLE = "title"
    PRINCIPLES = "principles"
    LENGTH = "length"
    """The longest first."""
    FLAGS = "flags"
    """The worst first."""
    LAST = "last"
    """Those never told first, then the longest ago."""


def entries(practice: Practice, outcomes: Mapping[str, Outcome]) -> list[Entry]:
    """All stories, in the order in which they are due."""
    return [Entry(one.card, one.due, one.last, outcomes.get(one.card.id)) for one in practice.stories()]


def ordered(shelf: Iterable[Entry], order: Order, now: datetime, codes: Mapping[str, int]) -> list[Entry]:
    """The stories in an order; equal ones by their ids.

    Args:
        shelf: the stories.
        order: the order.
        now: the time of day; a story never graded is due now.
        codes: principle -> its place in the set, for the order by principles.
    """
    by_id = sorted(shelf, key=lambda entry: natural(entry.card.id))
    if order is Order.ID:
        return by_id
    if order is Order.DUE:
        return sorted(by_id, key=lambda entry: entry.due or now)
    if order is Order.TITLE:
        return sorted(by_id, key=lambda entry: entry.card.title.casefold())
    if order is Order.PRINCIPLES:
        return sorted(by_id, key=lambda entry: [codes.get(name, len(codes)) for name in entry.card.principles])
    if order is Order.LENGTH:
        return sorted(by_id, key=lambda entry: -entry.card.words)
    if order is Order.FLAGS:
        return sorted(by_id, key=_gravity)
    return sorted(by_id, key=lambda entry: entry.last or _NEVER)


def _gravity(entry: Entry) -> list[int]:
    """Sorts the worst first; of two with the same flags at the front, the one with more."""
    return [finding.severity.rank for finding in entry.outcome.findings] + [9] if entry.outcome else [9]
