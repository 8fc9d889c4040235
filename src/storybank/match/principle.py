"""Which principle a question probes, and the stories that carry it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storybank.match.question import Question
from storybank.match.signal import Evidence
from storybank.match.tfidf import TfIdf
from storybank.model import Card
from storybank.principles import PrincipleSet
from storybank.text.words import strip_template

_NEIGHBOURS = 10
_SHARPNESS = 2.0
"""Exponent of a cosine when it votes: a near question counts for more than many far ones."""
_SECONDARY = 0.6
_ANGLE = 0.7
"""What a story that carries the principle second, or through an angle, is worth against one that is about it."""


class PrincipleGuess:
    """Estimates the principle of a question from known questions of each principle."""

    def __init__(self, principles: PrincipleSet, known: Sequence[tuple[str, str]]) -> None:
        """Index `known`: pairs of a question's text and the name of its principle."""
        self._principles = principles
        texts = [(p.meaning, p.name) for p in principles] + [(p.name, p.name) for p in principles]
        texts += [(strip_template(text), name) for text, name in known]
        self._names = [name for _, name in texts]
        self._space = TfIdf([text for text, _ in texts])

    def probabilities(self, question: Question) -> dict[str, float]:
        """Principle -> probability, the likeliest first; empty where nothing known is like the question."""
        similarities = self._space.similarities(question.asked)
        near = sorted(range(len(self._names)), key=lambda i: -float(similarities[i]))[:_NEIGHBOURS]
        votes: dict[str, float] = defaultdict(float)
        for i in near:
            votes[self._names[i]] += float(similarities[i]) ** _SHARPNESS
        for principle in self._principles:
            if f" {principle.name.casefold()} " in f" {question.text.casefold()} ":
                votes[principle.name] += 1.0  # the question names it
        total = sum(votes.values())
        ranked = sorted(votes.items(), key=lambda item: -item[1])
        return {name: vote / total for name, vote in ranked if vote > 0} if total > 0 else {}


class CarriesPrinciple:
    """Signal: the story carries the principle that the question probes."""

    name = "principle"

    def __init__(self, cards: Sequence[Card], guess: PrincipleGuess) -> None:
        """Score `cards` with the principles of `guess`."""
        self._cards = cards
        self._guess = guess

    def score(self, question: Question) -> Mapping[str, Evidence]:
        """The probability of the story's principles, its primary one counting most."""
        chances = self._guess.probabilities(question)
        found = {}
        for card in self._cards:
            worth = {name: 1.0 if name == card.primary else _SECONDARY for name in card.principles}
            worth |= dict.fromkeys(card.angles, _ANGLE)
            best = max(worth, key=lambda name: worth[name] * chances.get(name, 0.0), default=None)
            if best and chances.get(best):
                role = "its primary principle" if best == card.primary else "one of its principles"
                why = f"the question probes {best} ({chances[best]:.0%}), {role}"
                found[card.id] = Evidence(min(1.0, sum(worth[n] * chances.get(n, 0.0) for n in worth)), why)
        return found
