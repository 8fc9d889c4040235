"""A set of principles, read from TOML: shipped ones by name, the user's own by path."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from storybank.errors import InputFileError, UnknownPrincipleError

DEFAULT_SET = "amazon"
_SHIPPED = Path(__file__).parent.parent / "data" / "principles"
_CLEAR_SCORE = 84.0
"""rapidfuzz ratio (0-100) from which a misspelt name is taken: 'Dive Depp' has 89, 'Deliver' (Deliver Results) 64."""
_CLEAR_MARGIN = 6.0
"""How far the runner-up must lie behind for a misspelt name to be clear."""


@dataclass(frozen=True, slots=True)
class Principle:
    """One leadership principle."""

    name: str
    """The official name, as it is written into files."""
    slug: str
    code: str
    """Short code, such as CO."""
    aliases: tuple[str, ...]
    meaning: str
    """One line in our own words."""


def fold(name: str) -> str:
    """A name as names are compared: no case, accents of quotes, punctuation or leading article; '&' is 'and'."""
    text = re.sub(r"[’‘'`]", "", name.casefold()).replace("&", " and ")
    words = re.sub(r"[\W_]+", " ", text).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@dataclass(frozen=True)
class PrincipleSet:
    """An ordered set of principles with the resolution of their names."""

    name: str
    principles: tuple[Principle, ...]

    def __iter__(self) -> Iterator[Principle]:
        return iter(self.principles)

    def __len__(self) -> int:
        return len(self.principles)

    @cached_property
    def fingerprint(self) -> str:
        """Changes when any name or alias changes; an index built for another fingerprint is stale."""
        return hashlib.sha256(repr(self.principles).encode()).hexdigest()[:12]

    @cached_property
    def _by_alias(self) -> Mapping[str, Principle]:
        return {fold(alias): p for p in reversed(self.principles) for alias in (*p.aliases, p.code, p.slug, p.name)}

    def find(self, name: str) -> Principle | None:
        """The principle with exactly this name, code or alias (case and punctuation aside), or None."""
        return self._by_alias.get(fold(name))

    def nearest(self, name: str, limit: int = 3) -> list[tuple[Principle, float]]:
        """The principles whose aliases look most like `name`, best first, with rapidfuzz ratios (0-100)."""
        from rapidfuzz import fuzz, process

        best: dict[str, tuple[Principle, float]] = {}
        for alias, score, _ in process.extract(fold(name), list(self._by_alias), scorer=fuzz.ratio, limit=None):
            principle = self._by_alias[alias]
            if principle.name not in best:
                best[principle.name] = (principle, score)
        return list(best.values())[:limit]

    def guess(self, name: str) -> Principle | None:
        """`find`, then the one principle that a misspelt name clearly means; None where that is unclear."""
        found = self.find(name)
        if found is not None or len(fold(name)) < 4:
            return found
        ranked = self.nearest(name, 2)
        clear = bool(ranked) and ranked[0][1] >= _CLEAR_SCORE
        if clear and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _CLEAR_MARGIN):
            return ranked[0][0]
        return None

    def resolve(self, name: str) -> Principle:
        """The principle that `name` means.

        Raises:
            UnknownPrincipleError: no alias is clearly meant; the nearest are listed.
        """
        found = self.guess(name)
        if found is None:
            near = ", ".join(f"'{p.name}' ({p.code})" for p, _ in self.nearest(name))
            raise UnknownPrincipleError(
                f"unknown principle {name!r}", hint=f"Nearest: {near}; 'storybank principles' lists all"
            )
        return found

    def without(self, codes: Iterable[str]) -> tuple[Principle, ...]:
        """The principles whose code is not among `codes`."""
        left_out = set(codes)
        return tuple(p for p in self.principles if p.code not in left_out)


@cache
def load_principles(name: str = DEFAULT_SET, folder: Path | None = None) -> PrincipleSet:
    """A shipped set by name, or a TOML file of the user's (relative paths are taken from `folder`).

    Raises:
        InputFileError: there is no such set, or its TOML is wrong.
    """
    shipped = _SHIPPED / f"{name}.toml"
    path = shipped if shipped.is_file() else (folder or Path()) / name
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        names = ", ".join(sorted(p.stem for p in _SHIPPED.glob("*.toml")))
        raise InputFileError(f"no set of principles {name!r}", hint=f"Shipped sets: {names}; or name a file") from None
    except tomllib.TOMLDecodeError as error:
        raise InputFileError(f"not valid TOML: {error}", file=path) from None
    return _parse(data, path)


def _parse(data: Mapping[str, Any], path: Path) -> PrincipleSet:
    base = load_principles(data["base"], path.parent).without(data.get("without", ())) if "base" in data else ()
    try:
        own = tuple(
            Principle(
                name=p["name"],
                slug=p.get("slug") or fold(p["name"]).replace(" ", "-"),
                code=p["code"],
                aliases=tuple(p.get("aliases", ())),
                meaning=p.get("meaning", ""),
            )
            for p in data.get("principle", ())
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise InputFileError(
            f"a principle lacks or garbles {error}", file=path, hint="Each [[principle]] needs a name and a code"
        ) from None
    if not base + own:
        raise InputFileError("holds no principle", file=path, hint="Add a [[principle]] with name and code")
    return PrincipleSet(name=str(data.get("name", path.stem)), principles=base + own)
