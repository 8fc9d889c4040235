"""Noticing that files have changed, without a library: by their times and sizes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

_PAUSE = 0.5
"""Seconds between two looks."""


def changes_of(
    paths: Callable[[], Sequence[Path]], sleep: Callable[[float], None] = time.sleep
) -> Iterator[tuple[tuple[Path, int, int], ...]]:
    """Yield at once, then whenever a file is written, added or removed. Ends only by an interrupt."""
    last = None
    while True:
        now = _stamp(paths())
        if now != last:
            last = now
            yield now
        sleep(_PAUSE)


def _stamp(paths: Sequence[Path]) -> tuple[tuple[Path, int, int], ...]:
    stamps = []
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue  # removed between listing and looking; the next listing lacks it
        stamps.append((path, stat.st_mtime_ns, stat.st_size))
    return tuple(stamps)
