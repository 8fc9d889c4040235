"""`storybank init`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli.diagnostics import narrate
from storybank.cli.output import write


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--sample", is_flag=True, help="Put the 53 sample stories into it.")
def command(folder: Path, sample: bool) -> None:
    """Make a new bank; what the folder holds already stays as it is."""
    from storybank.bank.create import create_bank

    root = create_bank(folder, sample=sample)
    write(str(root))
    where = "" if root == Path.cwd() else f"cd {folder} && "
    narrate(f"a new bank. Next: {where}storybank import YOUR-DOCUMENT.md, or: storybank new 'A title'")
