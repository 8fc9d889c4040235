"""The tables [interview] and [paces.NAME] of `storybank.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storybank.errors import InputFileError

if TYPE_CHECKING:
    from storybank.pace import Pace


@dataclass(frozen=True, slots=True)
class InterviewConfig:
    """The table [interview]."""

    date: date | None = None
    """The day of the next interview, local; everything is due before it."""
    companies: tuple[str, ...] = ()
    """Where the user interviews."""


def read_interview(table: Mapping[str, Any], path: Path) -> InterviewConfig:
    """The settings of [interview], whose keys are known.

    Raises:
        InputFileError: a value that is no date, or no list of names.
    """
    companies = table.get("companies", [])
    if not isinstance(companies, list) or not all(isinstance(name, str) and name.strip() for name in companies):
        raise InputFileError(
            "'companies' in [interview] must be a list of names", file=path, hint='Write: companies = ["Amazon"]'
        )
    return InterviewConfig(_date(table.get("date"), path), tuple(companies))


def read_paces(table: object, path: Path) -> dict[str, Pace]:
    """The shipped paces and the user's own by name; one's own replaces a shipped one of its name.

    Raises:
        InputFileError: a pace that is none.
    """
    from storybank.pace import parse_pace, shipped_paces  # most commands rehearse nothing

    if not isinstance(table, dict):
        raise InputFileError("'paces' must be tables", file=path, hint="Write '[paces.mine]', below it: action = 90")
    own = {name: parse_pace(name, one, path) for name, one in table.items()}
    return {**{pace.name: pace for pace in shipped_paces()}, **own}


def _date(value: object, path: Path) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise InputFileError(
        f"'date' in [interview] is {value!s}, which is no date", file=path, hint="Write it as 2027-01-31"
    )
