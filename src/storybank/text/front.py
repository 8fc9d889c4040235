"""Where the front matter of a markdown text ends, found without parsing it."""

from __future__ import annotations

import re

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?:.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)


def without_front_matter(text: str) -> str:
    """The text below the front matter; all of it where there is none."""
    return _FRONT.sub("", text, count=1).lstrip("\n")
