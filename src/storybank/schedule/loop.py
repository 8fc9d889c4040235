"""A mock loop: several interviewers, each with principles of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from storybank.schedule.drill import DrillPrompt, draw

PRINCIPLES_EACH = 2
"""Principles that one interviewer asks for (Amazon's loops)."""


@dataclass(frozen=True, slots=True)
class Interviewer:
    """One interviewer of a loop."""

    number: int
    """From 1."""
    prompts: tuple[DrillPrompt, ...]
    """One question for each of the interviewer's principles."""


def mock_loop(
    candidates: Sequence[DrillPrompt], interviewers: int, now: datetime, random: Random
) -> tuple[Interviewer, ...]:
    """Interviewers with two questions each, of principles that nobody before asked as long as there are any left."""
    left = list(candidates)
    loop = []
    fresh: set[str] = set()
    for number in range(1, interviewers + 1):
        chosen: list[DrillPrompt] = []
        for _ in range(PRINCIPLES_EACH):
            mine = {one.prompt.principle for one in chosen}
            fresh = fresh or {one.prompt.principle for one in left}
            wanted = [one for one in left if one.prompt.principle in fresh - mine]
            one = draw(wanted or [x for x in left if x.prompt.principle not in mine], now, random)
            if one is not None:
                chosen.append(one)
                left.remove(one)
                fresh.discard(one.prompt.principle)
        if chosen:
            loop.append(Interviewer(number, tuple(chosen)))
    return tuple(loop)
