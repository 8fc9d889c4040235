"""How the stories cover the principles, and what the bank lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storybank.bank.bank import Bank
from storybank.match.behaviours import Behaviour, load_taxonomy
from storybank.match.tfidf import TfIdf
from storybank.model import Card, StoryText

STORIES_A_PRINCIPLE = 2
"""Stories wanted for each principle, secondary ones counted (Amazon loops ask two a principle)."""
FAILURES = 2
"""Stories of failure wanted in the bank: interviewers ask for them, and follow up with another."""
_FAILURE_TAGS = frozenset({"failure", "failed", "mistake"})
_FAILURE_BEHAVIOURS = frozenset(
    {"mistake", "wrong_decision", "missed_goal", "failed_project", "failed_innovation", "too_slow", "team_accountable"}
)
_CENTRAL = 2
"""Grade from which a behaviour is part of the story's point."""
_NEAR_DUPLICATE = 0.6
"""Cosine of two stories' words from which they are probably one story told twice."""


@dataclass(frozen=True, slots=True)
class PrincipleCoverage:
    """The stories of one principle."""

    name: str
    code: str
    primary: tuple[str, ...]
    """Ids of the stories that are about it."""
    secondary: tuple[str, ...]
    """Ids of the stories that carry it too, angles included."""

    @property
    def stories(self) -> tuple[str, ...]:
        """Ids of all its stories, those that are about it first."""
        return self.primary + self.secondary

    @property
    def lacks(self) -> int:
        """How many more stories it wants."""
        return max(0, STORIES_A_PRINCIPLE - len(self.stories))

    @property
    def is_gap(self) -> bool:
        """Whether there are too few stories for it."""
        return self.lacks > 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole picture."""

    principles: tuple[PrincipleCoverage, ...]
    failures: tuple[str, ...]
    """Ids of the stories of failure."""
    duplicates: tuple[tuple[str, str, float], ...]
    """Pairs of ids with nearly the same words, and their cosine."""
    untagged: tuple[str, ...]
    """Ids of the stories whose behaviours only the model knows."""
    lacking: tuple[Behaviour, ...]
    """Behaviours that no tagged story shows well; empty where no story is tagged."""

    @property
    def gaps(self) -> tuple[PrincipleCoverage, ...]:
        """The principles with too few stories."""
        return tuple(p for p in self.principles if p.is_gap)

    @property
    def lacks_failures(self) -> bool:
        """Whether there are too few stories of failure."""
        return len(self.failures) < FAILURES


def coverage(bank: Bank, *, compare: bool = True) -> Coverage:
    """Hold the bank's stories against the principles; without `compare` near duplicates are not looked for."""
    cards = bank.cards
    return Coverage(
        principles=tuple(
            PrincipleCoverage(
                p.name,
                p.code,
                primary=tuple(card.id for card in cards if card.primary == p.name),
                secondary=tuple(c.id for c in cards if p.name in c.all_principles and c.primary != p.name),
            )
            for p in bank.principles
        ),
        failures=tuple(card.id for card in cards if is_failure(card)),
        duplicates=tuple(near_duplicates(bank.store.texts())) if compare else (),
        untagged=tuple(card.id for card in cards if not card.behaviours),
        lacking=tuple(_lacking(cards)),
    )


def _lacking(cards: Sequence[Card]) -> list[Behaviour]:
    shown = {name for card in cards for name, grade in card.behaviours.items() if grade >= _CENTRAL}
    return [behaviour for behaviour in load_taxonomy() if behaviour.key not in shown] if shown else []


def is_failure(card: Card) -> bool:
    """Whether a story tells of something that went wrong: by its tags, or by its graded behaviours."""
    central = {name for name, grade in card.behaviours.items() if grade >= _CENTRAL}
    return bool(_FAILURE_TAGS.intersection(card.tags) or central & _FAILURE_BEHAVIOURS)


def near_duplicates(texts: Sequence[StoryText]) -> list[tuple[str, str, float]]:
    """Pairs of stories with nearly the same words, the likest first."""
    import numpy as np

    matrix = TfIdf([" ".join(section.text for section in story.sections) for story in texts]).matrix
    cosines = np.triu(matrix @ matrix.T, k=1)
    pairs = [(texts[a].id, texts[b].id, float(cosines[a, b])) for a, b in np.argwhere(cosines >= _NEAR_DUPLICATE)]
    return sorted(pairs, key=lambda pair: -pair[2])


def grid(result: Coverage) -> Mapping[str, Mapping[str, str]]:
    """Story id -> principle code -> 'P' (primary) or 's' (secondary)."""
    cells: dict[str, dict[str, str]] = {}
    for principle in result.principles:
        for story in principle.primary:
            cells.setdefault(story, {})[principle.code] = "P"
        for story in principle.secondary:
            cells.setdefault(story, {})[principle.code] = "s"
    return cells
