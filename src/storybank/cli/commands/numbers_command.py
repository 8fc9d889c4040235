"""`storybank numbers`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write_json, write_table
from storybank.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from storybank.bank.checking import Shelf, Source
    from storybank.check.ledger import Entry

_STANDINGS = ("confirmed", "estimate", "cannot confirm")


@click.command("numbers")
@options.story_argument
@click.option(
    "--set",
    "pairs",
    metavar="FIGURE=STANDING",
    multiple=True,
    help="Say of a figure: confirmed, estimate or 'cannot confirm'; written into the front matter.",
)
@options.json_option
@options.bank_option
def command(story_id: str, pairs: tuple[str, ...], as_json: bool, bank_dir: Path | None) -> int:
    """List a story's figures, and which of them you can stand for."""
    from storybank.bank.checking import Shelf
    from storybank.check.ledger import ledger

    given = bank_dir or click.get_current_context().find_root().params.get("bank_dir")
    shelf = Shelf.open(given, Path.cwd(), os.environ)
    source = shelf.one(story_id)
    for pair in pairs:
        source = _set(shelf, source, pair)
    entries = ledger(source.story, source.shown)
    if as_json:
        write_json({"id": source.story.id, "file": source.shown, "figures": [entry_json(e) for e in entries]})
    else:
        rows = [_row(entry) for entry in entries]
        write_table(["line", "section", "figure", "kind", "baseline", "recomputed", "standing"], rows)
        open_ = sum(entry.standing is None and entry.figure.is_result for entry in entries)
        if open_:
            narrate(f"{open_} results without your word: storybank numbers {source.story.id} --set '73%=confirmed'")
    return ExitCode.OK if entries else ExitCode.NOTHING


def _set(shelf: Shelf, source: Source, pair: str) -> Source:
    from storybank.bank.files import write_text
    from storybank.check.ledger import Standing, ledger, with_standing

    figure, separator, standing = pair.rpartition("=")
    if not separator or standing.replace("-", " ") not in _STANDINGS:
        raise UsageError(f"'{pair}' is no FIGURE=STANDING", hint=f"Standings: {', '.join(_STANDINGS)}")
    known = [e.figure.text for e in ledger(source.story, source.shown)]
    wanted = " ".join(figure.split()).casefold()
    if not any(" ".join(text.split()).casefold() == wanted for text in known):
        raise UsageError(
            f"no figure '{figure}' in {source.story.id}", hint=f"It has: {', '.join(dict.fromkeys(known))}"
        )
    if shelf.location.is_sample:
        raise UsageError("the sample bank is read-only", hint="Make your own: storybank init my-stories --sample")
    before = source.path.read_bytes()
    text = with_standing(source.story, source.text, figure, Standing(standing.replace("-", " ")), source.shown)
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    mark = "\ufeff" if before.startswith(b"\xef\xbb\xbf") else ""
    write_text(source.path, mark + text, expected=before)
    return shelf.read(source.path)


def entry_json(entry: Entry) -> dict[str, Any]:
    """One figure of the ledger."""
    figure = entry.figure
    return {
        "text": figure.text,
        "section": entry.section,
        "line": entry.line,
        "kind": figure.kind.value,
        "value": figure.value,
        "unit": figure.unit,
        "upper": figure.upper,
        "scale": figure.scale,
        "direction": figure.direction.value,
        "approximate": figure.approximate,
        "result": figure.is_result,
        "baseline": entry.baseline or None,
        "recomputed": entry.recomputed or None,
        "standing": entry.standing.value if entry.standing else None,
    }


def _row(entry: Entry) -> list[str]:
    standing = entry.standing.value if entry.standing else "?"
    kind = entry.figure.kind.value + ("" if entry.figure.is_result else " (context)")
    return [str(entry.line), entry.section, entry.figure.text, kind, entry.baseline, entry.recomputed, standing]
