"""Times against a plan, as people read them."""

from __future__ import annotations

from math import ceil

from storybank.text.when import minutes

ON_TIME = 1.0
"""Seconds off the plan that nobody notices."""


def countdown(left: float) -> str:
    """'0:45' while there is time, so that '0:00' is the very end; '+0:12' beyond it."""
    return f"+{minutes(int(-left))}" if left <= -1 else minutes(max(0, ceil(left)))


def left_or_over(left: float) -> str:
    """'0:45 left' or '0:12 over', in step with `countdown`."""
    return f"{minutes(int(-left))} over" if left <= -1 else f"{minutes(max(0, ceil(left)))} left"


def off_plan(seconds: float) -> str:
    """'on time', '0:12 over' or '0:05 under', for what is over."""
    if abs(seconds) < ON_TIME:
        return "on time"
    return f"{minutes(seconds)} over" if seconds > 0 else f"{minutes(-seconds)} under"
