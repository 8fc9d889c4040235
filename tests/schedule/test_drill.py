"""Drills: no repeats, the due and the weak first, loops with principles of their own."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from storybank.model import Grade, Prompt
from storybank.schedule import Drill, DrillPrompt, Latency, Standing, draw, grade_of, latency, mock_loop

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def prompt(number: int, principle: str = "Ownership") -> Prompt:
    return Prompt(f"p{number}", f"Question {number}?", principle)


def standing(due_in_days: float, seconds: float | None = None) -> Standing:
    return Standing("prompt:x", NOW + timedelta(days=due_in_days), NOW - timedelta(days=3), 1, 2.0, 0, seconds)


def shares(*candidates: DrillPrompt) -> list[float]:
    counts = Counter(drawn.prompt.id for seed in range(2000) if (drawn := draw(candidates, NOW, Random(seed))))
    return [counts[one.prompt.id] / 2000 for one in candidates]


def test_every_prompt_once_and_then_none() -> None:
    drill = Drill([DrillPrompt(prompt(n)) for n in range(20)], Random(1), asked={"p3"})
    asked = [drill.next(NOW) for _ in range(len(drill))]
    assert {one.prompt.id for one in asked if one} == {f"p{n}" for n in range(20)} - {"p3"}
    assert drill.next(NOW) is None
    assert draw([], NOW, Random(1)) is None


def test_the_same_chance_draws_the_same() -> None:
    first, second = (Drill([DrillPrompt(prompt(n)) for n in range(20)], Random(7)) for _ in range(2))
    assert [first.next(NOW) for _ in range(20)] == [second.next(NOW) for _ in range(20)]


def test_due_before_new_before_not_due() -> None:
    overdue, due, new, later = shares(
        DrillPrompt(prompt(1), standing(-10)),
        DrillPrompt(prompt(2), standing(-0.1)),
        DrillPrompt(prompt(3)),
        DrillPrompt(prompt(4), standing(5)),
    )
    assert overdue > due > new > later


def test_the_weak_and_the_slow_more_often() -> None:
    weak, strong = shares(DrillPrompt(prompt(1), weakness=1.0), DrillPrompt(prompt(2)))
    assert weak == pytest.approx(0.75, abs=0.05)
    assert strong == pytest.approx(0.25, abs=0.05)
    slow, fast = shares(DrillPrompt(prompt(1), standing(-1, 8.0)), DrillPrompt(prompt(2), standing(-1, 2.0)))
    assert slow == pytest.approx(2 / 3, abs=0.05)
    assert fast == pytest.approx(1 / 3, abs=0.05)


@pytest.mark.parametrize(
    ("seconds", "speed", "grade"),
    [
        (0.4, Latency.FAST, Grade.EASY),
        (2.99, Latency.FAST, Grade.EASY),
        (3.0, Latency.FAIR, Grade.GOOD),
        (7.0, Latency.FAIR, Grade.GOOD),
        (7.01, Latency.SLOW, Grade.HARD),
    ],
)
def test_latency(seconds: float, speed: Latency, grade: Grade) -> None:
    assert latency(seconds) is speed
    assert grade_of(seconds, right=True) is grade
    assert grade_of(seconds, right=False) is Grade.AGAIN
    assert grade_of(None, right=True) is Grade.AGAIN


def test_a_loop_repeats_no_principle_before_all_were_asked_and_no_question_ever() -> None:
    every = [DrillPrompt(prompt(10 * p + q, f"Principle {p}")) for p in range(6) for q in range(3)]
    for seed in range(50):
        loop = mock_loop(every, 4, NOW, Random(seed))
        assert [len(one.prompts) for one in loop] == [2, 2, 2, 2]
        asked = [one.prompt for interviewer in loop for one in interviewer.prompts]
        assert len({p.id for p in asked}) == 8
        assert len({p.principle for p in asked[:6]}) == 6
        assert all(a.prompt.principle != b.prompt.principle for a, b in (i.prompts for i in loop))


def test_a_loop_of_few_prompts_is_short() -> None:
    assert mock_loop([], 3, NOW, Random(1)) == ()
    assert [len(i.prompts) for i in mock_loop([DrillPrompt(prompt(1))], 3, NOW, Random(1))] == [1]
