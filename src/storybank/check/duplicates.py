"""Stories told twice: a sketch of each text's word runs, compared with those seen before."""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

from storybank.rules.passage import Telling

_KEPT = 24
"""Smallest hashes kept of each story."""
_ALIKE = 0.5
"""Share of the kept hashes in common from which two stories are one."""
_OWNERS = 4
"""Stories remembered for one hash; keeps a bank of copies linear."""
_LEAST = 40
"""Words below which a story is not compared."""


class Twins:
    """The stories seen so far."""

    def __init__(self) -> None:
        self._owners: dict[int, list[int]] = {}
        self._names: list[str] = []
        self._sketches: list[frozenset[int]] = []

    def seen_before(self, name: str, telling: Telling) -> tuple[str, ...]:
        """The first story seen before with nearly the same words; remembers this one."""
        sketch = _sketch(telling)
        twin = self._most_alike(sketch)
        place = len(self._names)
        self._names.append(name)
        self._sketches.append(sketch)
        for value in sketch:
            owners = self._owners.setdefault(value, [])
            if len(owners) < _OWNERS:
                owners.append(place)
        return (self._names[twin],) if twin is not None else ()

    def _most_alike(self, sketch: frozenset[int]) -> int | None:
        shared: dict[int, int] = {}
        for value in sketch:
            for owner in self._owners.get(value, ()):
                shared[owner] = shared.get(owner, 0) + 1
        alike = [o for o, n in shared.items() if n >= _ALIKE * min(len(sketch), len(self._sketches[o])) and n > 1]
        return min(alike, default=None)


@lru_cache(maxsize=100_000)
def _hash(word: str) -> int:
    return crc32(word.encode())


def _sketch(telling: Telling) -> frozenset[int]:
    words = [word for passage in telling.passages for word in passage.words]
    if len(words) < _LEAST:
        return frozenset()
    hashes = list(map(_hash, words))
    runs = set(map(hash, zip(hashes, hashes[1:], hashes[2:], hashes[3:], strict=False)))  # four words in a row
    return frozenset(sorted(runs)[:_KEPT])
