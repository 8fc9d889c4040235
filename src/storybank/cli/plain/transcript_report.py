"""What a transcript shows, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from storybank.bank.bank import Bank
from storybank.bank.practice import Practice
from storybank.cli.output import write, write_json
from storybank.errors import UsageError
from storybank.pace import Pace
from storybank.text.when import minutes
from storybank.transcript import Fate, Report, Said, SectionShare, Tic, analyse, read_transcript

SLOWEST, FASTEST = 130, 160
"""Words a minute that listeners follow well."""


def hold_against(
    practice: Practice,
    bank: Bank,
    story_id: str | None,
    path: Path,
    pace: Pace,
    prompt: str | None,
    *,
    save: bool,
    as_json: bool,
) -> None:
    """Say what a transcript shows of a story that was told.

    Raises:
        UsageError: no story was named.
        InputFileError: the transcript cannot be read.
    """
    if story_id is None:
        raise UsageError("which story does it tell?", hint=f"storybank rehearse ID --transcript {path}")
    card = bank.card(story_id)
    report = analyse(read_transcript(path), bank.story(card.id)[0].story)
    data = report_json(report)
    if save:
        practice.keep_transcript(card.id, pace, report, data, prompt=prompt)
    if as_json:
        write_json({"story": card.id, "file": str(path), **data})
        return
    for line in (f"{card.id}: {card.title}", *report_lines(report, pace)):
        write(line)


def report_lines(report: Report, pace: Pace) -> Iterator[str]:
    """The report for a person."""
    timed = f", {minutes(report.seconds)}" if report.seconds else ""
    yield f"Words: {report.words}{timed}{_speed(report)}"
    yield f"Fillers: {report.filler_count}{_tics(report.fillers)} (at least: recognisers leave many out)"
    yield f"Hedges: {sum(tic.count for tic in report.hedges)}{_tics(report.hedges)}"
    for share in report.sections:
        yield f"{share.name.title()}: {_share(share, report, pace)}"
    said = len(report.with_fate(Fate.SAID))
    yield f"Facts kept: {said} of {len(report.facts) - len(report.with_fate(Fate.ADDED))}"
    for fate in (Fate.CHANGED, Fate.ROUNDED, Fate.MISSED, Fate.ADDED):
        for one in report.with_fate(fate):
            yield f"{fate}: {one.message}{_place(one)}"


def report_json(report: Report) -> dict[str, Any]:
    """The report as JSON."""
    return {
        "words": report.words,
        "seconds": None if report.seconds is None else round(report.seconds, 2),
        "words_a_minute": None if report.words_a_minute is None else round(report.words_a_minute, 1),
        "fillers": {tic.name: tic.count for tic in report.fillers},
        "hedges": {tic.name: tic.count for tic in report.hedges},
        "sections": [
            {"name": s.name, "words": s.words, "seconds": None if s.seconds is None else round(s.seconds, 2)}
            for s in report.sections
        ],
        "facts": [
            {
                "fact": one.fact.text,
                "kind": "name" if one.fact.is_name else "figure",
                "fate": one.fate,
                "said": one.said,
                "section": one.fact.section,
                "line": one.fact.line or None,
                "message": one.message,
            }
            for one in report.facts
        ],
    }


def _speed(report: Report) -> str:
    speed = report.words_a_minute
    if speed is None:
        shortest, longest = (minutes(report.words / each * 60) for each in (FASTEST, SLOWEST))
        return f"; {shortest}-{longest} at {SLOWEST}-{FASTEST} a minute"
    judged = "slow" if speed < SLOWEST else "fast" if speed > FASTEST else "good"
    return f", {speed:.0f} a minute ({judged}; {SLOWEST}-{FASTEST} is easy to follow)"


def _tics(tics: Sequence[Tic]) -> str:
    return ": " + ", ".join(f"'{tic.name}' {tic.count}" for tic in tics) if tics else ""


def _share(share: SectionShare, report: Report, pace: Pace) -> str:
    part = share.words / (report.words or 1)
    planned = pace.planned.get(share.name)
    if share.seconds is not None:
        plan = f" of {minutes(planned)} planned" if planned else ""
        return f"{minutes(share.seconds)}{plan}, {share.words} words"
    plan = f" ({planned / pace.total:.0%} planned)" if planned else ""
    return f"{share.words} words, {part:.0%}{plan}"


def _place(one: Said) -> str:
    if one.fact.section is None:
        return ""
    return f" ({one.fact.section.title()}{f', line {one.fact.line}' if one.fact.line else ''})"
