"""Days as people count them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from storybank.text.front import without_front_matter
from storybank.text.when import ago_words, due_words

NOW = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "due", "ago"),
    [(-3, "3 d late", "3 d ago"), (0, "today", "today"), (2, "in 2 d", "today"), (-200, "200 d late", "04-16")],
)
def test_days(days: int, due: str, ago: str) -> None:
    at = NOW + timedelta(days=days)
    assert (due_words(at, NOW, UTC), ago_words(at, NOW, UTC)) == (due, ago)


def test_far_days_are_dates_and_none_has_a_word() -> None:
    assert due_words(NOW + timedelta(days=90), NOW, UTC) == "2027-01-31"
    assert (due_words(None, NOW), ago_words(None, NOW)) == ("new", "never")


def test_a_day_begins_at_the_persons_midnight() -> None:
    assert due_words(NOW + timedelta(hours=1), NOW, UTC) == "in 1 d"
    assert due_words(NOW + timedelta(hours=1), NOW, timezone(timedelta(hours=2))) == "today"


@pytest.mark.parametrize("front", ["", "---\nid: A\n---\n", "---\n---\n\n", "---\nid: A\n---   \n\n\n"])
def test_the_body_is_below_the_front_matter(front: str) -> None:
    assert without_front_matter(front + "## Situation\n\n---\n\nx\n---\n") == "## Situation\n\n---\n\nx\n---\n"
