"""A progress bar on standard error for work that takes over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds of silence before the bar appears."""


def progress(items: Sequence[T], label: str) -> Iterable[T]:
    """Go through `items`; on a terminal a bar appears once `PATIENCE` has run out."""
    return _with_bar(items, label) if sys.stderr.isatty() else items


def _with_bar(items: Sequence[T], label: str) -> Iterator[T]:
    begin = time.monotonic()
    for done, item in enumerate(items):
        if time.monotonic() - begin > PATIENCE:
            yield from _bar(items, label, done)
            return
        yield item


def _bar(items: Sequence[T], label: str, done: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import track

    rest = track(items[done:], label, total=len(items), completed=done, console=Console(stderr=True), transient=True)
    yield from rest
