"""`storybank paths`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options
from storybank.cli.output import write_json, write_table


@click.command("paths")
@options.json_option
@options.bank_option
def command(as_json: bool, bank_dir: Path | None) -> None:
    """Say where everything is."""
    from storybank.bank.preferences import Preferences

    bank = options.open_bank(bank_dir)
    paths = {
        "bank": str(bank.root),
        "found by": str(bank.location.origin),
        "settings": str(bank.root / "storybank.toml"),
        "stories": str(bank.root / "stories"),
        "prompts": str(bank.root / "prompts"),
        "database": str(bank.store.path or "in memory"),
        "preferences": str(Preferences.of_user().path or "nowhere"),
    }
    if as_json:
        write_json({key.replace(" ", "_"): value for key, value in paths.items()})
    else:
        write_table(["what", "where"], [[key, value] for key, value in paths.items()])
