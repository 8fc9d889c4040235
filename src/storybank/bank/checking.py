"""Checking the stories of a bank, straight from their files: neither index nor database is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storybank.bank.config import FILE_NAME, Config, read_config
from storybank.bank.locate import Location, locate
from storybank.errors import StorybankError, UsageError
from storybank.model import Story
from storybank.principles import PrincipleSet, load_principles
from storybank.rules.levels import Level, levels_with
from storybank.storyfile import read_story
from storybank.text.files import read_text
from storybank.text.natural import natural

if TYPE_CHECKING:
    from storybank.bank.bank import Bank
    from storybank.check import Outcome, Selection

_ID = re.compile(r"^id:\s*(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A story file, read and parsed."""

    story: Story
    text: str
    path: Path
    shown: str
    """The path as a person reads it: below the working directory where it is there."""


@dataclass(frozen=True)
class Shelf:
    """The story files of a bank, and the settings that a check needs."""

    location: Location
    config: Config
    principles: PrincipleSet
    cwd: Path

    @classmethod
    def open(cls, explicit: Path | None, cwd: Path, env: Mapping[str, str]) -> Shelf:
        """The bank found as every command finds it.

        Raises:
            StorybankError: the bank or its settings are unusable.
        """
        location = locate(explicit, cwd, env)
        config = read_config(location.root / FILE_NAME)
        return cls(location, config, load_principles(config.bank.principles, location.root), cwd)

    @classmethod
    def of(cls, bank: Bank) -> Shelf:
        """The files of an open bank."""
        return cls(bank.location, bank.config, bank.principles, bank.root)

    @property
    def levels(self) -> Mapping[str, Level]:
        """The shipped levels, with the bank's own laid over them."""
        return levels_with(self.config.levels, self.location.root / FILE_NAME)

    def paths(self, names: Sequence[str]) -> list[Path]:
        """The files that `names` mean: files, folders, or ids of the bank; all of the bank where none is given.

        Raises:
            UsageError: a name that is none of them.
        """
        if not names:
            return self._all()
        found = [path for name in names for path in self._meant(name)]
        return list(dict.fromkeys(found))

    def read(self, path: Path) -> Source:
        """Read and parse one story.

        Raises:
            InputFileError: it cannot be read, or its front matter is broken.
        """
        text = read_text(path)
        return Source(read_story(text, path, self.principles).story, text, path, self.shown(path))

    def sources(self, paths: Sequence[Path], broken: Callable[[StorybankError], None]) -> Iterator[Source]:
        """Read each; `broken` hears of those that cannot be read."""
        for path in paths:
            try:
                yield self.read(path)
            except StorybankError as error:
                broken(error)

    def check(
        self, paths: Sequence[Path], broken: Callable[[StorybankError], None], selection: Selection | None = None
    ) -> Iterator[Outcome]:
        """The red flags of each story, one by one: a story is compared with those before it.

        Args:
            paths: the files, in this order.
            broken: hears of those that cannot be read.
            selection: the rules and the level; None for all rules at the bank's level.

        Raises:
            UsageError: the selection names an unknown rule or level.
        """
        from storybank.check import Checker, Selection

        checker = Checker(self.levels, selection or Selection(default_level=self.config.bank.level))
        for source in self.sources(paths, broken):
            yield checker.story(source.story, source.text, source.shown)

    def shown(self, path: Path) -> str:
        """The path as a person reads it."""
        whole = path if path.is_absolute() else self.cwd / path
        return whole.relative_to(self.cwd).as_posix() if whole.is_relative_to(self.cwd) else str(path)

    def one(self, name: str) -> Source:
        """The single story that an id or a file name means.

        Raises:
            UsageError: none is meant.
        """
        return self.read(self.paths([name])[0])

    def _all(self) -> list[Path]:
        return _markdown(self.location.root / "stories")

    def _meant(self, name: str) -> list[Path]:
        path = self.cwd / name
        if path.is_dir():
            return _markdown(path)
        if path.exists():
            return [path]
        wanted = name.casefold()
        found = [p for p in self._all() if _id_of(p).casefold() == wanted]
        if not found:
            raise UsageError(f"no file and no story '{name}'", hint=self._nearest(name))
        return found[:1]

    def _nearest(self, name: str) -> str:
        from difflib import get_close_matches

        if name.endswith(".md") or "/" in name:
            return "Check the path"
        near = get_close_matches(name.upper(), [_id_of(p) for p in self._all()], 3, 0.3)
        return f"Nearest: {', '.join(near)}; 'storybank list' shows all" if near else "'storybank list' shows all"


def flagged(outcomes: Iterable[Outcome]) -> frozenset[str]:
    """Ids of the stories with an error: what a drill takes for weak."""
    return frozenset(o.id for o in outcomes if any(finding.severity.rank == 0 for finding in o.findings))


def _markdown(folder: Path) -> list[Path]:
    paths = (p for p in folder.rglob("*.md") if p.is_file())
    shown = (p for p in paths if not any(part.startswith(".") for part in p.relative_to(folder).parts))
    return sorted(shown, key=lambda path: natural(str(path)))


def _id_of(path: Path) -> str:
    """The id in the front matter, else the beginning of the file's name."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            found = _ID.search(file.read(600))
    except OSError:
        found = None
    if found:
        return found[1].strip("'\"")
    name = re.match(r"[A-Z]{1,6}-[A-Z0-9]+(?=-|$)", path.stem)
    return name[0] if name else path.stem
