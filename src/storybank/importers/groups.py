"""The labelled answers in one scope: labels in order, cut into groups, each with its texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from storybank.importers import heads
from storybank.importers.facts import fact_label
from storybank.text.blocks import Kind, Row
from storybank.text.labelnames import Role
from storybank.text.labels import Form
from storybank.text.segments import ORDER, Mark, Segment, cut, find_marks, tracks

_STARTS = (Role.SITUATION, Role.CHALLENGE, Role.TASK)
_SHORT_TITLE = 160


@dataclass(frozen=True, slots=True)
class Piece:
    """One labelled text, from whatever shape."""

    role: Role
    text: str
    line: int
    text_line: int
    strong: bool = True
    letter: bool = False
    aside: str = ""
    form: Form = Form.PLAIN


@dataclass(slots=True)
class Group:
    """One labelled answer and what stands around it."""

    pieces: list[Piece]
    first: int
    """Line of its first label."""
    lead: list[Row] = field(default_factory=list)
    """Rows above the first label: question, tags, text."""
    tail: list[Row] = field(default_factory=list)
    """Rows below the last section that do not belong to it."""
    cues: list[Piece] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    """Every line that belongs to it."""
    title: str | None = None
    """Where the shape has a place for one, such as a column of a table."""
    principles: tuple[str, ...] = ()


def groups_in(rows: Sequence[Row]) -> list[Group]:
    """The groups of a scope in order; [] where nothing is labelled. Quoted outlines of a group become its cues."""
    found = tracks(rows)
    if len(found) == 1:
        return _cut_groups(list(rows), find_marks(rows))
    best = max(range(len(found)), key=lambda i: _weight(found[i][0]), default=None)
    if best is None or not find_marks(found[best][0]):
        return []
    if _of_one_answer(found, best):
        return groups_in([replace(row, quote=0) if row.quote == 1 else row for row in rows])
    quoted = [t for i, t in enumerate(found) if i != best and _is_outline(t[0], found[best][0])]
    outline = {i for _, indexes in quoted for i in indexes}
    own = [row for i, row in enumerate(rows) if i not in outline]
    marks = [m for m in find_marks(own) if _same_track(m, found[best][0])]
    groups = _cut_groups(own, marks)
    for track, _ in quoted:
        _give_cues(track, groups)
    return groups


def _of_one_answer(found: Sequence[tuple[list[Row], list[int]]], best: int) -> bool:
    """Some labels stand in a block quote and those of the other sections do not: one answer, half of it quoted."""
    main = {m.role for m in find_marks(found[best][0])}
    other = [{m.role for m in find_marks(t)} for i, (t, _) in enumerate(found) if i != best and not t[0].block]
    quoted = any(t[0].quote for t, _ in found)
    return quoted and len(main) < 4 and any(roles and not roles & main for roles in other)


def _weight(rows: Sequence[Row]) -> float:
    marks = find_marks(rows)
    quoted = bool(rows and rows[0].quote)
    return len({m.role for m in marks}) + 0.1 * len(marks) - 0.5 * quoted


def _same_track(mark: Mark, rows: Sequence[Row]) -> bool:
    return bool(rows) and bool(mark.row.quote) == bool(rows[0].quote)


def _is_outline(track: Sequence[Row], main: Sequence[Row]) -> bool:
    """A quoted group beside an unquoted one."""
    return bool(track[0].quote) and not main[0].quote and len({m.role for m in find_marks(track)}) >= 2


def _give_cues(track: Sequence[Row], groups: Sequence[Group]) -> None:
    marks = find_marks(track)
    for part in _split_marks(marks):
        end = next((m.index for m in marks if m.place > part[-1].place), len(track))
        last_line = track[end - 1].line
        after = [g for g in groups if g.first > part[0].row.line] or list(groups[-1:])
        if after:
            after[0].cues += [_piece(s) for s in cut(track, part, end) if s.text]
            after[0].lines |= {r.line for r in track if part[0].row.line <= r.line <= last_line}


def _split_marks(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks as groups: a new one where the labels start again."""
    groups: list[list[Mark]] = []
    roles: set[Role] = set()
    for mark in marks:
        if not groups or _restarts(mark, groups[-1][0], roles):
            groups.append([])
            roles = set()
        groups[-1].append(mark)
        roles.add(mark.role)
    return groups


def _restarts(mark: Mark, first: Mark, roles: set[Role]) -> bool:
    """A label that belongs to the next answer: the first one again, or a situation or task after the result."""
    if mark.role not in _STARTS:
        return False
    if roles & {Role.RESULT, Role.REFLECTION} and mark.label.name.strong:
        return True
    if mark.role is not Role.TASK and Role.ACTION in roles and mark.role in roles:
        return True
    return mark.key == first.key


def _cut_groups(rows: list[Row], marks: Sequence[Mark]) -> list[Group]:
    groups: list[Group] = []
    parts = _split_marks(marks)
    begin = 0
    for number, part in enumerate(parts):
        following = parts[number + 1][0] if number + 1 < len(parts) else None
        limit = following.index if following is not None else len(rows)
        end = _section_end(rows, part[-1], limit)
        next_begin = _title_start(rows, part[-1].index, limit) if following is not None else limit
        end = min(end, next_begin)
        if following is not None and following.index == part[-1].index:
            end = next_begin = limit
        segments = cut(
            rows, [*part, following] if following is not None and following.index == part[-1].index else part, end
        )
        own = rows[begin:next_begin] if following is not None else rows[begin:]
        start = part[0].index
        groups.append(
            Group(
                pieces=_arranged([_piece(s) for s in segments[: len(part)]]),
                first=part[0].row.line,
                lead=rows[begin:start],
                tail=rows[max(end, start) : next_begin],
                lines={r.line for r in own if not r.blank} | {m.row.line for m in part},
            )
        )
        begin = max(next_begin, begin)
    return groups


def _piece(segment: Segment) -> Piece:
    mark = segment.mark
    name = mark.label.name
    return Piece(
        mark.role, segment.text, mark.row.line, segment.text_line, name.strong, name.letter, name.aside, mark.label.form
    )


def _arranged(pieces: list[Piece]) -> list[Piece]:
    """An 'Impact' above the action, where a result follows below, is the impact of the problem."""
    roles = [p.role for p in pieces]
    if Role.ACTION not in roles:
        return pieces
    action = roles.index(Role.ACTION)
    if Role.RESULT not in roles[action:]:
        return pieces
    return [
        replace(p, role=Role.CHALLENGE) if i < action and p.role is Role.RESULT and not p.strong else p
        for i, p in enumerate(pieces)
    ]


def _section_end(rows: Sequence[Row], last: Mark, limit: int) -> int:
    """Where the text of a group's last label ends: at a rule, a bold label of no section, or the limit."""
    seen_text = bool(last.row.text[last.label.end :].strip())
    for index in range(last.index + 1, limit):
        row = rows[index]
        if row.kind is Kind.RULE or (row.kind is Kind.TAG and seen_text):
            return index
        if seen_text and row.kind in {Kind.TEXT, Kind.ITEM} and is_aside(row, last):
            return index
        if row.kind is Kind.HEADING and seen_text and last.label.form is not Form.HEADING:
            return index
        seen_text = seen_text or (not row.blank and row.kind is not Kind.TAG)
    return limit


def is_aside(row: Row, last: Mark) -> bool:
    """A labelled line that is no section, set as the section labels are: '**Tags:** ...' after '**Result:** ...'."""
    if row.indent > last.row.indent + 1 or bool(row.quote) != bool(last.row.quote):
        return False
    found = fact_label(row.text)
    if found is None:
        return False
    return found.known or (found.bold and last.label.form is Form.BOLD and row.kind is last.row.kind)


def _title_start(rows: Sequence[Row], last: int, start: int) -> int:
    """Where the title lines directly above a repeated first label begin: `start` where there are none."""
    index = start
    while index - 1 > last and rows[index - 1].blank:
        index -= 1
    block_end = index
    while index - 1 > last and not rows[index - 1].blank and block_end - index < 4:
        index -= 1
    block = rows[index:block_end]
    above_blank = index - 1 > last and rows[index - 1].blank
    if not block or not above_blank or any(len(r.text) > _SHORT_TITLE for r in block):
        return start
    if len(block) == 1 and (block[0].kind is Kind.TEXT or block[0].indent < rows[start].indent):
        return index if not block[0].text.endswith(".") or heads.question_in(block[0].text) else start
    return index if any(heads.question_in(r.text) for r in block) else start


def order_of(role: Role) -> int:
    """Rank of a role in the order of telling."""
    return ORDER.index(role)
