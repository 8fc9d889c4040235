"""The taxonomy of behaviours: what questions ask for and stories show. Data, not code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data" / "behaviours.jsonl"


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One behaviour."""

    key: str
    name: str
    """Two to six words, past tense: 'Owned up to a mistake'."""
    definition: str
    principle: str
    """Name of the principle it belongs to most."""
    also: tuple[str, ...]
    """Names of other principles it belongs to."""
    counts: str
    """What counts, with examples."""
    excludes: str
    """What does not count, and where it belongs instead."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All behaviours, in a fixed order."""

    behaviours: tuple[Behaviour, ...]

    def __iter__(self) -> Iterator[Behaviour]:
        return iter(self.behaviours)

    def __len__(self) -> int:
        return len(self.behaviours)

    @property
    def keys(self) -> list[str]:
        """The keys in order."""
        return [behaviour.key for behaviour in self.behaviours]

    @property
    def by_key(self) -> Mapping[str, Behaviour]:
        """Key -> behaviour."""
        return {behaviour.key: behaviour for behaviour in self.behaviours}


@cache
def load_taxonomy() -> Taxonomy:
    """The shipped taxonomy."""
    records = (json.loads(line) for line in _DATA.read_text(encoding="utf-8").splitlines())
    return Taxonomy(
        tuple(
            Behaviour(
                key=r["key"],
                name=r["name"],
                definition=r["definition"],
                principle=r["principle"],
                also=tuple(r["also"]),
                counts=r["counts"],
                excludes=r["not"],
            )
            for r in records
        )
    )
