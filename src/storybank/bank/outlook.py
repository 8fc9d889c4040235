"""What a drill would find to do: how far the questions of each principle are practised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storybank.bank.practice import Practice
from storybank.model import Mode, Prompt, Review, prompt_card
from storybank.schedule import DrillPrompt, Latency, latency


@dataclass(frozen=True, slots=True)
class Outlook:
    """Questions, of one principle or of all."""

    name: str
    """Of the principle; '' for all."""
    questions: int
    asked: int
    """How many were asked at least once."""
    due: int
    """How many are due again."""
    slow: int
    """How many were answered slowly when they were asked last."""
    weakness: float
    """0 to 1: how little the bank has for it."""


def outlook(practice: Practice, mode: Mode) -> tuple[Outlook, tuple[Outlook, ...]]:
    """All questions, and those of each principle in its order."""
    candidates = practice.candidates(mode=mode)
    weak = practice.weakness()
    of = {name: [one for one in candidates if one.prompt.principle == name] for name in weak}
    each = tuple(_outlook(practice, name, found, weak[name]) for name, found in of.items())
    return _outlook(practice, "", candidates, max(weak.values(), default=0.0)), each


def _outlook(practice: Practice, name: str, candidates: Sequence[DrillPrompt], weakness: float) -> Outlook:
    asked = [one.standing for one in candidates if one.standing]
    return Outlook(
        name,
        questions=len(candidates),
        asked=len(asked),
        due=sum(standing.is_due(practice.now()) for standing in asked),
        slow=sum(s.latency is not None and latency(s.latency) is Latency.SLOW for s in asked),
        weakness=weakness,
    )


def lately(practice: Practice, limit: int) -> list[tuple[Prompt, Review]]:
    """The questions that were graded last, the latest first."""
    prompts = {
        prompt_card(prompt.id, mode): prompt for prompt in practice.prompts for mode in (Mode.RETRIEVE, Mode.GUESS)
    }
    drills = [review for review in practice.history.reviews() if review.card in prompts]
    return [(prompts[review.card], review) for review in sorted(drills, key=lambda r: r.at, reverse=True)[:limit]]
