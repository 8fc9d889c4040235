"""The one writer to standard output: JSON, tables on a terminal, plain tab-separated lines in a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

SCHEMA = 1
"""Version of every JSON shape; raised when a shape changes incompatibly."""


def on_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout.isatty()


def in_conversation() -> bool:
    """Whether a person reads standard output and types, so that the app can be shown."""
    return sys.stdin.isatty() and on_terminal()


def write(text: str = "") -> None:
    """A line of data."""
    click.echo(text)


def write_json(data: Mapping[str, Any], *, one_line: bool = False) -> None:
    """A JSON object with the schema's version first; indented unless it is one of many."""
    whole = {"schema": SCHEMA, **data}
    write(json.dumps(whole, ensure_ascii=False, indent=None if one_line or not on_terminal() else 2))


def write_table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, title: str = "") -> None:
    """A table: drawn on a terminal, tab-separated with the headers first in a pipe."""
    if not on_terminal():
        for row in (headers, *rows):
            write("\t".join(" ".join(cell.split()) for cell in row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*headers, box=SIMPLE_HEAD, title=Text(title) if title else None, title_justify="left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))  # Text: brackets of a story are no markup
    Console().print(table)


def write_markdown(text: str) -> None:
    """Markdown: rendered on a terminal, as it is in a pipe."""
    if not on_terminal():
        write(text.rstrip("\n"))
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text))
