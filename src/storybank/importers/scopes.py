"""A document as scopes: stretches of rows under one title, with the headings above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from storybank.importers import facts, heads
from storybank.principles import PrincipleSet
from storybank.text.blocks import Kind, Row, cells, scan
from storybank.text.labelnames import Role, read_name
from storybank.text.labels import Label, heading_label, line_label

PRINCIPLE_LEVEL = 7
LINE_LEVEL = 8
"""Levels of titles that are no markdown headings: a principle's name, and any other line."""
_EMPHASISED = re.compile(r"^\W{0,3}(\*\*|__|\*)(?P<text>[^*]{3,400}?)\1\s*[:：]?\s*$")
_DASHED = re.compile(r"^[-=~_*─]{3,}\s*(?P<text>[^-=~_*─\s].{2,120}?)\s*[-=~_*─]{3,}$")
_SIGHT = 14
"""How many rows below a title line its first label may stand."""
_TEXT_FENCES = frozenset({"", "text", "txt", "markdown", "md", "plain", "plaintext", "star"})


@dataclass(frozen=True, slots=True)
class Head:
    """A title: a heading, or a line that stands as one."""

    row: Row
    level: int
    text: str


@dataclass(slots=True, eq=False)
class Scope:
    """The rows under a title, up to the next title."""

    path: tuple[Head, ...]
    """The titles above, the nearest last; () at the top of a document."""
    rows: list[Row] = field(default_factory=list)

    @property
    def head(self) -> Head | None:
        """The nearest title."""
        return self.path[-1] if self.path else None

    @property
    def level(self) -> int:
        """Level of the nearest title, 0 at the top."""
        return self.path[-1].level if self.path else 0


def unfenced(rows: Sequence[Row]) -> list[Row]:
    """Rows in which fences of plain text that hold labels of their own are opened, as if there were no fence."""
    result: list[Row] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        if row.kind is not Kind.FENCE:
            result.append(row)
            index += 1
            continue
        end = index + 1
        while end < len(rows) and rows[end].block == row.block and rows[end].kind is not Kind.FENCE:
            end += 1
        inner = rows[index + 1 : end]
        closed = end < len(rows) and rows[end].kind is Kind.FENCE
        opened = scan([r.body for r in inner], row.line + 1) if inner and inner[0].info in _TEXT_FENCES else []
        if _labelled(opened):
            fences = [replace(row, kind=Kind.TAG), *opened, *([replace(rows[end], kind=Kind.TAG)] if closed else [])]
            result += [replace(r, quote=r.quote + row.quote) for r in fences]
        else:
            result += rows[index : end + 1]
        index = end + 1
    return result


def _labelled(rows: Sequence[Row]) -> bool:
    """Its lines, or the cells of its tables, name three sections."""
    labels = [heading_label(r.text) if r.kind is Kind.HEADING else line_label(r.text) for r in rows if r.text]
    names = [label.name for label in labels if label is not None]
    names += [n for r in rows if r.kind is Kind.TABLE for c in cells(r) if (n := read_name(c)) is not None]
    return len({name.roles[0] for name in names if name.strong}) >= 3


def split(rows: Sequence[Row], principles: PrincipleSet) -> list[Scope]:
    """The scopes of a document in order. Headings that are labels do not start one; title lines do."""
    labels = _Labels(rows)
    scopes = [Scope(())]
    path: list[Head] = []
    label_level = 0
    for index, row in enumerate(rows):
        head = _heading(row, labels.at(index), label_level) or (
            _title_line(rows, index, labels, principles) if not label_level else None
        )
        if row.kind is Kind.HEADING and head is None and labels.at(index) is not None:
            depth = len(path)
            while len(path) > 1 and _closed_by(path[-1], row, scopes[-1]):
                path.pop()
            if len(path) < depth:
                scopes.append(Scope(tuple(path)))
            label_level = row.level
        if head is None:
            scopes[-1].rows.append(row)
            continue
        label_level = 0
        while path and path[-1].level >= head.level:
            path.pop()
        path.append(head)
        scopes.append(Scope(tuple(path)))
    return scopes


def _closed_by(head: Head, label: Row, scope: Scope) -> bool:
    """A label heading ends a part such as 'Opening' that stands beside it, with text of its own."""
    beside = head.level > label.level or (head.level == label.level and any(not r.blank for r in scope.rows))
    return beside and head.level < PRINCIPLE_LEVEL


class _Labels:
    """The label of every row, and where the next one stands."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        headings = [(i, heading_label(r.text)) for i, r in enumerate(rows) if r.kind is Kind.HEADING]
        self._labels: dict[int, Label] = {}
        for position, (index, label) in enumerate(headings):
            if label is not None and (
                (label.name.strong and not label.name.letter) or _strong_near(rows, headings, position)
            ):
                self._labels[index] = label
        for index, row in enumerate(rows):
            if row.kind in {Kind.TEXT, Kind.ITEM} and (found := line_label(row.text)) is not None:
                self._labels[index] = found

    def at(self, index: int) -> Label | None:
        return self._labels.get(index)

    def next_in_sight(self, index: int) -> Label | None:
        """The first label within the next rows, no heading before it."""
        seen = 0
        for position in range(index + 1, len(self._rows)):
            row = self._rows[position]
            if row.blank:
                continue
            label = self._labels.get(position)
            if label is not None:
                return label
            seen += 1
            if seen >= _SIGHT or row.kind is Kind.HEADING:
                return None
        return None


def _strong_near(rows: Sequence[Row], headings: Sequence[tuple[int, Label | None]], position: int) -> bool:
    """A heading of the same level nearby is a label of STAR: 'Challenge' beside 'Action', not above stories."""
    level = rows[headings[position][0]].level
    for step in (-1, 1):
        near = 0
        at = position + step
        while 0 <= at < len(headings) and near < 3 and abs(at - position) < 20 and rows[headings[at][0]].level >= level:
            index, label = headings[at]
            if rows[index].level == level:
                near += 1
                if label is not None and label.name.strong:
                    return True
            at += step
    return False


def _heading(row: Row, label: Label | None, label_level: int) -> Head | None:
    if row.kind is not Kind.HEADING or not row.text or label is not None:
        return None
    if label_level and row.level > label_level:
        return None
    return Head(row, row.level, row.text)


def _title_line(rows: Sequence[Row], index: int, labels: _Labels, principles: PrincipleSet) -> Head | None:
    """A line that stands as a title: an id, a number, a bold or dashed line; and the next label starts a story."""
    row = rows[index]
    if (
        row.kind not in {Kind.TEXT, Kind.ITEM, Kind.RULE}
        or row.block
        or labels.at(index) is not None
        or len(row.text) > 400
    ):
        return None
    if row.quote and not heads.is_id_title(row.text):
        return None
    stated = facts.fact_label(row.text)
    if stated is not None and stated.known and stated.kind != "title":
        return None
    text = _title_text(row)
    if text is None:
        if row.kind is Kind.TEXT and heads.is_principle(row.text, principles):
            text = row.text
        elif _stands_alone(rows, index, labels):
            return Head(row, LINE_LEVEL, row.text)
        else:
            return None
    following = labels.next_in_sight(index)
    if following is None or following.role not in {Role.SITUATION, Role.CHALLENGE}:
        named = heads.is_principle(text, principles) and _principle_group(rows, index)
        if not named:
            return None
    level = PRINCIPLE_LEVEL if heads.is_principle(text, principles) else LINE_LEVEL
    return Head(row, level, text)


def _stands_alone(rows: Sequence[Row], index: int, labels: _Labels) -> bool:
    """A short plain line, a paragraph of its own, directly above a first label; below a heading only if numbered."""
    row = rows[index]
    if row.kind is Kind.RULE or len(row.text) > 110 or row.text.endswith((".", ",", ":", ";", "_", "*")):
        return False
    above = rows[index - 1] if index else None
    if above is not None and not above.blank and above.kind not in {Kind.RULE, Kind.HEADING, Kind.TAG}:
        return False
    below = next((i for i in range(index + 1, len(rows)) if not rows[i].blank), None)
    label = labels.at(below) if below is not None else None
    if below is None or label is None or label.role is not Role.SITUATION:
        return False
    if row.kind is Kind.ITEM:
        return row.marker[:1].isdigit() or rows[below].indent > row.indent
    before = next((r for r in reversed(rows[max(index - 6, 0) : index]) if not r.blank), None)
    plain = heads.question_in(row.text) is None and facts.fact_label(row.text) is None
    return plain and (before is None or before.kind is not Kind.HEADING or _repeats(rows, below, labels))


def _repeats(rows: Sequence[Row], first: int, labels: _Labels) -> bool:
    """The labels that start at `first` start again below another plain line, before the next heading."""
    for index in range(first + 1, min(first + 80, len(rows))):
        if rows[index].kind is Kind.HEADING:
            return False
        label = labels.at(index)
        if label is not None and label.role is Role.SITUATION:
            above = [r for r in rows[max(index - 4, 0) : index] if not r.blank][-1:]
            return bool(above) and above[0].kind is Kind.TEXT and len(above[0].text) <= 110
    return False


def _title_text(row: Row) -> str | None:
    dashed = _DASHED.match(row.text)
    if dashed:
        return dashed["text"]
    if row.kind is Kind.RULE:
        return None
    if heads.is_id_title(row.text) or heads.is_numbered(row.text):
        return row.text
    bold = _EMPHASISED.match(row.text)
    return bold["text"] if bold and not re.match(r"[^:]{2,30}:\s+\S", bold["text"]) else None


def _principle_group(rows: Sequence[Row], index: int) -> bool:
    """The next row with words is a title with an id: the line names a group."""
    following = next((r for r in rows[index + 1 :] if not r.blank), None)
    return following is not None and heads.is_id_title(following.text)
