"""Due dates out of the review log, by FSRS (the core of py-fsrs; https://github.com/open-spaced-repetition).

Nothing of FSRS's state is stored: the log is replayed, so that an undone or imported review leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from storybank.model import Review

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.95
"""Probability of recall at which a story is due: an interview is a worse place to forget than a lesson."""
LONGEST_DAYS = 60
"""Longest interval in days; a search for a job is shorter than a memory."""
_MOMENT = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Standing:
    """How well something sits, after its last review."""

    card: str
    due: datetime
    """UTC; never on or after the interview's day where one is ahead."""
    last: datetime
    """UTC time of the last review."""
    reviews: int
    stability: float
    """Days until recall falls to 90 %."""
    lapses: int
    """How many reviews were graded Again."""
    latency: float | None
    """Seconds to the answer at the last review that was timed."""

    def is_due(self, now: datetime) -> bool:
        """Whether it is time."""
        return self.due <= now

    def overdue_days(self, now: datetime) -> float:
        """Days since it was due; negative before."""
        return (now - self.due) / timedelta(days=1)


def scheduler(*, fuzz: bool = False) -> Scheduler:
    """FSRS as storybank sets it: no learning steps, for a story is not learnt in minutes."""
    from fsrs import Scheduler

    return Scheduler(desired_retention=RETENTION, learning_steps=(), maximum_interval=LONGEST_DAYS, enable_fuzzing=fuzz)


def standings(
    reviews: Iterable[Review], interview: date | None = None, zone: tzinfo | None = UTC, *, fuzz: bool = False
) -> dict[str, Standing]:
    """Card -> its standing after all its reviews.

    Args:
        reviews: in any order.
        interview: the local date before which everything must be due.
        zone: the time zone of that date; None for the system's.
        fuzz: spread due dates by chance, so that what was practised together comes back apart.
    """
    logs: dict[str, list[Review]] = {}
    for review in sorted(reviews, key=lambda r: (r.at, r.id or 0)):
        logs.setdefault(review.card, []).append(review)
    if not logs:
        return {}  # before the first grade nobody waits for py-fsrs to load
    rules = scheduler(fuzz=fuzz)
    return {name: _standing(name, log, rules, interview, zone) for name, log in logs.items()}


def clamp(due: datetime, last: datetime, interview: date | None, zone: tzinfo | None = UTC) -> datetime:
    """`due` moved before the day of the interview: to the start of the day before it, or where the last review was on
    that day already, to its end. A review on the interview's day or later is not moved, there is nothing left to do.
    """
    if interview is None:
        return due
    day = datetime.combine(interview, time(), zone).astimezone(UTC)
    eve = datetime.combine(interview - timedelta(days=1), time(), zone).astimezone(UTC)
    if last >= day:
        return due
    return min(due, eve if last < eve else day - _MOMENT)


def _standing(name: str, log: list[Review], rules: Scheduler, interview: date | None, zone: tzinfo | None) -> Standing:
    card = _replayed(log, rules)
    timed = [review.seconds for review in log if review.seconds is not None]
    return Standing(
        card=name,
        due=clamp(card.due, log[-1].at, interview, zone),
        last=log[-1].at,
        reviews=len(log),
        stability=card.stability or 0.0,
        lapses=sum(review.grade == 1 for review in log),
        latency=timed[-1] if timed else None,
    )


def _replayed(log: list[Review], rules: Scheduler) -> Card:
    from fsrs import Card, Rating

    card = Card(card_id=1)  # without an id py-fsrs makes one of the time, and sleeps
    for review in log:
        card, _ = rules.review_card(card, Rating(int(review.grade)), review.at.astimezone(UTC))
    return card
