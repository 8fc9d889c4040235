"""How long each section of a story or phase of an exercise may take, and the clocks of both."""

from storybank.pace.budgets import Budget, Pace, choose, parse_pace, shipped_paces
from storybank.pace.laps import Laps, State
from storybank.pace.phases import Phase, phases, points
from storybank.pace.take import Take

__all__ = [
    "Budget",
    "Laps",
    "Pace",
    "Phase",
    "State",
    "Take",
    "choose",
    "parse_pace",
    "phases",
    "points",
    "shipped_paces",
]
