"""Stated changes, computed again from the story's own numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from storybank.metrics import Figure, Kind
from storybank.model import SectionName
from storybank.rules.passage import Passage, Telling
from storybank.rules.vocabulary import word_set

_SECONDS = {
    "millisecond": 0.001, "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800,
    "quarter": 7889400, "year": 31557600,
}  # fmt: skip
_GAIN = (
    r"improvement|reduction|increase|decrease|drop|decline|cut|less|lower|faster|quicker|better|higher|more|fewer|"
    r"shorter|growth|gain|saving|savings|slower|smaller|jump|rise|fall|boost|uplift|improved|reduced|worse|cheaper"
)
_RELATIVE = re.compile(r"%|percent|per cent|\dx\b|times\b|fold\b|doubl|tripl|halv|half|third|quarter|twice")
"""Without one of these no figure is a relative change."""
_AFTER_CLAIM = re.compile(rf"\s*\)?\s*(?:(?:relative|overall|net|total|time|cost) )?(?:{_GAIN})\b")
_BEFORE_CLAIM = re.compile(
    r"\b(?:by|down|up|fell|rose|cut|reduced|improved|increased|decreased|dropped|grew|of)[ (]+(?:(?:about|"
    r"nearly|over|some|roughly|almost|another) |[~≈])?$"
)
_APART = re.compile(r"\b(?:and|while|plus|also|but|with|as well)\b|[;\n]|[.!?]\s")
_LEAD_IN = re.compile(r"[(,–—:=-]")
_TARGET = re.compile(r"\b(?:target|goal|plan|planned|objective|budget|forecast|quota|benchmark)\b")
_LINKS = word_set(
    """
    a an the which is was are that's that it down up by of about nearly roughly over some almost around or so
    meaning means drop cut reduction improvement increase decrease gain saving for from we i reported as on in
    average total overall more than
    """
)
"""Words that may stand between a claim and its numbers; any other begins a new subject."""
_NEAR = 60
"""Characters between a claim and the numbers it is about."""
_SCALE = 500
"""Two figures further apart than this are not two states of one thing."""
_WORD = re.compile(r"[a-z]{4,}")
_HOLLOW = word_set(
    """
    time times average taking from with that this which were have been than only about team teams users hours
    minutes seconds days weeks months improvement reduction reduced increased better
    """
)  # fmt: skip


class Verdict(StrEnum):
    """What the recomputation says."""

    AGREES = "agrees"
    ROUNDING = "off by rounding"
    DISAGREES = "disagrees"


@dataclass(frozen=True, slots=True)
class Place:
    """A figure and where it stands."""

    passage: Passage
    figure: Figure


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated change with the two numbers it is about."""

    place: Place
    before: Place
    after: Place
    computed: float
    """Percent for a percentage, the ratio for a multiplier."""
    verdict: Verdict

    @property
    def difference(self) -> float:
        """How far the stated value is off."""
        return abs(self.place.figure.value - self.computed)


def claims(telling: Telling) -> list[Claim]:
    """Every percentage or multiplier whose two numbers the telling gives, in the order of the text."""
    return [c for passage in telling.passages if _RELATIVE.search(passage.lower) for c in _claims_of(passage, telling)]


def _claims_of(passage: Passage, telling: Telling) -> Iterator[Claim]:
    for figure in passage.figures:
        if figure.kind in (Kind.PERCENT, Kind.MULTIPLIER) and figure.upper is None and _is_claim(passage, figure):
            found = _from_change(passage, figure) or _from_after(passage, figure, telling)
            if found:
                yield found


def _is_claim(passage: Passage, figure: Figure) -> bool:
    """Whether it is a change and not a level, and no end of a change itself."""
    behind = _AFTER_CLAIM.match(passage.lower, figure.end)
    if not behind and not _BEFORE_CLAIM.search(passage.lower, max(0, figure.start - 40), figure.start):
        return False
    return all(figure.start not in (c.before.start, c.after.start) for c in passage.changes)


def _from_change(passage: Passage, figure: Figure) -> Claim | None:
    """The claim about a change with both of its ends beside it."""
    for change in passage.changes:
        first, last = change.before.start, change.after.end
        between = passage.lower[last : figure.start] if last <= figure.start else passage.lower[figure.end : first]
        if len(between) <= _NEAR and _linked(between, behind=last <= figure.start):
            return _judged(Place(passage, figure), [Place(passage, change.before)], Place(passage, change.after), True)
    return None


def _linked(between: str, behind: bool) -> bool:
    """Whether a claim belongs to the numbers it stands beside: nothing but small words, or an opening bracket."""
    if _APART.search(between):
        return False
    opened = between.rstrip().endswith("(") and "," not in between
    return (opened and behind) or all(word in _LINKS for word in re.findall(r"[a-z0-9$€£%'-]*[a-z0-9]", between))


def _from_after(passage: Passage, figure: Figure, telling: Telling) -> Claim | None:
    """The claim beside the new value alone: the old one stands earlier, or is the target."""
    if not _AFTER_CLAIM.match(passage.lower, figure.end):
        return None
    earlier = [f for f in passage.figures if f.end <= figure.start]
    if not earlier:
        return None
    after = earlier[-1]
    between = passage.lower[after.end : figure.start]
    if len(between) > _NEAR or not _LEAD_IN.search(between) or not _linked(between, behind=True):
        return None
    here = Place(passage, after)
    start, end = passage.sentence_at(figure.start)
    if _TARGET.search(passage.lower, figure.end, min(end, figure.end + 40)):
        targets = [*_alike(telling.of(SectionName.TASK), after)]
        return _judged(Place(passage, figure), targets, here, len(targets) == 1)
    same = [Place(passage, f) for f in earlier[:-1] if f.start >= start and _comparable(f, after)]
    before = [*_alike(telling.of(SectionName.SITUATION, SectionName.TASK), after)]
    if same:
        return _judged(Place(passage, figure), [*same, *before], here, len(same) == 1)
    topic = _topic(passage, start, end)
    related = [p for p in before if topic & _topic(p.passage, *p.passage.sentence_at(p.figure.start))]
    related = [p for p in related if p.passage.section is SectionName.SITUATION] or related
    return _judged(Place(passage, figure), [*related, *before], here, len(related) == 1)


def _topic(passage: Passage, start: int, end: int) -> set[str]:
    return set(_WORD.findall(passage.lower, start, end)) - _HOLLOW


def _alike(passages: tuple[Passage, ...], after: Figure) -> Iterator[Place]:
    return (Place(p, f) for p in passages for f in p.figures if _comparable(f, after) and not _is_claim(p, f))


def _comparable(before: Figure, after: Figure) -> bool:
    a, b = magnitude(before), magnitude(after)
    if before.kind is not after.kind or not a or not b or not 1 / _SCALE < a / b < _SCALE:
        return False
    return before.kind in (Kind.DURATION, Kind.PERCENT, Kind.RATING) or before.unit == after.unit


def magnitude(figure: Figure) -> float:
    """The value in one unit of its kind: seconds for durations."""
    return figure.value * _SECONDS.get(figure.unit, 1) if figure.kind is Kind.DURATION else figure.value


def _judged(place: Place, before: list[Place], after: Place, certain: bool) -> Claim | None:
    """The claim against the first number that bears it out; against the only candidate where none does."""
    found = [c for b in before if (c := _against(place, b, after))]
    for verdict in (Verdict.AGREES, Verdict.ROUNDING):
        for claim in found:
            if claim.verdict is verdict:
                return claim
    return found[0] if found and certain else None


def _against(place: Place, before: Place, after: Place) -> Claim | None:
    a, b = magnitude(before.figure), magnitude(after.figure)
    if not a or not b:
        return None
    stated = place.figure.value
    exact, others = _readings(place, a, b)
    step = _last_digit(place.figure)
    near = min((exact, *others), key=lambda value: abs(value - stated))
    if abs(near - stated) <= step / 2 + 1e-6:
        return Claim(place, before, after, near, Verdict.AGREES)
    slack = step - 1e-6 if not place.figure.approximate else max(step, stated * 0.1)
    if abs(near - stated) < slack or _by_rounding(place, before, after):
        return Claim(place, before, after, near, Verdict.ROUNDING)
    return Claim(place, before, after, exact, Verdict.DISAGREES)


def _readings(place: Place, a: float, b: float) -> tuple[float, tuple[float, ...]]:
    """What the change is, and what else a speaker may honestly mean by it."""
    if place.figure.kind is Kind.MULTIPLIER:
        ratio = max(a / b, b / a)
        return ratio, (ratio - 1, round(ratio))
    relative = 100 * abs(b - a) / a
    points = (abs(b - a),) if place.figure.kind is Kind.PERCENT else ()
    return relative, (*points, 100 * abs(a - b) / b, 100 * max(a / b, b / a))


def _by_rounding(place: Place, before: Place, after: Place) -> bool:
    """Whether unrounded inputs could give the stated value."""
    values = []
    for x in (-0.5, 0.5):
        for y in (-0.5, 0.5):
            a = _shifted(before.figure, x)
            b = _shifted(after.figure, y)
            if a > 0:
                values.append(
                    100 * abs(b - a) / a if place.figure.kind is Kind.PERCENT else max(a / b, b / a) if b else 0
                )
    return bool(values) and min(values) <= place.figure.value <= max(values)


def _shifted(figure: Figure, share: float) -> float:
    return magnitude(figure) + share * _last_digit(figure) * (magnitude(figure) / figure.value if figure.value else 1)


_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?\s*(k|m|b|bn|million|billion|thousand)?\b", re.IGNORECASE)
_SIZES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9}


def _last_digit(figure: Figure) -> float:
    """What the last written digit stands for: 1 of '73%', 0.1 of '16.4%', 100000 of '$2.3M'."""
    found = _NUMBER.search(figure.text)
    if not found:
        return 1.0
    return 10.0 ** -len(found[1] or "") * _SIZES.get((found[2] or "").lower(), 1)
