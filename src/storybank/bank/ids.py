"""Ids for new stories."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from storybank.principles import Principle


def free_id(taken: Iterable[str], principle: Principle | None) -> str:
    """The first id of a principle that is not `taken`, such as 'CO-11'; 'S-1' and so on without a principle."""
    used = {name.casefold() for name in taken}
    prefix = principle.code if principle else "S"
    return next(name for n in count(1) if (name := f"{prefix}-{n}").casefold() not in used)
