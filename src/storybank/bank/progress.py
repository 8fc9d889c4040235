"""Practice over time: what the stats count, as series that can be drawn, and the latest of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from storybank.bank.practice import Practice
from storybank.bank.stats import RECENT_TAKES, Stats
from storybank.model import Grade, Mode, Review, TakeRecord, Use

WEEKS = 4
"""Of takes a day."""
LATEST = 50
"""Takes, retrievals and interviews that are listed."""


@dataclass(frozen=True, slots=True)
class Told:
    """A take, and how it was graded."""

    take: TakeRecord
    grade: Grade | None
    title: str
    """Of the story; '' where the bank has it no more."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Practice so far, and what comes."""

    stats: Stats
    today: date
    interview: date | None
    """The day of the next interview."""
    days: Mapping[date, int]
    """Local date -> takes, without gaps, over the last `WEEKS` weeks up to today."""
    recalls: tuple[float, ...]
    """Seconds of the latest retrievals, oldest first."""
    fillers: tuple[float, ...]
    """Fillers a minute of the latest takes, oldest first."""
    latest: tuple[Told, ...]
    """The latest takes, newest first."""
    uses: tuple[Use, ...]
    """Tellings in real interviews, newest first."""
    titles: Mapping[str, str]
    """Story id -> title."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was practised or told yet."""
        return not (self.stats.takes or self.recalls or self.uses or self.stats.practised)

    @property
    def days_left(self) -> int | None:
        """Days until the interview; None where none is ahead."""
        return (self.interview - self.today).days if self.interview else None

    @property
    def due_now(self) -> int:
        """Graded stories that are due today or were before."""
        return self.stats.forecast.get(self.today, 0)


def progress(practice: Practice, titles: Mapping[str, str]) -> Progress:
    """The picture of a practice; `titles` are those of the bank's stories.

    Raises:
        StoreError: the history cannot be read.
    """
    stats, reviews = practice.stats(), practice.history.reviews()
    takes = practice.takes()
    return Progress(
        stats=stats,
        today=practice.today,
        interview=practice.interview,
        days=daily(stats.days, practice.today, WEEKS * 7),
        recalls=recalls(reviews)[-LATEST:],
        fillers=tuple(take.fillers_a_minute for take in takes if take.total > 0)[-RECENT_TAKES:],
        latest=latest(takes, reviews, titles)[:LATEST],
        uses=tuple(reversed(practice.told()))[:LATEST],
        titles=titles,
    )


def daily(counts: Mapping[date, int], today: date, days: int) -> dict[date, int]:
    """The counts of each of the last `days` days, today included, 0 where there is none."""
    every = (today - timedelta(days=back) for back in range(days - 1, -1, -1))
    return {day: counts.get(day, 0) for day in every}


def recalls(reviews: Sequence[Review]) -> tuple[float, ...]:
    """How long each retrieval took, in seconds, oldest first."""
    return tuple(r.seconds for r in reviews if r.mode is Mode.RETRIEVE and r.seconds is not None)


def latest(takes: Sequence[TakeRecord], reviews: Sequence[Review], titles: Mapping[str, str]) -> tuple[Told, ...]:
    """All takes with their grades, newest first."""
    grades: dict[int | None, Grade] = {r.take: r.grade for r in reviews if r.take is not None}
    return tuple(Told(take, grades.get(take.id), titles.get(take.story, "")) for take in reversed(takes))
