"""A file of the bank as the index last saw it."""

from __future__ import annotations

from dataclasses import dataclass

from storybank.model.story import Problem


@dataclass(frozen=True, slots=True)
class FileState:
    """Path, stat and content hash of a file, and what was wrong with it."""

    path: str
    """Below the bank's folder, with '/'."""
    size: int
    mtime_ns: int
    ctime_ns: int
    seen_ns: int
    """Wall clock when it was read."""
    sha256: str
    error: Problem | None = None
    """Why it could not be read, None where it could."""
    problems: tuple[Problem, ...] = ()
