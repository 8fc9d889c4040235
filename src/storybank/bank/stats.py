"""Practice in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol

from storybank.model import Mode, Review, SectionName, TakeRecord
from storybank.schedule import Latency, latency

RECENT_TAKES = 10
"""Takes that say how time is spent now."""
FORECAST_DAYS = 14


class Scheduled(Protocol):
    """Something that is due one day."""

    @property
    def due(self) -> datetime | None:
        """UTC; None where it was never practised."""
        ...


@dataclass(frozen=True, slots=True)
class SectionTime:
    """Time of one section over the recent takes."""

    name: SectionName
    planned: float
    """Mean seconds."""
    actual: float
    """Mean seconds."""
    takes: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Practice so far, and what comes."""

    takes: int
    seconds: float
    """Spoken in all finished takes."""
    streak: int
    """Days in a row with practice, up to today or yesterday."""
    days: Mapping[date, int]
    """Local date -> takes."""
    sections: tuple[SectionTime, ...]
    """Over the last `RECENT_TAKES` takes."""
    fillers_a_minute: float | None
    """Over the last `RECENT_TAKES` takes; None without any."""
    latencies: Mapping[Latency, int]
    """Retrievals by their speed."""
    median_latency: float | None
    """Seconds."""
    practised: int
    """Stories that were graded at least once."""
    stories: int
    forecast: Mapping[date, int]
    """Local date -> stories due on it, the overdue on today; for `FORECAST_DAYS` days."""


def stats(
    takes: Sequence[TakeRecord],
    reviews: Iterable[Review],
    stories: Sequence[Scheduled],
    today: date,
    zone: tzinfo | None,
) -> Stats:
    """The picture of a history."""
    recent = [take for take in takes if take.total > 0][-RECENT_TAKES:]
    times = sorted(r.seconds for r in reviews if r.mode is Mode.RETRIEVE and r.seconds is not None)
    days = Counter(take.started.astimezone(zone).date() for take in takes)
    minutes = sum(take.total for take in recent) / 60
    return Stats(
        takes=len(takes),
        seconds=sum(take.total for take in takes),
        streak=_streak(set(days), today),
        days=dict(sorted(days.items())),
        sections=tuple(_sections(recent)),
        fillers_a_minute=sum(take.fillers for take in recent) / minutes if minutes else None,
        latencies={speed: sum(latency(s) is speed for s in times) for speed in Latency},
        median_latency=median(times),
        practised=sum(one.due is not None for one in stories),
        stories=len(stories),
        forecast=_forecast(stories, today, zone),
    )


def _streak(days: set[date], today: date) -> int:
    day = today if today in days else today - timedelta(days=1)
    length = 0
    while day in days:
        length += 1
        day -= timedelta(days=1)
    return length


def _sections(takes: Sequence[TakeRecord]) -> Iterable[SectionTime]:
    for name in SectionName:
        told = [take for take in takes if name in take.planned]
        if told:
            planned = sum(take.planned[name] for take in told) / len(told)
            actual = sum(take.actual.get(name, 0.0) for take in told) / len(told)
            yield SectionTime(name, planned, actual, len(told))


def median(ordered: Sequence[float]) -> float | None:
    """The middle of numbers in order; None where there are none."""
    if not ordered:
        return None
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _forecast(stories: Iterable[Scheduled], today: date, zone: tzinfo | None) -> dict[date, int]:
    forecast = {today + timedelta(days=n): 0 for n in range(FORECAST_DAYS)}
    for story in stories:
        day = max(today, story.due.astimezone(zone).date()) if story.due else None
        if day in forecast:
            forecast[day] += 1
    return forecast
