"""`storybank tui`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options


@click.command("tui")
@options.bank_option
def command(bank_dir: Path | None = None) -> None:
    """Open the app: library, questions, rehearsals and drills. `storybank` alone does the same on a terminal."""
    from storybank.cli.app import run_app

    run_app(options.open_bank(bank_dir))
