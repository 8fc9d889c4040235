"""Bringing the index up to date with the files, by content hash."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from storybank.errors import StorybankError
from storybank.model import FileState, Problem, Prompt, Story
from storybank.principles import PrincipleSet
from storybank.store import Store
from storybank.store.writing import DuplicateIdError, IndexWriter
from storybank.text.files import decode, read_bytes
from storybank.text.natural import natural

T = TypeVar("T")
ReadFile = tuple[FileState, bytes]
STORIES = "stories"
PROMPTS = "prompts"
_RACY_NS = 2_000_000_000
"""A file written this shortly before it was read may be written again without its times changing (FAT: 2 s)."""


class Progress(Protocol):
    """Wraps a sequence that is worked through, to show how far it is."""

    def __call__(self, items: Sequence[T], label: str) -> Iterable[T]:
        """The items one by one; `label` says what is done with them."""
        ...


def no_progress(items: Sequence[T], label: str) -> Iterable[T]:
    """Show nothing."""
    return items


def sync(root: Path, store: Store, principles: PrincipleSet, progress: Progress = no_progress) -> None:
    """Bring the index up to date with the files below `root`. A file that cannot be read is recorded with its error.

    Raises:
        StoreError: the database could not be written.
    """
    known = store.files()
    present = list(_present(root))
    gone = known.keys() - set(present)
    suspect = _sorted(path for path in present if _may_have_changed(root / path, known.get(path)))
    read = {path: _read(root, path) for path in progress(suspect, "Reading")} if suspect else {}
    fresh = {path: one for path, one in read.items() if not _same(one[0], known.get(path))}
    unchanged = {path: one for path, one in read.items() if path not in fresh}
    if not fresh and not gone:
        _confirm(store, [state for state, _ in unchanged.values() if state.mtime_ns < state.seen_ns - _RACY_NS])
        return
    broken = {path: one for path, one in unchanged.items() if known[path].error}  # the id they lacked may be free now
    with store.writing() as writer:
        writer.forget(gone)
        _index(writer, root, fresh | broken, principles, progress)


def _index(
    writer: IndexWriter, root: Path, files: Mapping[str, ReadFile], principles: PrincipleSet, progress: Progress
) -> None:
    """Index `files` anew. Of several files with one id the first by path has it, whichever was there before."""
    writer.forget(files)
    refused = {path: _put(writer, root, *files[path], principles) for path in progress(_sorted(files), "Indexing")}
    behind = {owner for path, owner in refused.items() if owner and natural(owner) > natural(path)}
    if behind:
        _index(writer, root, {**files, **{path: _read(root, path) for path in behind}}, principles, progress)


def _sorted(paths: Iterable[str]) -> list[str]:
    return sorted(paths, key=natural)


def _confirm(store: Store, states: Sequence[FileState]) -> None:
    """Note that files are older than their reading, so that the next command need not read them."""
    if states:
        with store.writing() as writer:
            writer.seen([state.path for state in states], min(state.seen_ns for state in states))


def _present(root: Path) -> Iterator[str]:
    for folder in (STORIES, PROMPTS):
        paths = (p.relative_to(root).as_posix() for p in (root / folder).rglob("*.md") if p.is_file())
        yield from (p for p in paths if not any(part.startswith(".") for part in p.split("/")))


def _may_have_changed(path: Path, known: FileState | None) -> bool:
    if known is None or known.error:
        return True  # an unreadable file may have become readable, or its twin's id free
    try:
        stat = path.stat()
    except OSError:
        return True
    same = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns) == (known.size, known.mtime_ns, known.ctime_ns)
    return not same or stat.st_mtime_ns > known.seen_ns - _RACY_NS


def _same(state: FileState, known: FileState | None) -> bool:
    """The same bytes under the same stat; a new stat alone is recorded too, so that the file is not read again."""
    if known is None or (state.error and state.error != known.error):
        return False
    return replace(state, seen_ns=0, error=None) == replace(known, seen_ns=0, error=None, problems=())


def _read(root: Path, path: str) -> ReadFile:
    seen = time.time_ns()
    try:
        stat = (root / path).stat()
        data = read_bytes(root / path)
    except StorybankError as error:
        return FileState(path, 0, 0, 0, seen, "", _problem(error)), b""
    except OSError as error:
        return FileState(path, 0, 0, 0, seen, "", Problem(f"cannot be read: {error.strerror}", 0)), b""
    digest = hashlib.sha256(data).hexdigest()
    return FileState(path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, seen, digest), data


def _put(writer: IndexWriter, root: Path, state: FileState, data: bytes, principles: PrincipleSet) -> str | None:
    """Record a file with what was read from it, or with why not; returns the file that has its id already."""
    owner = None
    if state.error is None:
        try:
            content, problems = _parse(root / state.path, state.path, data, principles)
            state = replace(state, problems=problems)
            writer.put_file(state)
            _put_content(writer, state.path, content, principles)
            return None
        except StorybankError as error:
            owner = str(error.file) if isinstance(error, DuplicateIdError) else None
            writer.forget([state.path])
            state = replace(state, error=_problem(error), problems=())
    writer.put_file(state)
    return owner


def _put_content(
    writer: IndexWriter, path: str, content: Story | tuple[Prompt, ...] | None, principles: PrincipleSet
) -> None:
    if isinstance(content, Story):
        writer.put_story(path, content, [p.name for p in principles])
    elif content is not None:
        writer.put_prompts(path, content)


def _parse(
    file: Path, path: str, data: bytes, principles: PrincipleSet
) -> tuple[Story | tuple[Prompt, ...] | None, tuple[Problem, ...]]:
    from storybank.promptfile import read_case, read_interview, read_prompts, read_scenario  # the markdown parser is
    from storybank.storyfile import read_story  # slow to import, and most commands find no file changed

    text = decode(data, file)
    if path.startswith(f"{STORIES}/"):
        parsed = read_story(text, file, principles)
        return parsed.story, parsed.problems
    readers = {"scenarios": read_scenario, "cases": read_case, "interview": read_interview}
    kind = path.split("/")[1]
    if kind in readers:
        readers[kind](text, file)  # read for its errors; exercises are not searched
        return None, ()
    return read_prompts(text, file, principles), ()


def _problem(error: StorybankError) -> Problem:
    other = f" by {error.file}" if isinstance(error, DuplicateIdError) else ""
    hint = error.hint or ("Change the id in one of the two files" if other else "")
    return Problem(f"{error.message}{other}", error.line or 0, hint)
