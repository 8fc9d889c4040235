"""Which of the labels in a stretch of rows are labels, and the text that each announces.

The structure decides: the labels of one answer share a form (bold, plain, heading), a quote depth and an indent. What
looks like a label in another form is text, unless its section is missing otherwise.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storybank.model import Section
from storybank.text.blocks import Kind, Row, dedent, scan, unquote
from storybank.text.labelnames import Role, section_of
from storybank.text.labels import Form, Label, heading_label, inline_labels, line_label

_LINES = (Kind.TEXT, Kind.ITEM)
_MARKUP = re.compile(r"[*_:：(\[]")
"""A line without any of these holds no label inside."""
ORDER = (Role.SITUATION, Role.CHALLENGE, Role.TASK, Role.ACTION, Role.RESULT, Role.REFLECTION)


@dataclass(frozen=True, slots=True)
class Mark:
    """A label at its place."""

    index: int
    """Of its row."""
    row: Row
    label: Label

    @property
    def role(self) -> Role:
        """The section it announces."""
        return self.label.role

    @property
    def key(self) -> tuple[str, str]:
        """Wording as labels repeat: a second group starts with the same."""
        return self.role.value, self.label.wording.casefold().strip("*_:. ")

    @property
    def place(self) -> tuple[int, int]:
        """Row and column, to sort by."""
        return self.index, self.label.start


@dataclass(frozen=True, slots=True)
class Segment:
    """A label and the text it announces, as markdown."""

    mark: Mark
    text: str
    text_line: int
    end_line: int
    """Last line with text, or the label's own."""


_Track = tuple[int, int, Form]


def track_of(mark: Mark) -> _Track:
    """What the labels of one answer share: quote depth, fence, form."""
    return mark.row.quote, mark.row.block, mark.label.form


def find_marks(rows: Sequence[Row]) -> list[Mark]:
    """The labels of one scope in order: those of the clearest form, and others only for sections it lacks."""
    lines = [m for i, row in enumerate(rows) if (m := _line_mark(i, row)) is not None]
    main = _main(lines)
    roles = _roles(main)
    taken = {m.index for m in main}
    others = [m for m in lines if m.index not in taken and m.role not in roles and _kin(m, main)] if main else []
    chosen = sorted([*main, *others], key=lambda m: m.place)
    return _with_inline(rows, chosen)


def tracks(rows: Sequence[Row]) -> list[tuple[list[Row], list[int]]]:
    """The rows of a scope by quote depth and fence, each with the indexes into `rows`."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if not row.blank:
            found[min(row.quote, 1), row.block if row.kind is not Kind.TABLE else 0].append(index)
    return [([rows[i] for i in indexes], indexes) for indexes in found.values()]


def _line_mark(index: int, row: Row) -> Mark | None:
    if row.kind is Kind.HEADING:
        label = heading_label(row.text)
    elif row.kind in _LINES:
        label = line_label(row.text)
    else:
        return None
    return Mark(index, row, label) if label is not None else None


def _roles(marks: Iterable[Mark]) -> set[Role]:
    return {m.role for m in marks}


def _main(marks: Sequence[Mark]) -> list[Mark]:
    """The marks of the form that covers most sections, without those nested deeper than the rest."""
    by_track: dict[_Track, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_track[track_of(mark)].append(mark)
    ranked = sorted(by_track.items(), key=lambda kv: (-_cover(kv[1]), kv[0][0], kv[0][1], kv[0][2]))
    return _outermost(ranked[0][1]) if ranked else []


def _cover(marks: Sequence[Mark]) -> float:
    return sum(1.0 if any(m.label.name.strong for m in marks if m.role is role) else 0.4 for role in _roles(marks))


def _outermost(marks: list[Mark]) -> list[Mark]:
    """Without labels in deeper list levels whose section the outer level has."""
    by_indent: dict[int, set[Role]] = defaultdict(set)
    for mark in marks:
        by_indent[_depth(mark)].add(mark.role)
    best = max(by_indent, key=lambda depth: (len(by_indent[depth]), -depth))
    return [m for m in marks if _depth(m) == best or m.role not in by_indent[best]]


def _depth(mark: Mark) -> int:
    return mark.row.indent // 2 if mark.label.form is not Form.HEADING else 0


def _kin(mark: Mark, main: Sequence[Mark]) -> bool:
    """It may stand in for a section that the main form lacks: same quote and fence, no heading against a line."""
    first = main[0]
    same = mark.row.quote == first.row.quote and mark.row.block == first.row.block
    if not mark.label.name.strong and mark.row.kind not in {m.row.kind for m in main}:
        return False
    heading = mark.label.form is Form.HEADING
    return same and first.label.form is not Form.HEADING and (not heading or mark.label.name.strong)


def _with_inline(rows: Sequence[Row], chosen: list[Mark]) -> list[Mark]:
    """Add labels inside lines for sections that no line starts with: '(S) ... (T) ...', 'Situation: ... Task: ...'."""
    if chosen and chosen[0].label.form is Form.HEADING and len(_roles(chosen)) > 1:
        return chosen
    starts = {m.index: m for m in chosen}
    have = _roles(chosen)
    found: list[Mark] = []
    for index, row in enumerate(rows):
        if row.kind not in _LINES or not _MARKUP.search(row.text) or (chosen and row.quote != chosen[0].row.quote):
            continue
        start = starts[index].label.end if index in starts else 0
        found += [
            Mark(index, row, label)
            for label in inline_labels(row.text, start)
            if label.role not in have and (label.name.strong or label.form is not Form.PLAIN or chosen)
        ]
    if not found or len(have | _roles(found)) < (2 if chosen else 3):
        return chosen
    return sorted([*chosen, *_in_order(found, chosen)], key=lambda m: m.place)


def _in_order(found: list[Mark], chosen: list[Mark]) -> list[Mark]:
    """Of the inline labels, those that go on from the label before them."""
    kept: list[Mark] = []
    starts = iter(sorted(chosen, key=lambda m: m.place))
    upcoming = next(starts, None)
    last = -1
    for mark in found:
        while upcoming is not None and upcoming.place < mark.place:
            last = ORDER.index(upcoming.role)
            upcoming = next(starts, None)
        rank = ORDER.index(mark.role)
        if rank > last or rank <= 1:
            kept.append(mark)
            last = rank
    return kept


def cut(rows: Sequence[Row], marks: Sequence[Mark], end: int) -> list[Segment]:
    """The text of each mark: up to the next mark, the last one's up to row `end`."""
    segments = []
    for position, mark in enumerate(marks):
        after = marks[position + 1] if position + 1 < len(marks) else None
        segments.append(_segment(rows, mark, after, end))
    return segments


def _segment(rows: Sequence[Row], mark: Mark, after: Mark | None, end: int) -> Segment:
    stop = after.label.start if after is not None and after.index == mark.index else None
    first = mark.row.text[mark.label.end : stop].strip(" \t|")
    following = list(rows[mark.index + 1 : after.index if after else end]) if stop is None else []
    tail = ""
    if after is not None and stop is None and after.label.inline:
        tail = (
            after.row.body[: len(after.row.body) - len(after.row.body.lstrip())] + after.row.text[: after.label.start]
        )
    bodies = dedent([unquote(row.body, 0)[0] if row.kind is not Kind.FENCE else row.body for row in following] + [tail])
    first = _as_list(_balanced(first))
    lines = [first, *bodies]
    while lines and not lines[-1].strip():
        lines.pop()
    skipped = 0
    while lines and not lines[0].strip():
        lines.pop(0)
        skipped += 1
    text_line = (
        mark.row.line if not skipped else following[skipped - 1].line if skipped <= len(following) else mark.row.line
    )
    end_line = max((row.line for row in following if not row.blank), default=mark.row.line)
    return Segment(mark, "\n".join(lines).rstrip(), text_line, end_line)


def _balanced(text: str) -> str:
    """Without the closing half of an emphasis that was opened before the label."""
    if text.count("**") % 2 and text.endswith("**"):
        return text.removesuffix("**").rstrip()
    return text


def _as_list(text: str) -> str:
    """'- a - b' on one line is a list of two."""
    if not text.startswith("- "):
        return text
    return "\n".join(f"- {item.strip()}" for item in text[2:].split(" - "))


def labelled_sections(text: str, first_line: int = 1) -> list[Section]:
    """The sections of one story's text without headings ('**S:** ...', 'Situation - ...', '(S) ... (T) ...').

    Text above the first label is not returned; no label gives []. Lines count from `first_line`.
    """
    rows = scan(text.split("\n"), first_line)
    marks = find_marks(rows)
    return to_sections(cut(rows, marks, len(rows)))


def to_sections(segments: Iterable[Segment]) -> list[Section]:
    """Segments that have text as sections; a challenge is a task where a situation stands beside it."""
    told = [s for s in segments if s.text]
    beside = any(s.mark.role is Role.SITUATION for s in told)
    return [
        Section(section_of(s.mark.role, beside_situation=beside), s.text, s.mark.row.line, s.text_line) for s in told
    ]
