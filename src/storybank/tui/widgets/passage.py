"""A passage of a story, set for reading: paragraphs, and lists whose lines hang."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

_ITEM = re.compile(r"(?P<indent>\s*)(?P<mark>[-*+]|\d+[.)])\s+(?P<text>.*)")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, or an item of a list."""

    text: str
    mark: str = ""
    """What stands before an item, '' for a paragraph."""
    indent: int = 0


def passage(markdown: str) -> RenderableType:
    """What its author wrote, word by word: of markdown only lists and strong words are set, the rest stays as it is."""
    return Group(*_spaced(list(_blocks(markdown))))


def _blocks(markdown: str) -> Iterator[_Block]:
    for chunk in re.split(r"\n\s*\n", markdown.strip("\n")):
        block: _Block | None = None
        for line in chunk.splitlines():
            item = _ITEM.fullmatch(line)
            if item is None and block is not None:
                block = _Block(f"{block.text} {line.strip()}", block.mark, block.indent)
                continue
            if block is not None:
                yield block
            mark = (_BULLET if item["mark"] in "-*+" else item["mark"]) if item else ""
            block = _Block(item["text"], mark, len(item["indent"])) if item else _Block(line.strip())
        if block is not None:
            yield block


def _spaced(blocks: list[_Block]) -> Iterator[RenderableType]:
    """Air between paragraphs, none inside a list."""
    for number, block in enumerate(blocks):
        if number and not (block.mark and blocks[number - 1].mark):
            yield ""
        yield _item(block) if block.mark else _words(block.text)


def _item(block: _Block) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(block.mark, "dim"), _words(block.text))
    return Padding(grid, (0, 0, 0, block.indent))


def _words(text: str) -> Text:
    """Strong words strong; brackets and all else are no markup."""
    words, end = Text(), 0
    for strong in _STRONG.finditer(text):
        words.append(text[end : strong.start()]).append(strong[1], "bold")
        end = strong.end()
    return words.append(text[end:])
