"""When to practise what again: spacing by FSRS, and what a drill asks next."""

from storybank.schedule.drill import Drill, DrillPrompt, draw
from storybank.schedule.latency import RETRIEVAL_SECONDS, Latency, grade_of, latency
from storybank.schedule.loop import Interviewer, mock_loop
from storybank.schedule.spacing import Standing, clamp, standings

__all__ = [
    "RETRIEVAL_SECONDS",
    "Drill",
    "DrillPrompt",
    "Interviewer",
    "Latency",
    "Standing",
    "clamp",
    "draw",
    "grade_of",
    "latency",
    "mock_loop",
    "standings",
]
