"""Ids in the order in which people count."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"(\d+)")


def natural(identifier: str) -> tuple[object, ...]:
    """A sort key that puts CO-2 before CO-10."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _DIGITS.split(identifier))
