"""How long each section of a story may take, and the clock of one telling."""

from storybank.pace.budgets import Budget, Pace, choose, parse_pace, shipped_paces
from storybank.pace.take import State, Take

__all__ = ["Budget", "Pace", "State", "Take", "choose", "parse_pace", "shipped_paces"]
