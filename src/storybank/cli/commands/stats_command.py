"""`storybank stats`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.output import write, write_json

if TYPE_CHECKING:
    from storybank.bank.stats import Stats

_BAR = 30
_DAYS_SHOWN = 14


@click.command("stats")
@options.json_option
@options.bank_option
def command(as_json: bool, bank_dir: Path | None) -> None:
    """Show practice in numbers: takes, time per section, speed of recall, what comes."""
    from storybank.bank.practice import Practice
    from storybank.cli.practice_json import stats_json

    stats = Practice(options.open_bank(bank_dir)).stats()
    if as_json:
        write_json(stats_json(stats))
        return
    for line in lines(stats):
        write(line)


def lines(stats: Stats) -> Iterator[str]:
    """The numbers for a person."""
    from storybank.text.when import minutes

    yield f"Takes: {stats.takes}, {minutes(stats.seconds)} spoken, {stats.streak} days in a row"
    yield f"Stories graded: {stats.practised} of {stats.stories}"
    for section in stats.sections:
        planned, actual = minutes(section.planned), minutes(section.actual)
        yield f"{section.name.title()}: {actual} of {planned} on average over {section.takes} takes"
    if stats.fillers_a_minute is not None:
        yield f"Fillers: {stats.fillers_a_minute:.1f} a minute"
    if stats.median_latency is not None:
        speeds = ", ".join(f"{speed} {count}" for speed, count in stats.latencies.items())
        yield f"Recall: {stats.median_latency:.1f} s in the middle ({speeds})"
    if stats.days:
        yield "Takes a day:"
        for day, count in list(stats.days.items())[-_DAYS_SHOWN:]:
            yield f"{day}  {count:3}  {'#' * min(count, _BAR)}"
    if any(stats.forecast.values()):
        yield "Due:"
        for day, count in stats.forecast.items():
            if count:
                yield f"{day}  {count:3}  {'#' * min(count, _BAR)}"
