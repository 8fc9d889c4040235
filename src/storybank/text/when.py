"""Times as people read them: local, and minutes with seconds."""

from __future__ import annotations

from datetime import datetime, tzinfo

_SOON_DAYS = 14
"""Days that people count; beyond, a date says more."""


def local_time(at: datetime, zone: tzinfo | None = None) -> str:
    """'2026-11-02 09:30' in a time zone (None: the system's)."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def local_day(at: datetime, zone: tzinfo | None = None) -> str:
    """'2026-11-02' in a time zone (None: the system's)."""
    return f"{at.astimezone(zone):%Y-%m-%d}"


def minutes(seconds: float) -> str:
    """'1:05'; whole seconds, halves rounded up."""
    whole = int(abs(seconds) + 0.5)
    return f"{'-' if seconds < 0 and whole else ''}{whole // 60}:{whole % 60:02d}"


def days_between(then: datetime, now: datetime, zone: tzinfo | None = None) -> int:
    """Calendar days from `now` to `then` in a time zone (None: the system's); negative where `then` is past."""
    return (then.astimezone(zone).date() - now.astimezone(zone).date()).days


def due_words(due: datetime | None, now: datetime, zone: tzinfo | None = None) -> str:
    """'new', '3 d late', 'today', 'in 2 d', and far away the date: '12-24', '2027-01-31'."""
    if due is None:
        return "new"
    days = days_between(due, now, zone)
    if days < 0:
        return f"{-days} d late"
    return "today" if days == 0 else f"in {days} d" if days <= _SOON_DAYS else _short_day(due, now, zone)


def ago_words(last: datetime | None, now: datetime, zone: tzinfo | None = None) -> str:
    """'never', 'today', '3 d ago', and long past the date."""
    if last is None:
        return "never"
    days = -days_between(last, now, zone)
    return "today" if days <= 0 else f"{days} d ago" if days <= _SOON_DAYS else _short_day(last, now, zone)


def _short_day(at: datetime, now: datetime, zone: tzinfo | None) -> str:
    there, here = at.astimezone(zone), now.astimezone(zone)
    return f"{there:%m-%d}" if there.year == here.year else f"{there:%Y-%m-%d}"
