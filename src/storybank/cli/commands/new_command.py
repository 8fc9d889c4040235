"""`storybank new`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.editor import edit_file
from storybank.cli.output import on_terminal, write


@click.command("new")
@click.argument("title", nargs=-1, required=True)
@options.principle_option
@click.option("--id", "story_id", metavar="ID", help="Its id; by default the next free one of the principle.")
@click.option("--edit/--no-edit", default=None, help="Open it in $EDITOR; by default on a terminal only.")
@options.bank_option
def command(
    title: tuple[str, ...], principle: str | None, story_id: str | None, edit: bool | None, bank_dir: Path | None
) -> None:
    """Write a new story from a template."""
    from storybank.bank.create import new_story

    bank = options.open_bank(bank_dir)
    path = new_story(bank, " ".join(title), options.resolve_principle(bank, principle), story_id)
    write(str(path))
    if edit if edit is not None else on_terminal():
        edit_file(path)
        bank.resync()
        narrate("say which behaviours it shows, and matching gets much better: storybank tag ID")
