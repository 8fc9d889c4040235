"""A history to draw: some weeks of practice, through the same doors as the app."""

from __future__ import annotations

from storybank.bank.practice import Practice
from storybank.model import Grade, Mode
from tests.tui.conftest import FakeTime

DAY = 86_400.0
_DAYS = (27, 25, 24, 20, 19, 18, 14, 13, 10, 8, 7, 5, 3, 2, 1, 0)
_LATENCIES = (9.2, 8.0, 6.4, 7.5, 5.1, 4.4, 6.0, 3.8, 2.9, 4.1, 2.5, 2.2, 3.0, 1.9)


def seed(practice: Practice, time: FakeTime) -> None:
    """Tell two stories a day or so up to now, name stories for prompts, and tell two in interviews."""
    now = time.passed
    stories = [one.card.id for one in practice.stories()][:9]
    for place, back in enumerate(_DAYS):
        time.passed = now - back * DAY
        for n in range(1 + place % 3):
            _tell(practice, time, stories[(place + n) % len(stories)], 1.35 - 0.02 * place, max(0, 6 - place // 2))
        if place < len(_LATENCIES):
            practice.grade_prompt(f"q{place}", Grade.GOOD, Mode.RETRIEVE, seconds=_LATENCIES[place])
    time.passed = now - 4 * DAY
    practice.log_use(stories[0], "Amazon", round_="2", result="went well")
    practice.log_use(stories[1], "Stripe", round_="phone", result="[no answer yet]")
    time.passed = now


def _tell(practice: Practice, time: FakeTime, story: str, slowness: float, fillers: int) -> None:
    rehearsal = practice.begin(story, practice.pace(minutes=2))
    rehearsal.start()
    for place, budget in enumerate(rehearsal.pace.budgets):
        time.sleep(budget.seconds * (slowness if place == 0 else 0.95 if place < 3 else 0.8))
        if place == 0:
            for _ in range(fillers):
                rehearsal.filler()
        rehearsal.next()
    practice.grade_take(rehearsal.record, (Grade.HARD, Grade.GOOD, Grade.GOOD, Grade.EASY)[fillers % 4])
