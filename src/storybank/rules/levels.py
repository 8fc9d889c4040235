"""Levels of seniority as data: what a story of a level is expected to show."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from storybank.errors import InputFileError, UsageError

_SHIPPED = Path(__file__).parent.parent / "data" / "levels.toml"


@dataclass(frozen=True, slots=True)
class Level:
    """The thresholds of one level. 0 means that nothing is expected."""

    name: str
    source: str = "storybank.toml"
    """Where the thresholds come from."""
    impact_floor: float = 0
    """US dollars a year below which a stated impact is too small."""
    impact: float = 0
    """US dollars a year that are usual from."""
    teams: int = 0
    """Teams that work together, at least."""
    engineers: int = 0
    """Size of the organisation that is influenced, at least."""
    horizon: int = 0
    """Months ahead, at least."""
    manages: bool = False
    """Whether the work is to lead others rather than to do it."""
    must_show: int = 0
    """How many of impact, engineers, horizon and reach a story must show by itself; 0 lets silence pass."""


@cache
def shipped_levels() -> Mapping[str, Level]:
    """The levels that come with storybank, by name."""
    with _SHIPPED.open("rb") as file:
        data = tomllib.load(file)
    return {name: Level(name=name, **table) for name, table in data.items()}


def levels_with(own: Mapping[str, Mapping[str, Any]], file: Path | str) -> Mapping[str, Level]:
    """The shipped levels with the tables [levels.NAME] of a settings file laid over them.

    Raises:
        InputFileError: an unknown key, or a value of the wrong type.
    """
    found = dict(shipped_levels())
    known = {f.name: f.type for f in fields(Level) if f.name != "name"}
    for name, table in own.items():
        for key, value in table.items():
            if key not in known:
                raise InputFileError(
                    f"unknown key '{key}' of level '{name}'", file=file, hint=f"Known: {', '.join(known)}"
                )
            wanted = {"str": str, "bool": bool}.get(str(known[key]), (int, float))
            if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
                raise InputFileError(f"'{key}' of level '{name}' cannot be {value!r}", file=file)
        base = found.get(name, Level(name))
        found[name] = replace(base, **{"source": f"{Path(file).name}", **table})
    return found


def level_named(name: str, levels: Mapping[str, Level]) -> Level:
    """The level of this name, letter case aside.

    Raises:
        UsageError: there is none; all are named.
    """
    for level in levels.values():
        if level.name.casefold() == name.casefold():
            return level
    raise UsageError(f"no level '{name}'", hint=f"Known: {', '.join(levels)}; more in storybank.toml as [levels.NAME]")
