"""`storybank doctor`."""

from __future__ import annotations

from pathlib import Path

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write, write_json
from storybank.errors import ExitCode


@click.command("doctor")
@click.option("--rebuild", is_flag=True, help="Drop the index and read all files again; the history stays.")
@options.json_option
@options.bank_option
def command(rebuild: bool, as_json: bool, bank_dir: Path | None) -> int:
    """Check files, settings and database."""
    from storybank.bank.doctor import diagnose

    bank = options.open_bank(bank_dir)
    if rebuild:
        bank.store.drop_index()
        bank.store.close()
        bank = options.open_bank(bank_dir)
        narrate("the index was built anew")
    found = diagnose(bank)
    if as_json:
        write_json(
            {
                "stories": len(bank.cards),
                "history": bank.store.history_counts(),
                "problems": [
                    {
                        "file": str(d.file),
                        "line": d.line,
                        "message": d.message,
                        "hint": d.hint,
                        "serious": d.serious,
                    }
                    for d in found
                ],
            }
        )
    else:
        for d in found:
            place = f"{d.file}:{d.line}" if d.line else str(d.file)
            write(f"{place}: {'error' if d.serious else 'note'}: {d.message}{f'. {d.hint}' if d.hint else ''}")
        narrate(f"{len(bank.cards)} stories, {len(found)} problems")
    return ExitCode.BAD_INPUT if any(d.serious for d in found) else ExitCode.OK
