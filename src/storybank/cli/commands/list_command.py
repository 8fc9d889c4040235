"""`storybank list`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storybank.cli import options
from storybank.cli.output import write_json, write_table
from storybank.errors import ExitCode

if TYPE_CHECKING:
    from storybank.bank.bank import Bank
    from storybank.model import Card


@click.command("list")
@options.principle_option
@click.option("-t", "--tag", metavar="TAG", help="Only stories with this tag.")
@click.option("--level", metavar="LEVEL", help="Only stories of this level.")
@click.option("--behaviour", metavar="KEY", help="Only stories that show this behaviour.")
@options.json_option
@options.bank_option
def command(
    principle: str | None,
    tag: str | None,
    level: str | None,
    behaviour: str | None,
    as_json: bool,
    bank_dir: Path | None,
) -> int:
    """List the stories, filtered."""
    bank = options.open_bank(bank_dir)
    cards = list(select(bank, principle, tag, level, behaviour))
    if as_json:
        write_json({"stories": [card_json(card) for card in cards]})
    elif cards:
        write_cards(bank, cards)
    return ExitCode.OK if cards else ExitCode.NOTHING


def select(
    bank: Bank, principle: str | None, tag: str | None, level: str | None, behaviour: str | None
) -> Iterator[Card]:
    """The stories that pass all filters."""
    wanted = options.resolve_principle(bank, principle)
    for card in bank.cards:
        if wanted and wanted.name not in card.all_principles:
            continue
        if tag and tag.casefold() not in (name.casefold() for name in card.tags):
            continue
        if level and level.casefold() != (card.level or "").casefold():
            continue
        if behaviour and behaviour not in card.behaviours:
            continue
        yield card


def write_cards(bank: Bank, cards: list[Card]) -> None:
    """A table of stories."""
    codes = {p.name: p.code for p in bank.principles}
    rows = [
        [
            card.id,
            card.title,
            " ".join(codes[n] for n in card.principles),
            card.level or "",
            str(card.words),
            " ".join(card.tags),
        ]
        for card in cards
    ]
    write_table(["id", "title", "principles", "level", "words", "tags"], rows)


def card_json(card: Card) -> dict[str, Any]:
    """A story without its text."""
    return {
        "id": card.id,
        "title": card.title,
        "principles": list(card.principles),
        "angles": list(card.angles),
        "level": card.level,
        "tags": list(card.tags),
        "behaviours": dict(card.behaviours),
        "words": card.words,
        "missing": list(card.missing),
        "file": card.file,
    }
