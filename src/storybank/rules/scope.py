"""How large a story is: yearly money, teams, engineers and months, read from its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from storybank.metrics import Figure, Kind
from storybank.rules.passage import Passage, Telling

_CURRENCY = re.compile(
    r"[$€£]|\b(?:usd|eur|gbp|chf|cad|aud|dollars?|euros?|pounds?|bucks|francs?|cents?)\b|\d ?[kmb]\b|illion"
)
"""Without one of these no figure is money."""
_PER_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1, "hour": 8760}
_PERIOD = re.compile(r"[^\w\n]{0,2}(?:\w+ ){0,2}?(?:per |a |each |every |/ ?)?(dai|day|week|month|quarter)(?:ly|s)?\b")
_BEFORE = re.compile(r"\b(dai|week|month|quarter)ly (?:\w+ ){0,2}(?:of )?$")
_MONTHS = {"day": 1 / 30, "week": 0.25, "month": 1, "quarter": 3, "year": 12, "decade": 120, "sprint": 0.5}
_PEOPLE = re.compile(
    r"engineer|developer|people|person|employee|staff|report|headcount|technician|scientist|designer|hire"
)
_TEAMS = re.compile(r"team|squad|department|business unit|org\b|organi[sz]ation|division|group")
_DOLLAR_LIKE = ("USD", "EUR", "GBP", "CHF", "CAD", "AUD")
"""Currencies near enough to a dollar to compare with a threshold."""
REACH = re.compile(
    r"\b(?:company|organi[sz]ation|org|enterprise|industry|business)[- ]?wide\b|\bacross (?:the |our |"
    r"all )?(?:whole |entire )?"
    r"(?:company|organi[sz]ation|orgs|organi[sz]ations|business units|divisions|industry|engineering)\b|"
    r"\bcross-org\w*"
    r"|\b(?:open[- ]sourced?|keynote|patents?|industry standard|platform strategy)\b"
)
WIDER = re.compile(
    r"\b(?:(?:other|partner|multiple|several|many|all|both|two|three|four|five|six|\d+|cross|across|every|each|"
    r"various|sister|neighbou?ring|"
    r"product|database|search|payments?|frontend|backend|platform|security|data|legal|sales|marketing|support|"
    r"design|ux|qa|ops|operations|"
    r"infrastructure|mobile|ios|android|web|service|engineering|finance|hr|recruiting|success|research|"
    r"international|their)[ -]"
    r"(?:\w+ ){0,2}teams?|teams|cross-\w+|stakeholders?|departments?|organi[sz]ation\w*|company|org|vendor|"
    r"director|vp|ceo|cto|leadership|"
    r"executives?|partners?|business units?|product managers?|pm|legal|marketing|sales|finance|hr|recruiting|"
    r"customer service|customer success|"
    r"skip-level|regulators?|consultants|supplier|clients?|provider|management)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A figure of the story with the size it stands for."""

    value: float
    passage: Passage
    figure: Figure


def yearly_money(telling: Telling) -> list[Place]:
    """Every amount of money as dollars a year; an amount without a period counts once."""
    return [
        Place((f.upper or f.value) * _per_year(p, f), p, f)
        for p in telling.passages
        if _CURRENCY.search(p.lower)
        for f in p.figures
        if _is_money(f)
    ]


def _is_money(figure: Figure) -> bool:
    currency = figure.unit.split("/")[0]
    return currency in _DOLLAR_LIKE and figure.kind in (Kind.MONEY, Kind.RATE)


def _per_year(passage: Passage, figure: Figure) -> int:
    if "/" in figure.unit:
        return _PER_YEAR.get(figure.unit.split("/")[1], 1)
    found = _PERIOD.match(passage.lower, figure.end) or _BEFORE.search(
        passage.lower, max(0, figure.start - 40), figure.start
    )
    return _PER_YEAR.get({"dai": "day"}.get(found[1], found[1]), 1) if found else 1


def people(telling: Telling) -> list[Place]:
    """Every count of engineers and other colleagues."""
    return _counts(telling, _PEOPLE)


def teams(telling: Telling) -> list[Place]:
    """Every count of teams and departments."""
    return _counts(telling, _TEAMS)


def months(telling: Telling) -> list[Place]:
    """Every span of time of a day or more, in months."""
    return [
        Place((f.upper or f.value) * _MONTHS[f.unit], p, f)
        for p, f in _figures(telling)
        if f.kind is Kind.DURATION and f.unit in _MONTHS
    ]


def _counts(telling: Telling, noun: re.Pattern[str]) -> list[Place]:
    return [
        Place(f.upper or f.value, p, f) for p, f in _figures(telling) if f.kind is Kind.COUNT and noun.search(f.unit)
    ]


def _figures(telling: Telling) -> Iterator[tuple[Passage, Figure]]:
    return ((p, f) for p in telling.passages for f in p.figures)


def largest(places: list[Place]) -> Place | None:
    """The largest of them, the first of equals."""
    return max(places, key=lambda p: p.value, default=None)


def dollars(value: float) -> str:
    """'$1.8M', '$480K', '$900'."""
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "K")):
        if value >= size:
            return f"${value / size:.3g}{letter}"
    return f"${value:.0f}"
