"""How fast a story came to mind."""

from __future__ import annotations

from enum import StrEnum

from storybank.model import Grade

RETRIEVAL_SECONDS = 10.0
"""Time to name a story for a prompt."""
FAST = 3.0
"""Seconds below which an answer was there at once."""
SLOW = 7.0
"""Seconds above which an interviewer notices the silence."""


class Latency(StrEnum):
    """How fast an answer came."""

    FAST = "fast"
    FAIR = "fair"
    SLOW = "slow"


def latency(seconds: float) -> Latency:
    """Below 3 seconds, 3 to 7, above 7."""
    return Latency.FAST if seconds < FAST else Latency.SLOW if seconds > SLOW else Latency.FAIR


def grade_of(seconds: float | None, *, right: bool) -> Grade:
    """The grade of a retrieval: Again where nothing or the wrong story was named, else by its speed."""
    if seconds is None or not right:
        return Grade.AGAIN
    return {Latency.FAST: Grade.EASY, Latency.FAIR: Grade.GOOD, Latency.SLOW: Grade.HARD}[latency(seconds)]
