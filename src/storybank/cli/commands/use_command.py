"""`storybank use`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write, write_json


@click.command("use")
@options.story_argument
@click.option("--company", required=True, metavar="NAME", help="Where the story was told.")
@click.option("--round", "round_", default="", metavar="N", help="In which round.")
@click.option("--prompt", default="", metavar="TEXT", help="The question it answered.")
@click.option("--result", default="", metavar="TEXT", help="How it went.")
@options.json_option
@options.bank_option
def command(
    story_id: str, company: str, round_: str, prompt: str, result: str, as_json: bool, bank_dir: Path | None
) -> None:
    """Record that a story was told in a real interview."""
    from storybank.bank.practice import Practice
    from storybank.cli.practice_json import use_json
    from storybank.text.when import local_day

    practice = Practice(options.open_bank(bank_dir))
    earlier = practice.told(practice.known_id(story_id), company)
    use = practice.log_use(story_id, company, round_=round_, prompt=prompt, result=result)
    if earlier:
        narrate(f"{use.story} was told at {use.company} before, on {local_day(earlier[-1].at)}")
    if as_json:
        write_json({"use": use_json(use)})
    else:
        write(f"{use.story} told at {use.company}{f' in round {use.round}' if use.round else ''}")
