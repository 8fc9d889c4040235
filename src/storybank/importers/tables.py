"""Tables of answers: a story a row under STAR columns, or sections as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storybank.importers.facts import list_of_principles
from storybank.importers.groups import Group, Piece
from storybank.importers.judge import refusal, told
from storybank.principles import PrincipleSet
from storybank.text.blocks import Kind, Row, cells, is_delimiter
from storybank.text.labelnames import Name, Role, read_name, undecorate

_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_PRINCIPLE_HEADER = re.compile(r"\b(?:lps?|principles?)\b", re.IGNORECASE)
_NUMBER_HEADER = re.compile(r"^(?:#|no\.?|nr\.?|id)$", re.IGNORECASE)


def table_groups(rows: Sequence[Row], principles: PrincipleSet) -> tuple[list[Group], set[int]]:
    """The stories in the tables of a scope, and the lines of the tables that hold them.

    A table whose stories are all refused (empty, advice) is left where it stands.
    """
    groups: list[Group] = []
    lines: set[int] = set()
    for block in dict.fromkeys(r.block for r in rows if r.kind is Kind.TABLE):
        table = [r for r in rows if r.kind is Kind.TABLE and r.block == block]
        found = [g for g in (_columns(table, principles) or _rows(table)) if refusal(g.pieces) is None]
        if found:
            groups += found
            lines |= {r.line for r in table}
    return groups, lines


def header_lines(rows: Sequence[Row], lines: set[int]) -> set[int]:
    """Of the lines of tables, the headers and the dashes below them."""
    dashes = [i for i, r in enumerate(rows) if r.line in lines and is_delimiter(r)]
    return {rows[i].line for i in dashes} | {rows[i - 1].line for i in dashes if i}


def _text(cell: str) -> str:
    return _BREAK.sub("\n", cell).strip()


def _columns(table: Sequence[Row], principles: PrincipleSet) -> list[Group]:
    header = cells(table[0])
    names = [read_name(cell) for cell in header]
    if len({n.roles[0] for n in names if n}) < 3:
        return []
    groups = []
    for row in table[1:]:
        values = cells(row)
        if is_delimiter(row):
            continue
        pieces = [_piece(n, v, row.line) for n, v in zip(names, values, strict=False) if n is not None]
        group = Group(pieces=pieces, first=row.line, lines={row.line})
        _besides(group, header, names, values, principles)
        groups.append(group)
    return groups


def _besides(
    group: Group, header: Sequence[str], names: Sequence[Name | None], values: Sequence[str], principles: PrincipleSet
) -> None:
    """Title and principles from the columns that are no sections; what is neither is kept as a row of the lead."""
    for head, name, value in zip(header, names, values, strict=False):
        if name is not None or not value.strip():
            continue
        entries = list_of_principles(value, principles)
        named = [p for _, p in entries if p]
        if named and (
            _PRINCIPLE_HEADER.search(head) or (len(named) == len(entries) and all(len(e) > 4 for e, _ in entries))
        ):
            group.principles += tuple(named)
        elif _NUMBER_HEADER.match(undecorate(head) or head.strip()) and value.strip().isdigit():
            continue
        elif group.title is None:
            group.title = undecorate(_text(value).replace("\n", " ")) or None
        else:
            text = f"{head}: {value}"
            group.lead.append(Row(group.first, Kind.TEXT, text, text))


def _rows(table: Sequence[Row]) -> list[Group]:
    """Sections as rows: the first column has the labels, every further one may be a story."""
    body = [(row, cells(row)) for row in table if not is_delimiter(row)]
    labelled = [(row, read_name(values[0]), values) for row, values in body if values]
    if len({n.roles[0] for _, n, _ in labelled if n}) < 2:
        return []
    header = body[0][1] if read_name(body[0][1][0]) is None else []
    stretches = _stretches(labelled[1:] if header else labelled)
    width = max(len(values) for _, values in body)
    groups = [_column(part, column, header, width) for part in stretches for column in range(1, width)]
    return [g for g in groups if len({p.role for p in told(g.pieces)}) >= 2]


_Labelled = tuple[Row, Name | None, list[str]]


def _stretches(labelled: Sequence[_Labelled]) -> list[list[_Labelled]]:
    """Rows cut where the labels start again; rows without a label belong to the labels below them."""
    parts: list[list[_Labelled]] = [[]]
    for entry in labelled:
        name = entry[1]
        have = {n.roles[0] for _, n, _ in parts[-1] if n}
        if (name is None and have >= {Role.ACTION, Role.RESULT}) or (name and name.roles[0] in have & {Role.SITUATION}):
            parts.append([])
        parts[-1].append(entry)
    return parts


def _column(part: Sequence[_Labelled], column: int, header: Sequence[str], width: int) -> Group:
    cell = {row.line: values[column] if column < len(values) else "" for row, _, values in part}
    pieces = [_piece(name, cell[row.line], row.line) for row, name, _ in part if name is not None]
    title = header[column] if column < len(header) and width > 2 else ""
    first = part[0][0].line if part else 0
    group = Group(pieces=pieces, first=first, lines={row.line for row, _, _ in part}, title=undecorate(title) or None)
    for row, name, values in part:
        if name is None and cell[row.line]:
            text = f"**{undecorate(values[0])}:** {_text(cell[row.line])}"
            group.lead.append(Row(row.line, Kind.TEXT, text, text))
    return group


def _piece(name: Name, cell: str, line: int) -> Piece:
    return Piece(name.roles[0], _text(cell), line, line, name.strong, name.letter, name.aside)
