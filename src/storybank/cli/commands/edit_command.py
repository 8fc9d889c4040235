"""`storybank edit`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.editor import edit_file


@click.command("edit")
@options.story_argument
@options.bank_option
def command(story_id: str, bank_dir: Path | None) -> None:
    """Open a story in your editor, and say what is wrong with it afterwards."""
    bank = options.open_bank(bank_dir)
    bank.need_writable()
    path = bank.root / bank.card(story_id).file
    edit_file(path)
    bank.resync()
    for problem in bank.problems(path.relative_to(bank.root).as_posix()):
        narrate(f"{path}:{problem.line or 1}: {problem.message}. {problem.hint}".rstrip(". ") + ".")
