"""`storybank history`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write_json, write_table
from storybank.errors import ExitCode

if TYPE_CHECKING:
    from storybank.bank.practice import Practice


@click.command("history")
@click.argument("story_id", metavar="[ID]", required=False, shell_complete=options.complete_story)
@options.json_option
@options.bank_option
def command(story_id: str | None, as_json: bool, bank_dir: Path | None) -> int:
    """List takes and real interviews, of one story or all; --json gives the whole history."""
    from storybank.bank.practice import Practice
    from storybank.model import story_card
    from storybank.text.when import local_time, minutes

    practice = Practice(options.open_bank(bank_dir))
    wanted = practice.known_id(story_id) if story_id else None
    takes, uses = practice.takes(wanted), practice.told(wanted)
    if as_json:
        _write_json(practice, wanted)
        return ExitCode.OK
    grades = {r.take: r.grade.name.lower() for r in practice.history.reviews() if r.card.startswith(story_card(""))}
    rows = [
        (t.started, t.story, "take", f"{minutes(t.total)} of {minutes(t.planned_total)}", grades.get(t.id, ""), t.note)
        for t in takes
    ] + [(u.at, u.story, "interview", f"{u.company} {u.round}".strip(), u.result, u.prompt) for u in uses]
    if rows:
        table = [[local_time(at), *rest] for at, *rest in sorted(rows, key=lambda row: row[0])]
        write_table(["when", "story", "what", "time or company", "grade or result", "note or question"], table)
    else:
        narrate("nothing was practised yet; begin with: storybank rehearse --plain")
    return ExitCode.OK if rows else ExitCode.NOTHING


def _write_json(practice: Practice, wanted: str | None) -> None:
    from storybank.cli.practice_json import exercise_json, review_json, take_json, use_json
    from storybank.model import probes_card, story_card

    cards = {story_card(wanted), probes_card(wanted)} if wanted else None
    history = practice.history
    write_json(
        {
            "takes": [take_json(take) for take in history.takes(wanted)],
            "unfinished": [take_json(t) for t in history.unfinished() if wanted in (None, t.story)],
            "reviews": [review_json(r) for r in history.reviews() if cards is None or r.card in cards],
            "uses": [use_json(use) for use in practice.told(wanted)],
            "exercises": [] if wanted else [exercise_json(one) for one in history.exercises()],
        }
    )
