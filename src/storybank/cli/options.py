"""Options that many commands share, with their completion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from storybank.bank.bank import Bank
    from storybank.principles import Principle

F = TypeVar("F", bound=Callable[..., Any])


def bank_option(command: F) -> F:
    """--bank DIR."""
    return click.option(
        "--bank",
        "bank_dir",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The bank to work on; by default the one found from here upwards.",
    )(command)


def json_option(command: F) -> F:
    """--json."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON.")(command)


def principle_option(command: F) -> F:
    """--principle NAME."""
    return click.option(
        "-p",
        "--principle",
        metavar="NAME",
        shell_complete=complete_principle,
        help="A leadership principle: name, code or alias.",
    )(command)


def story_argument(command: F) -> F:
    """ID."""
    return click.argument("story_id", metavar="ID", shell_complete=complete_story)(command)


def open_bank(bank_dir: Path | None) -> Bank:
    """The bank of a command, narrated on standard error."""
    from storybank.bank.bank import open_bank as open_
    from storybank.cli.diagnostics import narrate
    from storybank.cli.progress import progress

    given = bank_dir or click.get_current_context().find_root().params.get("bank_dir")
    return open_(given, narrate=narrate, progress=progress)


def resolve_principle(bank: Bank, name: str | None) -> Principle | None:
    """The principle of an option, None where it was not given.

    Raises:
        UsageError: no principle is clearly meant; the nearest are named.
    """
    from storybank.errors import UnknownPrincipleError, UsageError

    if name is None:
        return None
    try:
        return bank.principles.resolve(name)
    except UnknownPrincipleError as error:
        raise UsageError(error.message, hint=error.hint) from None


def complete_story(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Story ids with their titles, read from the files' front matter without opening the database."""
    from storybank.cli.completion import story_ids

    wanted = incomplete.casefold()
    found = story_ids(ctx.params.get("bank_dir") or ctx.find_root().params.get("bank_dir"))
    return [CompletionItem(name, help=title) for name, title in found if name.casefold().startswith(wanted)]


def complete_principle(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names and codes of the principles."""
    from storybank.principles import load_principles

    wanted = incomplete.casefold()
    names = [(p.slug, p.name) for p in load_principles()] + [(p.code, p.name) for p in load_principles()]
    return [CompletionItem(value, help=name) for value, name in names if value.casefold().startswith(wanted)]
