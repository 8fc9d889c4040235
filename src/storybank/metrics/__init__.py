"""The metrics grammar: figures in English prose, with value, unit, kind, direction and place."""

from __future__ import annotations

from storybank.metrics.model import Change, Direction, Figure, Kind


def figures(text: str) -> list[Figure]:
    """The figures of `text` in order, without overlap."""
    return []


def changes(text: str) -> list[Change]:
    """The stated changes of `text` that give both of their numbers."""
    return []


__all__ = ["Change", "Direction", "Figure", "Kind", "changes", "figures"]
