"""Which principle a question probes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storybank.match.asked import Asked
from storybank.match.behaviours import Taxonomy
from storybank.match.shelf import Shelf
from storybank.principles import PrincipleSet
from storybank.text.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ALSO = 0.5
"""What a behaviour says for its other principles, against 1 for its own."""
_NEIGHBOURS = 30
_SHARPNESS = 6.0
"""Exponent of a cosine when a known question votes: a near one counts for more than many far ones."""
_TAXONOMY = 0.5
"""Weight of the behaviours' principles against the known questions' votes."""
_CLEARNESS = 1.5
"""Exponent of a behaviour's probability when it votes."""
_SECONDARY = 0.6
_ANGLE = 0.7
"""What a story that carries the principle second, or through an angle, is worth against one that is about it."""


class PrincipleReader:
    """Estimates the principle from the behaviours asked for, and from known questions of each principle."""

    def __init__(
        self,
        principles: PrincipleSet,
        taxonomy: Taxonomy,
        known: Sequence[str],
        vectors: NDArray[np.float32],
    ) -> None:
        """Read with questions whose principles are `known`, embedded as `vectors`."""
        import numpy as np

        self.names = [p.name for p in principles]
        self._principles = principles
        column = {name: i for i, name in enumerate(self.names)}
        self._says = np.zeros((len(taxonomy), len(self.names)), dtype=np.float32)
        for row, behaviour in enumerate(taxonomy):
            for name, weight in ((behaviour.principle, 1.0), *((other, _ALSO) for other in behaviour.also)):
                if name in column:
                    self._says[row, column[name]] = weight
        self._known = np.array([column[name] for name in known], dtype=np.intp)
        self._vectors = vectors
        self._read: tuple[Asked, dict[str, float]] | None = None

    def probabilities(self, asked: Asked) -> dict[str, float]:
        """Principle -> probability, the likeliest first; empty where the question asks for nothing known.

        The last question is remembered: its score, its answer and the reasons of each story ask for the same.
        """
        if self._read is None or self._read[0] is not asked:
            self._read = asked, self._estimate(asked)
        return self._read[1]

    def _estimate(self, asked: Asked) -> dict[str, float]:
        import numpy as np

        by_behaviour = _share((asked.behaviours**_CLEARNESS @ self._says).astype(np.float32))
        by_question = _share(self._votes(asked.vector))
        named = np.array([self._is_named(name, asked) for name in self.names], dtype=np.float32)
        chances = _share(_TAXONOMY * by_behaviour + (1 - _TAXONOMY) * by_question + named)
        order = np.argsort(-chances, kind="stable")
        return {self.names[i]: float(chances[i]) for i in order if chances[i] > 0}

    def _votes(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        import numpy as np

        votes = np.zeros(len(self.names), dtype=np.float32)
        cosines = np.maximum(self._vectors @ vector, 0) if len(self._known) else np.zeros(0, dtype=np.float32)
        near = np.argsort(-cosines, kind="stable")[:_NEIGHBOURS]
        np.add.at(votes, self._known[near], cosines[near] ** _SHARPNESS)
        return votes

    def _is_named(self, name: str, asked: Asked) -> bool:
        return f" {' '.join(words(name))} " in f" {' '.join(words(asked.question.text))} "


class CarriesPrinciple:
    """Signal: the story carries the principle that the question probes."""

    name = "principle"

    def __init__(self, shelf: Shelf, reader: PrincipleReader) -> None:
        """Score the stories on `shelf`."""
        import numpy as np

        self._shelf = shelf
        self._reader = reader
        column = {name: i for i, name in enumerate(reader.names)}
        self._worth = np.zeros((len(shelf.cards), len(column)), dtype=np.float32)
        for row, card in enumerate(shelf.cards):
            carried = dict.fromkeys(card.principles, _SECONDARY) | dict.fromkeys(card.angles, _ANGLE)
            if card.primary:
                carried[card.primary] = 1.0
            for name, worth in carried.items():
                self._worth[row, column[name]] = worth

    def scores(self, asked: Asked) -> NDArray[np.float32]:
        """The chance that the question probes a principle the story carries, its primary one counting most."""
        import numpy as np

        chances = self._reader.probabilities(asked)
        row = np.array([chances.get(name, 0.0) for name in self._reader.names], dtype=np.float32)
        scores: NDArray[np.float32] = self._worth @ row
        return scores

    def why(self, asked: Asked, story: int) -> list[str]:
        """The likeliest principle that the story carries."""
        card = self._shelf.cards[story]
        likely = [(n, p) for n, p in self._reader.probabilities(asked).items() if n in card.all_principles]
        if not likely:
            return []
        name, chance = likely[0]
        role = "its primary principle" if name == card.primary else "one of its principles"
        return [f"the question probes {name} ({chance:.0%}), {role}"]


def _share(votes: NDArray[np.float32]) -> NDArray[np.float32]:
    total = float(votes.sum())
    return votes / total if total > 0 else votes
