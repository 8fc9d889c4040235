"""What shell completion needs, without the database and its imports."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from storybank.bank.locate import locate
from storybank.errors import StorybankError

_FIELD = re.compile(rb"^(id|title):\s*(.+?)\s*$", re.MULTILINE)
_HEAD_BYTES = 600
"""Id and title stand at the top of a canonical file."""


def story_ids(bank_dir: Path | None) -> list[tuple[str, str]]:
    """Id and title of every story, by file name; empty where there is no bank."""
    try:
        root = locate(bank_dir, Path.cwd(), os.environ).root
    except (StorybankError, OSError):
        return []
    return [pair for path in sorted((root / "stories").rglob("*.md")) for pair in _id_and_title(path)]


def _id_and_title(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:
        return
    fields = {key: value.decode("utf-8", "replace").strip("'\"") for key, value in _FIELD.findall(head)}
    if b"id" in fields:
        yield fields[b"id"], fields.get(b"title", "")
