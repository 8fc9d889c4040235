"""What became of every line: the stretches that no story was read from, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from storybank.importers.groups import groups_in
from storybank.importers.model import Skipped
from storybank.importers.scopes import Scope
from storybank.importers.stories import Reading
from storybank.text.blocks import Kind, Row

PROSE = "prose without section labels"
COMMENT = "HTML comment"
_EMPTIED = {Kind.FRONT: "front matter: only title, principles, level, tags and questions are read"}
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|^\s*(?:---|```+|~~~+)\s*\w*\s*$")
_STRUCTURE = frozenset({Kind.BLANK, Kind.RULE, Kind.TAG, Kind.FRONT})


def skipped_ranges(
    source: Sequence[str], rows: Sequence[Row], scopes: Sequence[Scope], reading: Reading, *, front: bool
) -> list[Skipped]:
    """Every non-blank line that is in no story and no heading above one, as ranges with a reason.

    With `front` the front matter was the story's own.
    """
    taken = _taken(reading)
    kinds = {r.line: r.kind for r in rows if r.kind in _STRUCTURE}
    reasons = {line: refused.reason for refused in reading.refused for line in refused.lines}
    for scope in scopes:
        _explain(scope, taken, reasons)
    found = []
    for number, line in enumerate(source, 1):
        if not line.strip() or number in taken:
            continue
        kind = kinds.get(number)
        if kind is not None and (not _holds_words(line) or (kind is Kind.FRONT and front)):
            continue
        found.append((number, reasons.get(number, _EMPTIED.get(kind, COMMENT) if kind else PROSE)))
    titles = {scope.head.row.line for scope in scopes if scope.head is not None}
    return list(_ranges(found, taken, titles))


def _holds_words(line: str) -> bool:
    """A line that is blank or markup once mended, but held words: a comment, front matter."""
    return bool(re.search(r"\w", _MARKUP.sub("", line)))


def _taken(reading: Reading) -> set[int]:
    taken: set[int] = set(reading.structure)
    for story in reading.stories:
        taken |= story.lines
        taken |= {h.row.line for h in story.scope.path}
    return taken


def _explain(scope: Scope, taken: set[int], reasons: dict[int, str]) -> None:
    """Reasons for the lines of a scope that no story took."""
    rows = [r for r in scope.rows if r.kind not in _STRUCTURE]
    left = [r for r in rows if r.line not in taken]
    head = scope.head
    reason = _reason(left)
    refused = next((reasons[r.line] for r in left if r.line in reasons), None)
    for row in left:
        reasons.setdefault(row.line, reason)
    if head is not None and head.row.line not in taken:
        reasons.setdefault(head.row.line, refused or (reason if left else "heading without a story below"))


def _reason(rows: Sequence[Row]) -> str:
    if not rows:
        return PROSE
    if all(r.kind is Kind.TABLE for r in rows):
        return "table without a story"
    if all(r.kind is Kind.FENCE or r.block for r in rows):
        return "code or preformatted text"
    if all(r.text.rstrip(" *_").endswith("?") for r in rows):
        return "questions without an answer"
    if groups_in(rows):
        return "labels that make up no story"
    return PROSE


def _ranges(lines: Sequence[tuple[int, str]], taken: set[int], titles: set[int]) -> Iterator[Skipped]:
    start = end = 0
    reason = ""
    for number, why in lines:
        broken = number in titles or any(n in taken for n in range(end + 1, min(number, end + 50)))
        if start and why == reason and number - end <= 3 and not broken:
            end = number
            continue
        if start:
            yield Skipped(start, end, reason)
        start, end, reason = number, number, why
    if start:
        yield Skipped(start, end, reason)
