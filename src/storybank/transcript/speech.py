"""Fillers and hedges, of one word or several."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data" / "speech.toml"


@dataclass(frozen=True, slots=True)
class Tic:
    """Something said by habit."""

    name: str
    count: int


def fillers(text: str) -> tuple[Tic, ...]:
    """The fillers of a text, the most frequent first."""
    return _counted(text, "fillers")


def hedges(text: str) -> tuple[Tic, ...]:
    """The words that take back what is said, the most frequent first."""
    return _counted(text, "hedges")


def _counted(text: str, kind: str) -> tuple[Tic, ...]:
    low = " ".join(text.casefold().replace("’", "'").split())
    counts = [Tic(name, sum(1 for _ in pattern.finditer(low))) for name, pattern in _patterns()[kind].items()]
    return tuple(sorted((tic for tic in counts if tic.count), key=lambda tic: -tic.count))


@cache
def _patterns() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return {
        kind: {name: re.compile(rf"(?<![\w'])(?:{pattern})(?![\w'])") for name, pattern in table.items()}
        for kind, table in data.items()
    }
