"""Short texts of prompt files as content."""

from __future__ import annotations

import re

from textual.content import Content

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def inline(text: str) -> Content:
    """`text` with its **bold** words bold; brackets and all else stay as they are."""
    parts = _BOLD.split(text)
    return Content.assemble(*((part, "bold" if place % 2 else "") for place, part in enumerate(parts)))
