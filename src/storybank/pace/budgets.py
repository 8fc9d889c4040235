"""Paces: budgets in whole seconds for the sections of a story."""

from __future__ import annotations

import tomllib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TypeVar

from storybank.errors import InputFileError, UsageError
from storybank.model import SectionName

STANDARD = "standard"
DEFAULT_MINUTES = 3
MINUTES = (2, 3, 4)
"""The lengths that the standard pace and the guide's pace have."""
LONGEST = 3600
"""Seconds; no answer is longer than an interview."""
_SHIPPED = Path(__file__).parent.parent / "data" / "paces.toml"


@dataclass(frozen=True, slots=True)
class Budget:
    """The time of one section."""

    name: SectionName
    seconds: int
    """At least 1."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a telling may take, section by section in the order they are told."""

    name: str
    title: str
    """For people: '3 minutes'."""
    budgets: tuple[Budget, ...]

    @property
    def total(self) -> int:
        """Seconds of the whole telling."""
        return sum(budget.seconds for budget in self.budgets)

    @property
    def planned(self) -> dict[SectionName, int]:
        """Section -> seconds."""
        return {budget.name: budget.seconds for budget in self.budgets}


Part = TypeVar("Part", bound=Hashable)


def scale(parts: Mapping[Part, int], total: int) -> dict[Part, int]:
    """Whole seconds in the proportions of `parts` that sum to exactly `total` (largest remainder).

    Of two equal remainders the longer part gets the second. Every part keeps at least one second.
    """
    whole = sum(parts.values())
    exact = {name: Fraction(seconds * total, whole) for name, seconds in parts.items()}
    scaled = {name: max(1, int(share)) for name, share in exact.items()}
    order = sorted(parts, key=lambda name: (exact[name] - scaled[name], parts[name]), reverse=True)
    for name in order[: max(0, total - sum(scaled.values()))]:
        scaled[name] += 1
    while sum(scaled.values()) > total:
        scaled[max(scaled, key=lambda name: scaled[name])] -= 1
    return scaled


def parse_pace(name: str, table: object, file: Path) -> Pace:
    """A pace from its TOML table: sections with their seconds, perhaps `total` and `title`.

    Raises:
        InputFileError: an unknown key, or a value that is no whole number of seconds.
    """
    place = f"[paces.{name}]"
    if not isinstance(table, dict):
        raise InputFileError(f"{place} must be a table", file=file, hint=f"Write '{place}', and below it: action = 90")
    known = ("title", "total", *SectionName)
    for key, value in table.items():
        if key not in known:
            raise InputFileError(f"unknown key '{key}' in {place}", file=file, hint=f"Known: {', '.join(known)}")
        if key != "title" and (type(value) is not int or not 1 <= value <= LONGEST):
            hint = f"Give whole seconds from 1 to {LONGEST}"
            raise InputFileError(f"'{key}' in {place} is {value!r}", file=file, hint=hint)
    parts = {section: table[section] for section in SectionName if section in table}
    title, total = table.get("title", name), table.get("total")
    if not parts:
        raise InputFileError(f"{place} names no section", file=file, hint="Write for instance: action = 90")
    if not isinstance(title, str):
        raise InputFileError(f"'title' in {place} must be a text in quotes", file=file)
    if total is not None and total < len(parts):
        raise InputFileError(f"'total' in {place} is too short for {len(parts)} sections", file=file)
    seconds = scale(parts, total) if total else parts
    return Pace(name, title, tuple(Budget(section, seconds[section]) for section in parts))


@cache
def shipped_paces() -> tuple[Pace, ...]:
    """The paces that come with storybank."""
    data = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    return tuple(parse_pace(name, table, _SHIPPED) for name, table in data.items())


def choose(paces: Mapping[str, Pace], name: str | None = None, minutes: int | None = None) -> Pace:
    """The pace that a person means: `choose(paces, minutes=2)`, `choose(paces, 'guide', 4)`, `choose(paces, 'mine')`.

    Raises:
        UsageError: there is none; the names are listed.
    """
    if name is not None and name in paces and minutes is None:
        return paces[name]
    wanted = f"{name or STANDARD}-{minutes or DEFAULT_MINUTES}"
    if wanted in paces:
        return paces[wanted]
    asked = f"'{name}'" if minutes is None else f"'{name or STANDARD}' with {minutes} minutes"
    raise UsageError(f"no pace {asked}", hint=f"Paces: {', '.join(paces)}; your own go into storybank.toml")
