"""The metrics grammar: figures in English prose, with value, unit, kind, direction and place."""

from __future__ import annotations

from storybank.metrics.grammar import changes, figures, percent_change
from storybank.metrics.model import Change, Direction, Figure, Kind

__all__ = ["Change", "Direction", "Figure", "Kind", "changes", "figures", "percent_change"]
