"""Taking the stories of a document into the bank, without ever overwriting what the user has written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from storybank.bank.bank import Bank
from storybank.bank.files import write_text
from storybank.bank.ids import free_id
from storybank.bank.sync import STORIES, Progress, no_progress
from storybank.errors import StorybankError
from storybank.importers import Draft, Skipped, read_document
from storybank.model import Story
from storybank.storyfile import file_name, read_story, write_story
from storybank.text.files import decode, read_bytes
from storybank.text.words import strip_template

_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_DIGEST = 12
"""Hexadecimal digits of a source's digest; enough to tell the versions of one person's stories apart."""


class Fate(StrEnum):
    """What becomes of a story of the document."""

    NEW = "new"
    UNCHANGED = "unchanged"
    """The bank has it already."""
    UPDATED = "updated"
    """The document has changed, the bank's copy has not."""
    EDITED = "edited in the bank, kept"
    """The document is as it was imported, the bank's copy has been edited since."""
    CONFLICT = "conflict, kept"
    """The bank has another text under this id."""
    REPLACED = "replaced"


KEPT = frozenset({Fate.EDITED, Fate.CONFLICT})
WRITTEN = frozenset({Fate.NEW, Fate.UPDATED, Fate.REPLACED})


@dataclass(frozen=True, slots=True)
class ImportedStory:
    """A story of a document and what became of it."""

    story: Story
    fate: Fate
    source: Path
    line: int
    """Where the document has it."""
    path: Path
    """The bank's file."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every part of the documents."""

    stories: tuple[ImportedStory, ...]
    skipped: tuple[tuple[Path, Skipped], ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A story that the bank has."""

    story: Story
    path: Path
    data: bytes

    @property
    def source_name(self) -> str:
        """The document it was imported from, '' for a story written here."""
        return (self.story.source or "").rpartition("#")[0]

    @property
    def digest(self) -> str:
        """The digest of the text as it was imported."""
        return (self.story.source or "").rpartition("#")[2]

    @property
    def untouched(self) -> bool:
        """Whether it is as it was imported."""
        return self.digest == _digest(self.story)


def import_files(
    bank: Bank,
    files: Sequence[Path],
    *,
    replace_edited: bool = False,
    dry_run: bool = False,
    progress: Progress = no_progress,
) -> ImportReport:
    """Import the stories of `files`.

    Args:
        bank: where to.
        files: the documents.
        replace_edited: overwrite stories that were edited in the bank, or that have the same id.
        dry_run: write nothing.
        progress: shows how far it is.

    Raises:
        InputFileError: a document that cannot be read.
        BankError: the sample bank, or a bank that cannot be written.
    """
    if not dry_run:
        bank.need_writable()
    planner = _Planner(bank, replace_edited)
    stories: list[ImportedStory] = []
    skipped: list[tuple[Path, Skipped]] = []
    for file in progress(files, "Importing"):
        imported = read_document(read_bytes(file), file, bank.principles)
        skipped += [(file, one) for one in imported.skipped]
        stories += [planner.plan(draft, file) for draft in imported.drafts]
    if not dry_run:
        for one in stories:
            if one.fate in WRITTEN:
                write_text(one.path, write_story(one.story), expected=planner.expected(one.path))
        bank.resync()
    return ImportReport(tuple(stories), tuple(skipped))


class _Planner:
    """Decides ids and fates; knows the bank's stories and those planned so far."""

    def __init__(self, bank: Bank, replace_edited: bool) -> None:
        self._bank = bank
        self._replace = replace_edited
        self._held = {held.story.id: held for held in _held(bank)}
        self._data = {held.path: held.data for held in self._held.values()}

    def expected(self, path: Path) -> bytes | None:
        """What a file must hold before it is written; None where it must not exist."""
        return self._data.get(path)

    def plan(self, draft: Draft, file: Path) -> ImportedStory:
        story = _story(draft)
        source = f"{file.name}#{_digest(story)}"
        held = self._match(story, draft, source)
        story = replace(story, id=held.story.id if held else draft.id or self._free_id(story), source=source)
        fate = self._fate(story, held, file)
        path = held.path if held else self._bank.root / STORIES / file_name(story)
        if fate in WRITTEN:
            self._held[story.id] = _Held(story, path, write_story(story).encode())
        return ImportedStory(story, fate, file, draft.line, path)

    def _match(self, story: Story, draft: Draft, source: str) -> _Held | None:
        """The story of the bank that this one is: imported from this text, of this id, or of this file and title."""
        name, _, digest = source.rpartition("#")
        held = self._held.values()
        same_text = next((one for one in held if one.digest == digest), None)
        if same_text or draft.id:
            return same_text or self._held.get(draft.id or "")
        return next((one for one in held if (one.source_name, one.story.title) == (name, story.title)), None)

    def _fate(self, story: Story, held: _Held | None, file: Path) -> Fate:
        if held is None:
            return Fate.NEW
        if _digest(held.story) == _digest(story):
            return Fate.UNCHANGED
        if self._replace:
            return Fate.REPLACED
        if held.untouched and held.source_name == file.name:
            return Fate.UPDATED
        return Fate.EDITED if held.story.source == story.source else Fate.CONFLICT

    def _free_id(self, story: Story) -> str:
        return free_id(self._held, self._bank.principles.find(story.primary) if story.primary else None)


def _held(bank: Bank) -> Iterable[_Held]:
    for card in bank.cards:
        path = bank.root / card.file
        try:
            data = read_bytes(path)
            yield _Held(read_story(decode(data, path), path, bank.principles).story, path, data)
        except StorybankError:
            continue  # gone or broken since the index was made; writing over it is refused later


def _story(draft: Draft) -> Story:
    return Story(
        id=draft.id or "",
        title=_title(draft),
        principles=draft.principles,
        sections=draft.sections,
        level=draft.level,
        questions=draft.questions,
        tags=draft.tags,
        cues=draft.cues,
        variants=draft.variants,
        angles=draft.angles,
        notes=draft.notes,
    )


def _title(draft: Draft) -> str:
    """The draft's title; where only its question names the story, what the question asks about."""
    if draft.title not in (question.text for question in draft.questions):
        return draft.title
    asked = max((strip_template(part) for part in _SENTENCE_END.split(draft.title)), key=len)
    return asked[:1].upper() + asked[1:].rstrip(" .?!")


def _digest(story: Story) -> str:
    """A digest of the story's canonical text without its id and source."""
    text = write_story(replace(story, id="", source=None))
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST]
