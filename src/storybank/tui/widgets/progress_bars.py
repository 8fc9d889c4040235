"""Progress as bars and tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, tzinfo

from rich.text import Text

from storybank.bank.progress import Progress, Told
from storybank.bank.stats import Stats
from storybank.model import Use
from storybank.pace.words import ON_TIME, off_plan
from storybank.schedule import Latency
from storybank.text.when import minutes
from storybank.tui.widgets.columns import Column
from storybank.tui.widgets.labelled_bars import Bar

_SPEEDS = {
    Latency.FAST: ("at once, under 3 s", "$success"),
    Latency.FAIR: ("in 3 to 7 s", "$primary"),
    Latency.SLOW: ("over 7 s", "$warning"),
}


def taken(progress: Progress) -> list[Column]:
    """Takes a day, labelled by the week."""
    return [
        Column(count, f"{day:%d %b}" if place % 7 == 0 else "")
        for place, (day, count) in enumerate(progress.days.items())
    ]


def due(progress: Progress) -> list[Column]:
    """Stories due on the days to come; the interview's day is marked."""
    return [
        Column(count, _day(day, progress), "$warning" if day == progress.today else "$primary")
        for day, count in progress.stats.forecast.items()
    ]


def _day(day: date, progress: Progress) -> str:
    if day == progress.interview:
        return "▲ interview"
    return "today" if day == progress.today else f"{day:%a}"[:2]


def sections(stats: Stats) -> Iterator[Bar]:
    """For each section what was planned and what it took."""
    for one in stats.sections:
        over = one.actual - one.planned
        yield Bar(one.name.title(), one.planned, f"{minutes(one.planned)} planned", "$foreground 50%")
        yield Bar(
            "", one.actual, f"{minutes(one.actual)} {off_plan(over)}", "$warning" if over >= ON_TIME else "$primary"
        )


def speeds(stats: Stats) -> list[Bar]:
    """How fast stories came to mind, in shares."""
    every = sum(stats.latencies.values()) or 1
    return [
        Bar(words, count / every, f"{count / every:4.0%}  {count}", tone)
        for speed, (words, tone) in _SPEEDS.items()
        for count in [stats.latencies.get(speed, 0)]
    ]


def take_cells(told: Told, zone: tzinfo | None) -> list[Text]:
    """A row of the latest takes."""
    take = told.take
    return [
        Text(f"{take.started.astimezone(zone):%d %b %H:%M}"),
        Text(take.story),
        Text(f"{minutes(take.total)} of {minutes(take.planned_total)}", justify="right"),
        Text(off_plan(take.total - take.planned_total)),
        Text(told.grade.name.capitalize() if told.grade else "not graded"),
        Text(str(take.fillers) if take.fillers else "", justify="right"),
        Text(told.title or "(no longer in the bank)"),
    ]


def use_cells(use: Use, zone: tzinfo | None) -> list[Text]:
    """A row of the real interviews."""
    return [Text(f"{use.at.astimezone(zone):%d %b}"), Text(use.story), *map(Text, (use.company, use.round, use.result))]
