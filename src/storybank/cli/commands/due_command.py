"""`storybank due`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import on_terminal, write, write_json, write_table


@click.command("due")
@click.option("--all", "every", is_flag=True, help="All stories, also those that are not due yet.")
@options.json_option
@options.bank_option
def command(every: bool, as_json: bool, bank_dir: Path | None) -> None:
    """List the stories that are due for practice, the longest overdue first."""
    from storybank.bank.practice import Practice
    from storybank.cli.practice_json import due_json
    from storybank.text.when import local_day

    bank = options.open_bank(bank_dir)
    practice = Practice(bank)
    stories = practice.stories() if every else practice.due()
    if as_json:
        day = practice.interview
        write_json({"interview": day.isoformat() if day else None, "stories": [due_json(one) for one in stories]})
        return
    rows = [
        [one.card.id, one.card.title, local_day(one.due) if one.due else "new", local_day(one.last) if one.last else ""]
        for one in stories
    ]
    if rows:
        write_table(["id", "title", "due", "last told"], rows)
    else:
        narrate("nothing is due; 'storybank due --all' shows what comes")
    if practice.interview is None and bank.config.interview.date:
        narrate(f"the interview of storybank.toml was on {bank.config.interview.date}; set the next date there")
    if on_terminal() and practice.interview:
        write(f"The interview is on {practice.interview}; everything is due before it.")
