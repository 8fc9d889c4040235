"""Atoms that belong together: ranges, ratios, compound durations, and the two ends of a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.quantity import low
from storybank.metrics.ratings import is_score
from storybank.metrics.tokens import Token
from storybank.metrics.units import SECONDS

_FILLERS = word_set(
    """
    fewer     about around ~ ≈ just only under over nearly almost below above roughly less than more < > a an the
    approximately well some even barely exactly now ( + -
    """
)
_HEDGES = word_set("about around roughly nearly almost basically practically virtually essentially literally like")
_LEVELS = word_set(
    """
    rate margin coverage conversion retention accuracy utilisation utilization occupancy attendance availability
    uptime churn adoption compliance turnout share efficiency oee csat nps enps
    """
)
"""What goes 'from' one level 'to' another also without 'from': 'win rate 19% to 26%'."""
_ARROWS = frozenset({"→", "->", "=>", "➔", "➜", "⇒", "➝"})
_SPANNING = word_set("ranging range ranged ranges anything anywhere varied varying varies vary somewhere takes")
_REPLACING = (
    ["is", "now"],
    [",", "now"],
    [";", "now"],
    ["became"],
    ["instead", "of"],
    ["rather", "than"],
    [",", "not"],
    ["not"],
    ["against"],
    ["versus"],
    ["vs"],
    ["vs", "."],
)
_OF_WHOLE = word_set(
    "remaining other original planned last first next top biggest largest the our their my those these all his her"
)
_REACH = 8
"""Tokens between the ends of a change."""


@dataclass(slots=True)
class Joined:
    """Atoms after joining, and the pairs of them that state a change."""

    atoms: list[Atom] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    """(first token of the atom before, of the atom after)."""


def join(tokens: Sequence[Token], atoms: Sequence[Atom]) -> Joined:
    """Merge and link neighbouring atoms; numbers that mean something only in company go where they have none."""
    joined = Joined()
    linked: set[int] = set()
    for atom in _all_merged(tokens, atoms):
        before = joined.atoms[-1] if joined.atoms else None
        if before is not None and (ends := _change(tokens, before, atom)) is not None:
            old, new = ends
            left, right = sorted(ends, key=lambda end: end.first)
            joined.atoms[-1] = left
            joined.atoms.append(right)
            joined.pairs.append((old.first, new.first))
            linked |= {old.first, new.first}
            continue
        if before is not None and (alike := _instead(tokens, before, atom)) is not None:
            atom = alike
            linked.add(atom.first)
        elif (far := _far_start(tokens, joined.atoms, atom)) is not None:
            joined.pairs.append((atom.first, far.first))
        joined.atoms.append(atom)
    joined.atoms = [atom for atom in joined.atoms if not atom.lone or atom.first in linked]
    return joined


def _all_merged(tokens: Sequence[Token], atoms: Sequence[Atom]) -> list[Atom]:
    """Neighbours that are one figure as one atom."""
    whole: list[Atom] = []
    for atom in atoms:
        merged = _merged(tokens, whole[-1], atom) if whole else None
        if merged is None:
            whole.append(atom)
        else:
            whole[-1] = merged
    return whole


def _gap(tokens: Sequence[Token], a: Atom, b: Atom) -> list[str] | None:
    """The words between two atoms, None where they are far apart or in two sentences."""
    between = tokens[a.last : b.first]
    if len(between) > _REACH or any(t.breaks for t in between) or (b.first < len(tokens) and tokens[b.first].breaks):
        return None
    gap = [token.low for token in between]
    return None if {".", ";", "!", "?"} & set(gap) else gap


def _merged(tokens: Sequence[Token], a: Atom, b: Atom) -> Atom | None:
    gap = _gap(tokens, a, b)
    if gap is None or len(gap) > 4:
        return None
    return _compound(gap, a, b) or _range(tokens, gap, a, b) or _ratio(tokens, gap, a, b)


def _compound(gap: list[str], a: Atom, b: Atom) -> Atom | None:
    """'2 hours 30 minutes'."""
    if gap == [] and a.unit == "hour" and b.bare and b.value < 60 and not b.spelled and a.kind is Kind.DURATION:
        return replace(a, last=b.last, value=float(f"{a.value + b.value / 60:.9g}"))
    if gap not in ([], ["and"], [","]) or {a.kind, b.kind} != {Kind.DURATION} or a.upper is not None:
        return None
    large, small = SECONDS.get(a.unit), SECONDS.get(b.unit)
    if large is None or small is None or not 2 < large / small < 400 or b.value * small >= large:
        return None
    return replace(a, last=b.last, value=float(f"{a.value + b.value * small / large:.9g}"))


def _range(tokens: Sequence[Token], gap: list[str], a: Atom, b: Atom) -> Atom | None:
    """'15-50 engineers', '3 to 5 days', 'between 60 and 70 percent', 'two or three weeks'."""
    before = _before(tokens, a.first)
    alike = (
        (a.kind is b.kind and a.unit in {b.unit, b.unit.partition("/")[0]})
        or a.bare
        or (b.bare and a.kind is not Kind.COUNT)
    )
    if not alike or a.upper is not None or b.upper is not None or a.scale is not None:
        return None
    spanning = low(tokens, a.first - 2) in _SPANNING
    dash = gap in (["-"], ["–"], ["—"]) and (tokens[b.first].glued or gap == ["–"])
    to_price = before == "by" and a.kind is Kind.MONEY and a.factor < b.factor
    up_to = gap in (["to"], ["up", "to"]) and (before != "from" or spanning) and not (to_price or before in _LEVELS)
    both = gap == ["and"] and ("between" in (before, low(tokens, a.first - 2)))
    either = gap == ["or"] and a.bare and b.value <= 3 * a.value
    start = a.value
    if a.factor == 1 and b.factor > 1 and a.value <= b.value / b.factor:
        start = a.value * b.factor
    if (
        not (dash or up_to or both or either)
        or start >= b.value
        or (up_to and (_scores(tokens, a, b) or _alone(tokens, a, b)))
    ):
        return None
    whole = b if a.bare or b.unit.startswith(f"{a.unit}/") else a
    return replace(
        whole,
        first=a.first,
        last=b.last,
        value=start,
        upper=b.value,
        spelled=a.spelled and b.spelled,
        factor=b.factor,
        approximate=a.approximate or b.approximate,
        lone=whole.bare and a.lone and b.lone,
    )


def _before(tokens: Sequence[Token], at: int) -> str:
    """The word before token `at`, past 'about' and 'practically'."""
    at -= 1
    while low(tokens, at) in _HEDGES or (low(tokens, at) in {"-", "−", "+"} and not tokens[at].opens):
        at -= 1
    return low(tokens, at)


def _alone(tokens: Sequence[Token], a: Atom, b: Atom) -> bool:
    """'94.2% to 99.97%' is all that the line says: a note of a change."""
    first = tokens[a.first]
    begins = first.opens or first.breaks or tokens[a.first - 1].breaks
    ends = b.last >= len(tokens) or tokens[b.last].opens or tokens[b.last].low in {",", ".", ";"}
    return begins and ends and not a.bare and not b.bare


def _scores(tokens: Sequence[Token], a: Atom, b: Atom) -> bool:
    """'rose 3.2 to 4.1' tells two scores."""
    return a.bare and b.bare and a.value != int(a.value) and is_score(tokens, a)


def _ratio(tokens: Sequence[Token], gap: list[str], a: Atom, b: Atom) -> Atom | None:
    """'4.2/5', '3 out of 5', 'one in ten', '14 of the 17 clauses', '2/3 of'."""
    times = a.unit == "time" and gap[:2] == ["out", "of"] and b.bare
    days = b.kind is Kind.DURATION and gap[:1] in (["of"], ["out"])
    single = a.lone and a.value == 1 and bool(a.unit) and gap == ["in"] and (b.bare or b.spelled)
    if (
        not (a.bare or single or times)
        or not (b.kind is Kind.COUNT or days)
        or a.upper is not None
        or b.upper is not None
        or b.value < 2
    ):
        return None
    whole = replace(
        b,
        unit=a.unit or b.unit,
        first=a.first,
        kind=Kind.COUNT,
        value=a.value,
        scale=b.value,
        spelled=a.spelled,
        lone=False,
    )
    slash = gap == ["/"]
    out_of = gap[:2] == ["out", "of"] and set(gap[2:]) <= {"every", "the", "our", "all", "my", "a", "possible"}
    if a.value > b.value:
        return None
    if slash or (out_of and b.bare):
        return _out_of(tokens, a, b, whole, slash=slash)
    whole_number = a.value == int(a.value) and b.value == int(b.value)
    if out_of:
        return whole
    if gap in (["in"], ["in", "every"], ["-", "in", "-"]) and whole_number and a.value <= 9 and a.value < b.value:
        return whole
    if gap[:1] == ["of"] and set(gap[1:]) <= _OF_WHOLE and tokens[a.first].low != "one":
        return whole if whole_number else None
    return None


def _out_of(tokens: Sequence[Token], a: Atom, b: Atom, whole: Atom, *, slash: bool) -> Atom:
    if slash and b.value in {2, 3, 4} and a.value < b.value and low(tokens, b.last) in {"of", "fewer", "less", "the"}:
        return replace(whole, kind=Kind.PERCENT, value=100 * a.value / b.value, unit="%", scale=None, fraction=True)
    if b.bare and b.value == 100 and not slash and not a.unit:
        return replace(whole, kind=Kind.RATING)
    school = b.bare and b.value in {5, 7, 10, 20, 100}
    if school and (a.value != int(a.value) or is_score(tokens, a) or slash):
        return replace(whole, kind=Kind.RATING)
    return whole


def _change(tokens: Sequence[Token], a: Atom, b: Atom) -> tuple[Atom, Atom] | None:
    """(before, after) where two atoms are the ends of a change: 'from 73% to 61%', 'to 61% from 73%'."""
    gap = _gap(tokens, a, b)
    if gap is None or (a.lone and b.lone and a.bare and b.bare and low(tokens, a.first - 1) != "from"):
        return None
    core = list(gap)
    while core and core[-1] in _FILLERS:
        core.pop()
    if not core:
        return None
    begun = "from" in {low(tokens, a.first - n) for n in range(1, 4)}
    straight = core in (["to"], ["down", "to"], ["up", "to"], ["into"])
    if core[-1] in _ARROWS or (core[-1] in {"to", "into"} and (begun or straight)):
        return _alike(a, b)
    if core[-1] == "from" and (len(core) == 1 or core[-2] in {"up", "down", "(", ","}):
        told = core[-2:-1] in (["up"], ["down"]) or low(tokens, a.first - 1) in _ABOUT_NOW
        return _alike(b, a) if told else None
    return None


_ABOUT_NOW = word_set("to at now is was were are reached hit under below over above about only just ~ <")


def _alike(old: Atom, new: Atom) -> tuple[Atom, Atom] | None:
    """Both ends in one kind, the bare one with the unit of the other; None where they measure different things."""
    shared = old.bare or new.bare
    if old.bare and not new.bare:
        factor = new.factor if old.factor == 1 and new.factor >= 1e6 and old.value < 1000 else 1.0
        old = replace(
            old, kind=new.kind, unit=new.unit, value=old.value * factor, scale=old.scale or new.scale, lone=False
        )
    elif new.bare and not old.bare:
        new = replace(new, kind=old.kind, unit=old.unit, scale=new.scale or old.scale, lone=False)
    same_time = old.kind is new.kind is Kind.DURATION or old.kind is new.kind is Kind.RATE
    if old.kind is not new.kind or not (same_time or old.unit == new.unit or old.kind is Kind.RATING):
        return None
    if shared and old.kind is Kind.MONEY and min(old.factor, new.factor) < 1 and old.factor != new.factor:
        old, new = (replace(end, value=end.value * part) for end, part in _in_cents(old, new))
    if old.kind is Kind.MONEY and old.factor == 1 and new.factor >= 1e6 and old.value < 1000:
        old = replace(old, value=old.value * new.factor, factor=new.factor)
    return old, new


def _in_cents(old: Atom, new: Atom) -> tuple[tuple[Atom, float], tuple[Atom, float]]:
    """'down from 31' behind '14 cents' is 31 cents: each end with what its number is to be multiplied with."""
    return (old, new.factor if old.factor == 1 else 1.0), (new, old.factor if new.factor == 1 else 1.0)


def _instead(tokens: Sequence[Token], a: Atom, b: Atom) -> Atom | None:
    """The bare `b` with the unit of `a` in '12 days instead of 40'."""
    gap = _gap(tokens, a, b)
    if gap not in _REPLACING or not b.bare or a.bare:
        return None
    return replace(b, kind=a.kind, unit=a.unit, lone=False)


def _far_start(tokens: Sequence[Token], atoms: Sequence[Atom], atom: Atom) -> Atom | None:
    """The atom before, in the same sentence, that 'up from 60%' looks back to."""
    at = atom.first - 1
    while low(tokens, at) in _FILLERS:
        at -= 1
    if low(tokens, at) != "from" or low(tokens, at - 1) not in {"up", "down"}:
        return None
    for other in reversed(atoms[-4:]):
        between = tokens[other.last : atom.first]
        if len(between) > 30 or any(t.breaks or t.low in {".", "!", "?"} for t in between):
            return None
        if other.kind is atom.kind and (other.unit == atom.unit or atom.kind is Kind.DURATION):
            return other
    return None
