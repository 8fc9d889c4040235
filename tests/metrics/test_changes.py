"""Changes that give both of their numbers, and what they come to."""

from __future__ import annotations

import math

import pytest

from storybank.metrics import changes, percent_change


@pytest.mark.parametrize(
    ("text", "before", "after", "percent"),
    [
        ("Abandonment went from 73% to 61%.", 73, 61, -16.44),
        ("We cut the import from 4 hours to 12 minutes.", 4, 12, -95.0),
        ("The build took 4 hours to begin with, 12 minutes now.", None, None, None),
        ("Restores went from 9 minutes to 4.", 9, 4, -55.56),
        ("Revenue grew from $1.2 to $1.8 million.", 1.2e6, 1.8e6, 50.0),
        ("Satisfaction: 3.2 → 4.1", 3.2, 4.1, 28.1),
        ("97% had finished the course, up from 60%.", 60, 97, 61.67),
        ("It costs 14 cents a call, down from 31.", 0.31, 0.14, -54.84),
        ("We raised the fare from 40p to £3.20.", 0.4, 3.2, 700.0),
        ("Pages fell from 3/week to 1/month.", 3, 1, -92.3),
        ("Deadlocks dropped from 23 per day to 0.", 23, 0, -100.0),
        ("Sign-ups went from 0 to 40 a week.", 0, 40, math.inf),
        ("The fine was anything from $5 to $20.", None, None, None),
        ("Our p99 went from 900 ms down to 120 ms.", 900, 120, -86.67),
        ("We moved 3 services to 2 clusters.", None, None, None),
        ("- 94.2% to 99.97%", 94.2, 99.97, 6.1),
        ("Returns went from 1 in 8 to 1 in 40.", 1, 1, -80.0),
    ],
)
def test_a_change_is_recomputed(text: str, before: float | None, after: float | None, percent: float | None) -> None:
    found = changes(text)
    if before is None:
        assert found == []
        return
    [change] = found
    assert change.before.value == pytest.approx(before)
    assert change.after.value == pytest.approx(after)
    assert change.percent == pytest.approx(percent, abs=0.1)
    assert percent_change(change.before, change.after) == change.percent


def test_two_changes_in_one_sentence_stay_apart() -> None:
    first, second = changes("Falls went from 9 to 11 a month, discharges from 61 to 70%.")
    assert (first.before.value, first.after.value) == (9, 11)
    assert (second.before.unit, second.after.unit) == ("%", "%")
