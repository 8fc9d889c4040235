"""Times as people read them: local, and minutes with seconds."""

from __future__ import annotations

from datetime import datetime


def local_time(at: datetime) -> str:
    """'2026-11-02 09:30', in the system's time zone."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def local_day(at: datetime) -> str:
    """'2026-11-02', in the system's time zone."""
    return f"{at.astimezone():%Y-%m-%d}"


def minutes(seconds: float) -> str:
    """'1:05'; whole seconds, halves rounded up."""
    whole = int(abs(seconds) + 0.5)
    return f"{'-' if seconds < 0 and whole else ''}{whole // 60}:{whole % 60:02d}"
