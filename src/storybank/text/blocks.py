"""The lines of a document as people write them: each with its kind, its markers taken off.

A line scanner and not a CommonMark tree, because labels stand on lines: 'S: ...' above 'T: ...' is one paragraph to
CommonMark. It is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum


class Kind(Enum):
    """What a line is."""

    BLANK = "blank"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    RULE = "rule"
    TABLE = "table"
    FENCE = "fence"
    FRONT = "front matter"
    TAG = "markup only"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the document."""

    line: int
    """1-based."""
    kind: Kind
    text: str
    """Without quote marks, list or heading marker and the blanks at its ends."""
    body: str
    """Without quote marks, else as written."""
    level: int = 0
    """Of a heading."""
    indent: int = 0
    """Column of the first character, markers included."""
    quote: int = 0
    """Depth of block quotes."""
    block: int = 0
    """Number of the fence or table it belongs to, 0 for none."""
    info: str = ""
    """Language of the fence it is in."""
    marker: str = ""
    """Of a list item."""

    @property
    def blank(self) -> bool:
        """It is an empty line."""
        return self.kind is Kind.BLANK

    @property
    def content(self) -> bool:
        """It holds words, and is no heading."""
        return self.kind in {Kind.TEXT, Kind.ITEM, Kind.TABLE}


_QUOTE = re.compile(r"[ ]{0,3}>[ ]?")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+(.*?)|(?<=##)([^#\s].*?))?[ \t]*#*[ \t]*$")
_ITEM = re.compile(r"([ \t]*)([-*+•▪◦●‣–—·➢➤]|\d{1,3}[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|[=~─━—]{3,})$")
_FENCE = re.compile(r"[ ]{0,8}(`{3,}|~{3,})[ \t]*([\w+-]*)")
_DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{2,})[ \t]*$")
MAX_QUOTE = 8


def scan(lines: Sequence[str], first_line: int = 1) -> list[Row]:
    """The rows of a document; `lines` are without their ends."""
    return list(_with_underlined(list(_with_tables(_scan(lines, first_line)))))


def _scan(lines: Sequence[str], first_line: int) -> Iterator[Row]:
    fence = ""
    block = 0
    info = ""
    front_end = _front_matter_end(lines)
    for number, line in enumerate(lines, first_line):
        body, quote = unquote(line.expandtabs(4), MAX_QUOTE)
        text = body.strip()
        indent = len(body) - len(body.lstrip())
        if number - first_line < front_end:
            yield Row(number, Kind.FRONT, text, body)
            continue
        opening = _FENCE.match(body)
        if fence:
            if opening and opening[1].startswith(fence) and not opening[2]:
                fence = ""
                yield Row(number, Kind.FENCE, text, body, quote=quote, block=block)
                continue
        elif opening:
            fence, info, block = opening[1], opening[2].casefold(), number
            yield Row(number, Kind.FENCE, text, body, quote=quote, block=block)
            continue
        if fence:
            kind = Kind.TEXT if text else Kind.BLANK
            yield Row(number, kind, text, body, indent=indent, quote=quote, block=block, info=info)
            continue
        yield _row(number, body, text, indent, quote)


def _row(number: int, body: str, text: str, indent: int, quote: int) -> Row:
    if not text:
        return Row(number, Kind.BLANK, "", "", quote=quote)
    if heading := _HEADING.match(body):
        title = (heading[2] or heading[3] or "").strip()
        return Row(number, Kind.HEADING, title, body, level=len(heading[1]), indent=indent, quote=quote)
    if _RULE.match(body):
        return Row(number, Kind.RULE, text, body, indent=indent, quote=quote)
    if item := _ITEM.match(body):
        inner = body[item.end() :].strip().removesuffix("\\").rstrip()
        if nested := _HEADING.match(inner):
            title = (nested[2] or nested[3] or "").strip()
            return Row(number, Kind.HEADING, title, body, level=len(nested[1]), indent=indent, quote=quote)
        return Row(number, Kind.ITEM, inner, body, indent=indent, quote=quote, marker=item[2])
    return Row(number, Kind.TEXT, text.removesuffix("\\").rstrip(), body, indent=indent, quote=quote)


def unquote(line: str, depth: int) -> tuple[str, int]:
    """`line` without up to `depth` quote marks, and how many there were."""
    position = found = 0
    while found < depth and (mark := _QUOTE.match(line, position)):
        position = mark.end()
        found += 1
    return line[position:], found


def _front_matter_end(lines: Sequence[str]) -> int:
    if not lines or lines[0].rstrip() != "---":
        return 0
    for index in range(1, min(len(lines), 300)):
        if lines[index].rstrip() in {"---", "..."}:
            inner = [line for line in lines[1:index] if line.strip()]
            return index + 1 if inner and re.match(r"[\w \"'-]+:(\s|$)", inner[0]) else 0
    return 0


def _with_tables(rows: Iterator[Row]) -> Iterator[Row]:
    """Rows of a pipe table (a header, a delimiter row, rows until one without a pipe) become of kind TABLE."""
    held: Row | None = None
    table = 0
    for row in rows:
        piped = "|" in row.body and not row.block and row.kind in {Kind.TEXT, Kind.ITEM, Kind.RULE}
        if table and piped:
            row = replace(row, kind=Kind.TABLE, text=row.body.strip(), block=table)
        elif (
            held is not None
            and held.kind is Kind.TEXT
            and not held.block
            and "|" in held.body
            and piped
            and _DELIMITER.match(row.body)
        ):
            table = held.line
            held = replace(held, kind=Kind.TABLE, text=held.body.strip(), block=table)
            row = replace(row, kind=Kind.TABLE, text=row.body.strip(), block=table)
        else:
            table = 0
        if held is not None:
            yield held
        held = row
    if held is not None:
        yield held


def _with_underlined(rows: list[Row]) -> Iterator[Row]:
    """A short line underlined with === or --- is a heading, the underline a rule."""
    for index, row in enumerate(rows):
        under = rows[index + 1] if index + 1 < len(rows) else None
        above = rows[index - 1] if index else None
        if (
            under is not None
            and row.kind is Kind.TEXT
            and not row.block
            and len(row.text) <= 100
            and not row.text.endswith((".", ",", ";", "|"))
            and (above is None or above.kind is not Kind.TEXT)
            and under.quote == row.quote
            and (mark := _UNDERLINE.match(under.body))
        ):
            yield replace(row, kind=Kind.HEADING, level=1 if mark[1][0] == "=" else 2)
        else:
            yield row


def is_delimiter(row: Row) -> bool:
    """It is the dashes line of a table."""
    return bool(_DELIMITER.match(row.body))


def cells(row: Row) -> list[str]:
    """The cells of a table row, without escapes of the pipe."""
    inner = row.body.strip().removeprefix("|")
    parts = re.split(r"(?<!\\)\|", inner)
    if parts and not parts[-1].strip():
        parts.pop()
    return [part.strip().replace("\\|", "|") for part in parts]


def dedent(lines: Sequence[str]) -> list[str]:
    """`lines` without the blanks that all of them start with."""
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[margin:].rstrip() if line.strip() else "" for line in lines]
