"""The best stories for a prompt, why, and an honest 'nothing fits'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from storybank.bank.bank import Bank, Narrate
from storybank.bank.sync import Progress, no_progress
from storybank.bank.vectors import make_encoder, vectors
from storybank.match import Ranked, Signal, fuse, read_question
from storybank.match.dense import NearInMeaning
from storybank.match.fulltext import SharedWords
from storybank.match.known import KnownQuestions
from storybank.match.principle import CarriesPrinciple, PrincipleGuess
from storybank.model import Card, StoryText

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WEIGHTS = {KnownQuestions.name: 0.4, CarriesPrinciple.name: 0.35, SharedWords.name: 0.25, NearInMeaning.name: 0.6}
_FITS = 0.3
"""Confidence from which the best story is said to fit."""


@dataclass(frozen=True, slots=True)
class Match:
    """A story for a prompt."""

    card: Card
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bank has for a prompt."""

    question: str
    confidence: float
    """0 to 1: how sure the matcher is that the best story answers the question."""
    principles: Mapping[str, float]
    """Principle -> probability, the likeliest first."""
    matches: tuple[Match, ...]
    """The best stories, best first; given also where none fits."""

    @property
    def fits(self) -> bool:
        """Whether the best story answers the question."""
        return self.confidence >= _FITS and bool(self.matches)


class Matcher:
    """Matches prompts against one state of a bank; build it once for many prompts."""

    def __init__(
        self,
        bank: Bank,
        narrate: Narrate = lambda _: None,
        progress: Progress[Sequence[tuple[str, str]]] = no_progress,
    ) -> None:
        """Match against `bank`; `narrate` and `progress` hear of a model that is loaded and of texts embedded."""
        self._bank = bank
        self._narrate = narrate
        self._progress = progress
        self._cards = {card.id: card for card in bank.cards}

    def match(self, prompt: str, top: int = 3) -> Answer:
        """The `top` best stories for a prompt."""
        question = read_question(prompt)
        if question.is_empty:
            return Answer(question.text, 0.0, {}, ())
        found = {signal.name: signal.score(question) for signal in self._signals}
        ranked = fuse(list(self._cards), found, _WEIGHTS)
        matches = tuple(
            Match(self._cards[r.id], r.score, r.why or ("no evidence speaks for it",)) for r in ranked[:top]
        )
        return Answer(question.text, _confidence(ranked), self._guess.probabilities(question), matches)

    @cached_property
    def _guess(self) -> PrincipleGuess:
        known = [(prompt.text, prompt.principle) for prompt in self._bank.store.prompts(self._bank.root)]
        for story in self._texts:
            primary = self._cards[story.id].primary
            known += [(q.text, name) for q in story.questions if (name := q.principle or primary)]
        return PrincipleGuess(self._bank.principles, known)

    @cached_property
    def _texts(self) -> list[StoryText]:
        return self._bank.store.texts()

    @cached_property
    def _signals(self) -> tuple[Signal, ...]:
        signals: tuple[Signal, ...] = (
            KnownQuestions(self._texts),
            CarriesPrinciple(self._bank.cards, self._guess),
            SharedWords(self._bank.store.word_scores, self._texts),
        )
        encoder = make_encoder(self._bank.config.match, self._narrate)
        if encoder is None:
            return signals

        def remembering(texts: Sequence[str]) -> NDArray[np.float32]:
            return vectors(self._bank.store, encoder, texts, self._progress)

        return (*signals, NearInMeaning(self._texts, encoder.encode, remembering))


def _confidence(ranked: list[Ranked]) -> float:
    """The strongest absolute evidence for the best story: a known question like this one, or its words."""
    if not ranked:
        return 0.0
    best = ranked[0].evidence
    known = best[KnownQuestions.name].score if KnownQuestions.name in best else 0.0
    shared = best[SharedWords.name].score if SharedWords.name in best else 0.0
    return min(1.0, 0.2 * ranked[0].score + 0.6 * known + 0.4 * shared)
