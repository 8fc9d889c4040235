"""From text to figures and changes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from storybank.metrics.atom import Atom
from storybank.metrics.context import read
from storybank.metrics.join import Joined, join
from storybank.metrics.model import Change, Direction, Figure, Kind
from storybank.metrics.quantity import low
from storybank.metrics.ratings import is_score
from storybank.metrics.scan import scan
from storybank.metrics.tokens import Token, tokenize
from storybank.metrics.units import seconds

_PIECE, _LONGEST = 4_000, 8_000
"""Characters that are read at once: a story is one piece."""
_BLANK = re.compile(r"\s")


def figures(text: str) -> list[Figure]:
    """The figures of `text` in order, without overlap.

    Markdown emphasis is read through; quotations, code and links are the caller's to leave out.
    """
    return _figures(text)[0]


def changes(text: str) -> list[Change]:
    """The changes of `text` that give both of their numbers, in the order of their later one."""
    return figures_and_changes(text)[1]


def figures_and_changes(text: str) -> tuple[list[Figure], list[Change]]:
    """`figures` and `changes` of `text` from one reading."""
    found, pairs = _figures(text)
    stated = []
    for before, after in pairs:
        percent = percent_change(found[before], found[after])
        if percent is not None:
            stated.append(Change(found[before], found[after], percent))
    return found, stated


def percent_change(before: Figure, after: Figure) -> float | None:
    """100 * (after - before) / before in one unit; None where the two cannot be compared, infinite from zero."""
    old, new = _in_base(before), _in_base(after)
    if before.kind is not after.kind or old is None or new is None or old[1] != new[1]:
        return None
    if old[0] == 0:
        return 0.0 if new[0] == 0 else math.inf
    return 100 * (new[0] - old[0]) / abs(old[0])


def _in_base(figure: Figure) -> tuple[float, str] | None:
    """(value, unit) with time in seconds and rates per second."""
    if figure.kind is Kind.RATING:
        return figure.value, ""
    if figure.scale is not None:
        return figure.value / figure.scale, "share"
    thing, slash, period = figure.unit.rpartition("/")
    if not slash:
        span = seconds(figure.unit) if figure.kind is Kind.DURATION else None
        return (figure.value * span, "second") if span else (figure.value, figure.unit)
    size = seconds(period)
    unit = seconds(thing) if figure.kind is Kind.DURATION else None
    return (
        (figure.value * (unit or 1.0) / size, f"{'' if unit else thing}/second")
        if size
        else (figure.value, figure.unit)
    )


def _figures(text: str) -> tuple[list[Figure], list[tuple[int, int]]]:
    """The figures of a text and the changes among them as their numbers, read piece by piece to keep memory small."""
    found: list[Figure] = []
    pairs: list[tuple[int, int]] = []
    for start, end in _pieces(text):
        figures_of, pairs_of = _piece(text, start, end)
        pairs += [(len(found) + old, len(found) + new) for old, new in pairs_of]
        found += figures_of
    return found, pairs


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of pieces of some thousand characters, cut between paragraphs if it can be, else at a blank."""
    start = 0
    while len(text) - start > _LONGEST:
        end = text.find("\n\n", start + _PIECE, start + _LONGEST)
        if end < 0:
            blank = _BLANK.search(text, start + _PIECE)
            if blank is None:
                break
            end = blank.start()
        yield start, end
        start = end
    yield start, len(text)


def _piece(text: str, begin: int, stop: int) -> tuple[list[Figure], list[tuple[int, int]]]:
    tokens = tokenize(text, begin, stop)
    joined = join(tokens, scan(tokens))
    rated = _rated(tokens, joined)
    places = {atom.first: number for number, atom in enumerate(rated)}
    pairs = [(places[old], places[new]) for old, new in joined.pairs if old in places and new in places]
    ends = _ends(rated, pairs)
    found = []
    floor = 0
    for number, atom in enumerate(rated):
        signed = _with_sign(tokens, atom)
        found.append(_figure(text, tokens, signed, floor, ends.get(number)))
        if not _passed(tokens, rated, number):
            floor = atom.last
    return found, pairs


def _passed(tokens: Sequence[Token], atoms: Sequence[Atom], number: int) -> bool:
    """The words before this figure speak for the next one too: 'cut 40% and 12 hours'."""
    if number + 1 >= len(atoms):
        return False
    gap = [token.low for token in tokens[atoms[number].last : atoms[number + 1].first]]
    return gap in (["and"], [","], [",", "and"])


def _rated(tokens: Sequence[Token], joined: Joined) -> list[Atom]:
    """Bare numbers near a word such as 'rating' are scores; both ends of a change are, where one is."""
    partners = {**dict(joined.pairs), **{new: old for old, new in joined.pairs}}
    by_first = {atom.first: atom for atom in joined.atoms}
    scores = set()
    for atom in joined.atoms:
        other = by_first.get(partners.get(atom.first, -1))
        decimals = other is not None and atom.bare and other.bare and _decimal(atom) and _decimal(other)
        decimals = decimals and not _per(tokens, min(atom.first, other.first if other else atom.first))
        if is_score(tokens, atom) or decimals:
            scores |= {atom.first} | ({other.first} if other is not None and other.bare else set())
    return [replace(atom, kind=Kind.RATING) if atom.first in scores else atom for atom in joined.atoms]


def _per(tokens: Sequence[Token], at: int) -> bool:
    """'Merges per engineer: 1.9 → 4.4' tells rates and no scores."""
    return any(low(tokens, before) == "per" for before in range(at - 6, at))


def _decimal(atom: Atom) -> bool:
    return atom.value != int(atom.value) and 1 <= atom.value <= 10


def _ends(atoms: Sequence[Atom], pairs: Sequence[tuple[int, int]]) -> dict[int, Direction]:
    """Number of an atom -> NONE for the start of a change, the way it went for its end."""
    ends: dict[int, Direction] = {}
    for old, new in pairs:
        ends[old] = Direction.NONE
        before, after = (_in_base(_plain(atoms[n])) for n in (old, new))
        if before is not None and after is not None and before[1] == after[1] and before[0] != after[0]:
            ends[new] = Direction.UP if after[0] > before[0] else Direction.DOWN
    return ends


def _plain(atom: Atom) -> Figure:
    return Figure(0, 0, "", atom.kind, atom.value, atom.unit, scale=atom.scale)


def _with_sign(tokens: Sequence[Token], atom: Atom) -> Atom:
    """The atom with the '+' or '-' that is glued before it, and not after a word or number."""
    at = atom.first - 1
    if at < 0 or tokens[at].low not in {"+", "-", "−"} or not tokens[atom.first].glued:
        return atom
    if tokens[at].glued and tokens[at - 1].low.isalnum():
        return atom
    if tokens[at].breaks and tokens[at].low != "+" and at > 0 and not tokens[at - 1].low.isalnum():
        return atom
    minus = tokens[at].low != "+" and atom.kind is Kind.RATING
    return replace(atom, first=at, value=-atom.value if minus else atom.value)


def _figure(text: str, tokens: Sequence[Token], atom: Atom, floor: int, end: Direction | None) -> Figure:
    reading = read(tokens, atom, floor, end)
    last = atom.last + (low(tokens, atom.last) == "+" and tokens[atom.last].glued)
    start, stop = tokens[atom.first].start, tokens[last - 1].end
    return Figure(
        start=start,
        end=stop,
        text=text[start:stop],
        kind=atom.kind,
        value=atom.value,
        unit=atom.unit,
        upper=atom.upper,
        scale=atom.scale,
        direction=reading.direction,
        approximate=reading.approximate,
        is_result=reading.is_result,
    )
