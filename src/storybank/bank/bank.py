"""An open bank: its files, its settings, its up-to-date index."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storybank.bank.config import FILE_NAME, Config, read_config
from storybank.bank.locate import Location, database_path, locate
from storybank.bank.sync import Progress, no_progress, sync
from storybank.errors import BankError, UsageError
from storybank.model import Card, FileState, Problem, SearchHit, StoryText
from storybank.principles import PrincipleSet, load_principles
from storybank.store import Store
from storybank.text.files import read_text
from storybank.text.front import without_front_matter

if TYPE_CHECKING:
    from storybank.storyfile import StoryFile

Narrate = Callable[[str], None]
"""Tells the person something beside the data, one line."""


@dataclass
class Bank:
    """A bank whose index is in step with its files."""

    location: Location
    config: Config
    principles: PrincipleSet
    store: Store

    @property
    def root(self) -> Path:
        """The bank's folder."""
        return self.location.root

    @cached_property
    def cards(self) -> list[Card]:
        """All stories, by id."""
        return self.store.cards()

    @cached_property
    def files(self) -> Mapping[str, FileState]:
        """All files of the index, also those that could not be read."""
        return self.store.files()

    @property
    def broken(self) -> list[FileState]:
        """The files that could not be read."""
        return self.store.broken_files()

    def card(self, story_id: str) -> Card:
        """The card of a story; letter case of the id does not matter.

        Raises:
            UsageError: there is no such story; the nearest ids are named.
        """
        wanted = story_id.casefold()
        for card in self.cards:
            if card.id.casefold() == wanted:
                return card
        raise UsageError(f"no story '{story_id}'", hint=_nearest_ids(story_id, self.cards))

    def problems(self, file: str) -> list[Problem]:
        """What is wrong with a file, as the index knows it: why it cannot be read, or what its author should know."""
        state = self.files.get(file)
        return [*((state.error,) if state and state.error else ()), *(state.problems if state else ())]

    def story(self, story_id: str) -> tuple[StoryFile, Path]:
        """A whole story, read from its file.

        Raises:
            UsageError: there is no such story.
            InputFileError: its file has become unreadable.
        """
        from storybank.storyfile import read_story

        path = self.root / self.card(story_id).file
        return read_story(read_text(path), path, self.principles), path

    def body(self, story_id: str) -> str:
        """The markdown of a story below its front matter, as its author wrote it.

        Raises:
            UsageError: there is no such story.
            InputFileError: its file has become unreadable.
        """
        return without_front_matter(read_text(self.root / self.card(story_id).file))

    def texts(self, ids: Sequence[str]) -> dict[str, StoryText]:
        """Id -> the sections of the stories with `ids` (at most some hundreds), out of the index."""
        return {text.id: text for text in self.store.texts(ids)}

    def search(self, query: str) -> list[SearchHit]:
        """The stories that have all words of `query`, best first."""
        return self.store.search(query)

    def found(self, query: str) -> dict[str, float]:
        """Id -> relevance of the stories that have all words of `query`, typos forgiven."""
        return self.store.found(query)

    def need_writable(self) -> None:
        """Refuse to write into the sample bank.

        Raises:
            BankError: this is the sample bank.
        """
        if self.location.is_sample:
            raise BankError("the sample bank is read-only", hint="Make your own: storybank init my-stories")

    def untagged(self, behaviour: str | None = None) -> Bank:
        """The same bank as if no author had graded any behaviour, or not this one: to see how much hangs on it."""
        other = replace(self)
        other.__dict__["cards"] = [
            replace(card, behaviours={k: g for k, g in card.behaviours.items() if behaviour not in (None, k)})
            for card in self.cards
        ]
        return other

    def resync(self, progress: Progress = no_progress) -> None:
        """Read again what has changed since."""
        sync(self.root, self.store, self.principles, progress)
        self.__dict__.pop("cards", None)
        self.__dict__.pop("files", None)


def open_bank(
    explicit: Path | None = None,
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    narrate: Narrate = lambda _: None,
    progress: Progress = no_progress,
) -> Bank:
    """Find the bank, open its database and bring its index up to date.

    Args:
        explicit: the folder given with --bank.
        cwd: where to look upwards from; the working directory by default.
        env: the environment; the process's by default.
        narrate: hears of the sample bank, a database in memory, and broken files.
        progress: shows how far reading and indexing is.

    Raises:
        StorybankError: the bank, its settings or its database are unusable; each says what to do.
    """
    location = locate(explicit, cwd or Path.cwd(), os.environ if env is None else env)
    config = read_config(location.root / FILE_NAME)
    principles = load_principles(config.bank.principles, location.root)
    if location.is_sample:
        narrate("using the sample bank; make your own with: storybank init my-stories")
    store = _open_store(location, f"{principles.name} {principles.fingerprint}", narrate)
    bank = Bank(location, config, principles, store)
    bank.resync(progress)
    _tell_broken(bank, narrate)
    return bank


def _open_store(location: Location, principles: str, narrate: Narrate) -> Store:
    path = database_path(location)
    try:
        return Store.open(path, principles)
    except BankError as error:
        if not location.is_sample:
            narrate(f"{error}; reading works, but nothing is remembered")
        return Store.open(None, principles)


def _tell_broken(bank: Bank, narrate: Narrate) -> None:
    shown = 3
    for state in bank.broken[:shown]:
        if state.error:
            line = f":{state.error.line}" if state.error.line else ""
            hint = f". {state.error.hint}" if state.error.hint else ""
            narrate(f"{bank.root / state.path}{line}: {state.error.message}{hint}")
    if len(bank.broken) > shown:
        narrate(f"and {len(bank.broken) - shown} more unreadable files: storybank doctor")


def _nearest_ids(story_id: str, cards: list[Card]) -> str:
    from rapidfuzz import process

    if not cards:
        return "The bank is empty: storybank new, or storybank import FILE"
    near = [name for name, _, _ in process.extract(story_id, [card.id for card in cards], limit=3)]
    return f"Nearest: {', '.join(near)}; 'storybank list' shows all"
