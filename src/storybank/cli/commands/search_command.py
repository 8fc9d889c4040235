"""`storybank search`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options
from storybank.cli.commands.list_command import card_json, select
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write_json, write_table
from storybank.errors import ExitCode


@click.command("search")
@click.argument("text", nargs=-1, required=True)
@options.principle_option
@click.option("-t", "--tag", metavar="TAG", help="Only stories with this tag.")
@click.option("--level", metavar="LEVEL", help="Only stories of this level.")
@options.json_option
@options.bank_option
def command(
    text: tuple[str, ...],
    principle: str | None,
    tag: str | None,
    level: str | None,
    as_json: bool,
    bank_dir: Path | None,
) -> int:
    """Find stories by their words, typos forgiven."""
    bank = options.open_bank(bank_dir)
    wanted = {card.id for card in select(bank, principle, tag, level, None)}
    hits = [hit for hit in bank.search(" ".join(text)) if hit.card.id in wanted]
    for word, meant in (hits[0].corrected if hits else {}).items():
        narrate(f"'{word}' is in no story; searched for {' or '.join(meant)}")
    if as_json:
        found = [{**card_json(h.card), "score": round(h.score, 4), "snippet": h.snippet} for h in hits]
        write_json({"query": " ".join(text), "stories": found})
    elif hits:
        write_table(["id", "title", "found"], [[h.card.id, h.card.title, h.snippet] for h in hits])
    else:
        narrate(f"no story has '{' '.join(text)}'; try fewer words, or: storybank match '{' '.join(text)}'")
    return ExitCode.OK if hits else ExitCode.NOTHING
