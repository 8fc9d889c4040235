"""Which story shows which principle, where a document says so apart from the stories: tick tables and index lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from storybank.importers import heads
from storybank.importers.facts import list_of_principles
from storybank.importers.model import Draft
from storybank.principles import PrincipleSet
from storybank.principles.catalog import fold
from storybank.text.blocks import Kind, Row, cells, is_delimiter
from storybank.text.labelnames import read_name, undecorate

_TICK = re.compile(r"^(?:x|✓|✔|✅|☑|yes|y|●|•|\*|1|★+|●+|primary|p|s|secondary)\ufe0f?$", re.IGNORECASE)
_LINKED = re.compile(r"\[(?P<text>[^\[\]]+)\]\(#(?P<anchor>[^()\s]+)\)")


def principles_by_title(rows: Sequence[Row], principles: PrincipleSet) -> dict[str, list[str]]:
    """Names of stories (folded titles, ids, anchors, 'story n') with the principles that tables and lists give them."""
    found: dict[str, list[str]] = defaultdict(list)
    for block in dict.fromkeys(r.block for r in rows if r.kind is Kind.TABLE):
        _read_table([r for r in rows if r.kind is Kind.TABLE and r.block == block], principles, found)
    for row in rows:
        if row.kind is Kind.ITEM and "](#" in row.text:
            _read_links(row, principles, found)
    return found


def lookup(table: Mapping[str, Sequence[str]], draft: Draft, position: int) -> list[str]:
    """What the table says of a draft: by its id, its title, its anchor, or its number."""
    keys = [fold(draft.title), f"story {position}", str(position)]
    if draft.id:
        keys.insert(0, fold(draft.id))
    names = [name for key in keys for name in table.get(key, ())]
    for key, values in table.items():
        if (
            len(key) >= 6
            and key not in keys
            and (fold(draft.title).startswith(key) or key.endswith(" " + fold(draft.title)))
        ):
            names += values
    return names


def _read_table(table: Sequence[Row], principles: PrincipleSet, found: dict[str, list[str]]) -> None:
    header = cells(table[0])
    if sum(read_name(c) is not None and len(c) > 1 for c in header) >= 3:
        return
    columns = [_column_principle(c, principles) for c in header]
    for row in table[1:]:
        values = cells(row)
        if is_delimiter(row) or not values:
            continue
        if sum(c is not None for c in columns) >= 2:
            ticked = [c for c, v in zip(columns, values, strict=False) if c and _TICK.match(v.strip())]
            for key in _keys(values[0]):
                found[key] += ticked
        else:
            _read_pairs(values, columns, principles, found)


def _read_pairs(
    values: Sequence[str], columns: Sequence[str | None], principles: PrincipleSet, found: dict[str, list[str]]
) -> None:
    """'| Ownership | CO-1, Story 2 |': a principle and the stories that show it; or ticks under the titles."""
    first = heads.principles_in(values[0], principles)
    for value in values[1:]:
        if first:
            for piece in re.split(r"\s*[,;]\s*", value):
                for key in _keys(piece):
                    found[key] += first


def _column_principle(cell: str, principles: PrincipleSet) -> str | None:
    bare = undecorate(cell)
    match = principles.find(bare) if bare else None
    return match.name if match else None


def _keys(cell: str) -> list[str]:
    """The names a cell may mean: the title, the id, the number, the anchor of a link."""
    link = _LINKED.search(cell)
    text = link["text"] if link else cell
    found, title = heads.title_of(text)
    keys = {fold(title), fold(heads.plain(text))}
    if found:
        keys.add(fold(found))
    if link:
        keys.add(fold(link["anchor"].replace("-", " ")))
    return [k for k in keys if k]


def _read_links(row: Row, principles: PrincipleSet, found: dict[str, list[str]]) -> None:
    """'- [Ownership](#story-1)' and '- Ownership: [Title](#title), [Other](#other)'."""
    links = list(_LINKED.finditer(row.text))
    lead = row.text[: links[0].start()].strip(" :*_–—-") if links else ""
    named = [p for _, p in list_of_principles(lead, principles) if p] if lead else []
    for link in links:
        own = heads.principles_in(link["text"], principles)
        after = row.text[link.end() :].strip(" :*_–—-()")
        if own:
            found[fold(link["anchor"].replace("-", " "))] += own
        for name in named or (
            [p for _, p in list_of_principles(after, principles) if p] if not own and len(links) == 1 else []
        ):
            for key in _keys(link[0]):
                found[key].append(name)
