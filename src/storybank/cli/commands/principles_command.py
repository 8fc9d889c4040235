"""`storybank principles`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options
from storybank.cli.output import write_json, write_table


@click.command("principles")
@options.json_option
@options.bank_option
def command(as_json: bool, bank_dir: Path | None) -> None:
    """List the leadership principles."""
    bank = options.open_bank(bank_dir)
    counts = {p.name: sum(p.name in card.all_principles for card in bank.cards) for p in bank.principles}
    if as_json:
        write_json(
            {
                "set": bank.principles.name,
                "principles": [
                    {
                        "name": p.name,
                        "code": p.code,
                        "slug": p.slug,
                        "aliases": list(p.aliases),
                        "meaning": p.meaning,
                        "stories": counts[p.name],
                    }
                    for p in bank.principles
                ],
            }
        )
        return
    rows = [[p.code, p.name, str(counts[p.name]), p.meaning] for p in bank.principles]
    write_table(["code", "principle", "stories", "meaning"], rows)
