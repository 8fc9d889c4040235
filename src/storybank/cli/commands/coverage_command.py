"""`storybank coverage`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.output import on_terminal, write, write_json, write_table

if TYPE_CHECKING:
    from storybank.bank.coverage import Coverage


@click.command("coverage")
@click.option("--stories", is_flag=True, help="One row for each story, one column for each principle.")
@options.json_option
@options.bank_option
def command(stories: bool, as_json: bool, bank_dir: Path | None) -> None:
    """Show the stories of each principle, and the gaps."""
    from storybank.bank.coverage import coverage

    bank = options.open_bank(bank_dir)
    result = coverage(bank)
    if as_json:
        write_json(coverage_json(result))
        return
    if stories:
        _write_grid(result)
    else:
        rows = [
            [p.code, p.name, " ".join(p.primary), " ".join(p.secondary), "gap" if p.is_gap else ""]
            for p in result.principles
        ]
        write_table(["code", "principle", "primary", "secondary", ""], rows)
    if on_terminal():
        _write_advice(result)


def coverage_json(result: Coverage) -> dict[str, object]:
    """The shape of `coverage --json`."""
    return {
        "principles": [
            {
                "name": p.name,
                "code": p.code,
                "primary": list(p.primary),
                "secondary": list(p.secondary),
                "gap": p.is_gap,
            }
            for p in result.principles
        ],
        "gaps": [p.name for p in result.gaps],
        "failures": {"stories": list(result.failures), "enough": not result.lacks_failures},
        "untagged": list(result.untagged),
        "lacking": [{"behaviour": b.key, "name": b.name, "principle": b.principle} for b in result.lacking],
        "duplicates": [{"stories": [a, b], "similarity": round(cosine, 3)} for a, b, cosine in result.duplicates],
    }


def _write_grid(result: Coverage) -> None:
    from storybank.bank.coverage import grid

    cells = grid(result)
    codes = [p.code for p in result.principles]
    write_table(["story", *codes], [[story, *(row.get(c, "") for c in codes)] for story, row in cells.items()])


def _write_advice(result: Coverage) -> None:
    from storybank.bank.coverage import FAILURES, STORIES_A_PRINCIPLE

    for principle in result.gaps:
        count = len(principle.primary) + len(principle.secondary)
        write(f"gap: {principle.name} has {count} of {STORIES_A_PRINCIPLE} stories")
    if result.lacks_failures:
        write(f"gap: {len(result.failures)} of {FAILURES} stories of a failure; tag them 'failure'")
    if result.untagged:
        write(f"matched by prediction only: {' '.join(result.untagged)}; confirm with: storybank tag ID")
    if result.lacking:
        write(f"no tagged story shows: {', '.join(b.name.lower() for b in result.lacking)}")
    for first, second, cosine in result.duplicates:
        write(f"nearly the same words: {first} and {second} ({cosine:.0%})")
