"""`storybank tag`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import on_terminal, write, write_json, write_table
from storybank.errors import UsageError

if TYPE_CHECKING:
    from storybank.bank.bank import Bank
    from storybank.bank.tagging import Suggestion
    from storybank.match.behaviours import Behaviour


@click.command("tag")
@options.story_argument
@click.option(
    "--set", "settings", multiple=True, metavar="KEY=GRADE", help="Give a grade: 0 (remove) to 3. Repeatable."
)
@click.option("--suggest", is_flag=True, help="Only show what the model reads in the story.")
@click.option("--search", metavar="TEXT", help="Look through all behaviours.")
@options.json_option
@options.bank_option
def command(
    story_id: str,
    settings: tuple[str, ...],
    suggest: bool,
    search: str | None,
    as_json: bool,
    bank_dir: Path | None,
) -> None:
    """Say which behaviours a story shows; the matcher trusts your word above its own."""
    from storybank.bank import tagging
    from storybank.cli.progress import progress

    if search is not None:
        _write_behaviours(tagging.find(search))
        return
    bank = options.open_bank(bank_dir)
    if settings:
        grades = tagging.set_grades(bank, story_id, dict(map(_setting, settings)))
        _write_grades(story_id, grades, as_json)
        return
    found = tagging.suggest(bank, story_id, progress)[: tagging.SUGGESTED]
    if suggest or as_json or not on_terminal():
        _write_suggestions(bank, story_id, found, as_json)
    else:
        _ask(bank, story_id, found)


def _setting(text: str) -> tuple[str, int]:
    key, _, grade = text.partition("=")
    if grade not in {"0", "1", "2", "3"}:
        raise UsageError(f"'{text}' is not KEY=GRADE", hint="Grades are 0 (remove), 1, 2, 3: --set mistake=3")
    return key.strip(), int(grade)


def _ask(bank: Bank, story_id: str, found: Sequence[Suggestion]) -> None:
    """A few keystrokes: '1 4=3 9=1' takes suggestions, '/text' looks through all, return ends."""
    from storybank.bank import tagging

    _write_suggestions(bank, story_id, found, as_json=False)
    narrate("take some by number: '1 4=3 9=1' (a number alone takes the grade shown), '/text' searches, return ends")
    while answer := click.prompt("", default="", show_default=False, prompt_suffix="> ").strip():
        if answer.startswith("/"):
            _write_behaviours(tagging.find(answer[1:]))
            continue
        changes = dict(_choice(word, found) for word in answer.split())
        _write_grades(story_id, tagging.set_grades(bank, story_id, changes), as_json=False)


def _choice(word: str, found: Sequence[Suggestion]) -> tuple[str, int]:
    name, _, grade = word.partition("=")
    if name.isdecimal() and 1 <= int(name) <= len(found):
        chosen = found[int(name) - 1]
        return chosen.behaviour.key, int(grade) if grade else chosen.grade
    return _setting(word)


def _write_suggestions(bank: Bank, story_id: str, found: Sequence[Suggestion], as_json: bool) -> None:
    card = bank.card(story_id)
    if as_json:
        rows = [
            {
                "behaviour": s.behaviour.key,
                "name": s.behaviour.name,
                "strength": round(s.strength, 4),
                "grade": s.grade,
                "place": s.place,
            }
            for s in found
        ]
        write_json({"id": card.id, "behaviours": dict(card.behaviours), "suggestions": rows})
        return
    table = [
        [
            str(i),
            s.behaviour.key,
            s.behaviour.name,
            str(s.grade),
            str(card.behaviours.get(s.behaviour.key, "")),
            s.place,
        ]
        for i, s in enumerate(found, 1)
    ]
    write_table(["", "behaviour", "name", "grade", "yours", "shown in"], table)


def _write_grades(story_id: str, grades: dict[str, int], as_json: bool) -> None:
    if as_json:
        write_json({"id": story_id, "behaviours": grades})
    else:
        write(f"{story_id}: {', '.join(f'{key} {grade}' for key, grade in grades.items()) or 'no behaviours'}")


def _write_behaviours(found: Sequence[Behaviour]) -> None:
    write_table(["behaviour", "name", "what counts"], [[b.key, b.name, b.counts] for b in found])
