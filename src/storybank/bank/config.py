"""`storybank.toml`, the settings of a bank."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from storybank.bank.interview import InterviewConfig, read_interview, read_paces
from storybank.errors import InputFileError
from storybank.principles import DEFAULT_SET
from storybank.text.files import read_text

if TYPE_CHECKING:
    from storybank.pace import Pace

FILE_NAME = "storybank.toml"
BUILT_IN = "built-in"
SENTENCE_TRANSFORMERS = "sentence-transformers"
BACKENDS = (BUILT_IN, SENTENCE_TRANSFORMERS)
TEMPLATE = f"""\
# The settings of this story bank. Every line is optional; what stands here are the defaults.

[bank]
# principles = "{DEFAULT_SET}"   # or "amazon-14" (before 2021), or a TOML file of your own beside this one
# level = "L6"            # the level you interview for

# [levels.L6]             # what 'storybank check' expects of a story at a level
# impact_floor = 500_000  # US dollars a year

[match]
# backend = "{BUILT_IN}"   # or "{SENTENCE_TRANSFORMERS}": pip install 'storybank[transformers]'
# model = ""              # with '{SENTENCE_TRANSFORMERS}' a name or folder, otherwise what storybank train --out wrote

[interview]
# date = 2027-01-31       # the day of your next interview: everything is due before it
# companies = ["Amazon"]  # where you interview: stories already told there are marked

# [paces.panel]           # a pace of your own, in seconds: storybank rehearse CO-1 --pace panel
# situation = 30
# task = 15
# action = 100
# result = 35
# total = 150             # optional: the sections are scaled to exactly this
"""


@dataclass(frozen=True, slots=True)
class BankConfig:
    """The table [bank]."""

    principles: str = DEFAULT_SET
    """Name of a shipped set, or a TOML file."""
    level: str | None = None
    """The level the user interviews for."""


@dataclass(frozen=True, slots=True)
class MatchConfig:
    """The table [match]."""

    backend: str = BUILT_IN
    model: str | None = None
    """Backend 'built-in': a folder that `storybank train --out` wrote. 'sentence-transformers': a name or a folder."""


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of a bank."""

    bank: BankConfig = field(default_factory=BankConfig)
    match: MatchConfig = field(default_factory=MatchConfig)
    interview: InterviewConfig = field(default_factory=InterviewConfig)
    own_paces: Mapping[str, Any] = field(default_factory=dict)
    """The tables [paces.NAME]."""
    levels: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The tables [levels.NAME], checked when they are used."""
    file: Path = Path(FILE_NAME)

    @property
    def paces(self) -> Mapping[str, Pace]:
        """Name -> pace: the shipped ones and the user's own.

        Raises:
            InputFileError: a pace of the user's that is none.
        """
        return read_paces(self.own_paces, self.file)


T = TypeVar("T", BankConfig, MatchConfig)


def read_config(path: Path) -> Config:
    """The settings in `path`; the defaults where there is no such file.

    Raises:
        InputFileError: broken TOML, an unknown key (the nearest is named), or a value of the wrong type.
    """
    if not path.exists():
        return Config()
    try:
        data = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputFileError(f"not valid TOML: {error}", file=path, hint="Strings need quotes") from None
    _refuse_unknown(data, ("bank", "match", "levels", "interview", "paces"), "table", path)
    match = _table(MatchConfig, data.get("match", {}), path)
    config = Config(
        bank=_table(BankConfig, data.get("bank", {}), path),
        match=replace(match, model=match.model or None),
        levels=_levels(data.get("levels", {}), path),
        interview=read_interview(_known(InterviewConfig, data.get("interview", {}), path), path),
        own_paces=data.get("paces", {}),
        file=path,
    )
    if config.own_paces:
        _ = config.paces  # read now for its errors; without own paces no command but practice pays for them
    if config.match.backend not in BACKENDS:
        raise InputFileError(
            f"unknown backend '{config.match.backend}'", file=path, hint=f"Use one of: {', '.join(BACKENDS)}"
        )
    return config


def _known(kind: type[T] | type[InterviewConfig], data: Any, path: Path) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise InputFileError("a table was expected", file=path, hint=f"Write '[{kind.__name__[:-6].lower()}]'")
    _refuse_unknown(data, [f.name for f in fields(kind)], "key", path)
    return data


def _table(kind: type[T], data: Any, path: Path) -> T:
    for key, value in _known(kind, data, path).items():
        if not isinstance(value, str):
            raise InputFileError(f"'{key}' must be a text in quotes, not {value!r}", file=path)
    return kind(**data)


def _levels(data: Any, path: Path) -> Mapping[str, Mapping[str, Any]]:
    if not isinstance(data, dict) or not all(isinstance(table, dict) for table in data.values()):
        raise InputFileError("a table for each level was expected", file=path, hint="Write '[levels.L6]'")
    return data


def _refuse_unknown(data: Mapping[str, object], known: tuple[str, ...] | list[str], what: str, path: Path) -> None:
    from difflib import get_close_matches

    for key in data:
        if key not in known:
            near = get_close_matches(key, known, 1, 0.5)
            meant = f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(known)}"
            raise InputFileError(f"unknown {what} '{key}'", file=path, hint=meant)
