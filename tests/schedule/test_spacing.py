"""Spacing: py-fsrs's own dates out of the review log, and never after the interview."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from random import Random

from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from storybank.model import Grade, Review
from storybank.schedule import clamp, standings
from storybank.schedule.spacing import LONGEST_DAYS

START = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
histories = st.lists(st.tuples(st.sampled_from(list(Grade)), st.integers(0, 60 * 24 * 40)), min_size=1, max_size=15)


def log(history: list[tuple[Grade, int]], card: str = "story:CO-1") -> list[Review]:
    reviews, at = [], START
    for number, (grade, minutes) in enumerate(history):
        at += timedelta(minutes=minutes)
        reviews.append(Review(card, at, grade, id=number))
    return reviews


@given(histories, st.integers())
def test_the_dates_of_py_fsrs(history: list[tuple[Grade, int]], seed: int) -> None:
    reviews = log(history)
    rules = Scheduler(desired_retention=0.95, learning_steps=(), maximum_interval=LONGEST_DAYS, enable_fuzzing=False)
    card = Card(card_id=1)
    for review in reviews:
        card, _ = rules.review_card(card, Rating(int(review.grade)), review.at)
    shuffled = [*reviews, *log(history, "story:CO-2")]
    Random(seed).shuffle(shuffled)
    found = standings(shuffled)
    assert found["story:CO-1"].due == found["story:CO-2"].due == card.due
    assert found["story:CO-1"].reviews == len(history)
    assert card.due - reviews[-1].at <= timedelta(days=LONGEST_DAYS)


@given(histories, st.integers(0, 100))
def test_nothing_is_due_on_the_day_of_the_interview_or_later(history: list[tuple[Grade, int]], days: int) -> None:
    interview = (START + timedelta(days=days)).date()
    reviews = log(history)
    standing = standings(reviews, interview)["story:CO-1"]
    if reviews[-1].at.date() < interview:
        assert reviews[-1].at <= standing.due
        assert standing.due.date() < interview


def test_clamped_to_the_eve_and_then_to_its_end_in_the_zone_of_the_person() -> None:
    far = START + timedelta(days=50)
    tokyo = timezone(timedelta(hours=9))
    day = date(2026, 11, 20)
    assert clamp(far, START, None) == far
    assert clamp(START, START, day) == START
    assert clamp(far, START, day) == datetime(2026, 11, 19, tzinfo=UTC)
    assert clamp(far, START, day, tokyo) == datetime(2026, 11, 18, 15, tzinfo=UTC)
    on_the_eve = datetime(2026, 11, 19, 8, tzinfo=UTC)
    assert clamp(far, on_the_eve, day) == datetime(2026, 11, 19, 23, 59, 59, tzinfo=UTC)
    on_the_day = datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert clamp(far, on_the_day, day) == far
