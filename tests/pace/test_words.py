"""Times against a plan, in words."""

from __future__ import annotations

import pytest

from storybank.pace.words import countdown, left_or_over, off_plan


@pytest.mark.parametrize(
    ("left", "shown", "said"),
    [
        (32.0, "0:32", "0:32 left"),
        (31.1, "0:32", "0:32 left"),
        (0.1, "0:01", "0:01 left"),
        (0.0, "0:00", "0:00 left"),
        (-0.9, "0:00", "0:00 left"),
        (-1.0, "+0:01", "0:01 over"),
        (-72.9, "+1:12", "1:12 over"),
    ],
)
def test_a_countdown_ends_at_zero_and_goes_on_beyond(left: float, shown: str, said: str) -> None:
    assert countdown(left) == shown
    assert left_or_over(left) == said


@pytest.mark.parametrize(
    ("off", "said"), [(0.9, "on time"), (-0.9, "on time"), (1.0, "0:01 over"), (-12.4, "0:12 under")]
)
def test_what_is_over_is_judged(off: float, said: str) -> None:
    assert off_plan(off) == said
