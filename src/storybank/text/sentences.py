"""Sentences with their lines."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])")
_MARKER = re.compile(r"^\s*(?:[-*+>]|\d+[.)])\s+")


def sentences(text: str) -> list[tuple[int, str]]:
    """(0-based line within `text`, sentence) in order; list markers are left out, lines without a word too."""
    found = []
    for number, line in enumerate(text.split("\n")):
        for sentence in _END.split(_MARKER.sub("", line)):
            if any(c.isalnum() for c in sentence):
                found.append((number, sentence.strip()))
    return found
