"""Signal: the question is like one that the story's author says it answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storybank.match.asked import Asked
from storybank.model import Question

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TELLING = 0.6
"""Cosine from which two questions are said to be alike."""


class KnownQuestions:
    """Compares with the questions of each story."""

    name = "known questions"

    def __init__(self, count: int, known: Sequence[tuple[int, Question]], vectors: NDArray[np.float32]) -> None:
        """Compare with `known` (row of the story, question), embedded as `vectors`; there are `count` stories."""
        import numpy as np

        self._count = count
        self._known = known
        self._vectors = vectors
        self._rows = np.array([row for row, _ in known], dtype=np.intp)

    def scores(self, asked: Asked) -> NDArray[np.float32]:
        """The best cosine with any question of the story, 0 where it has none."""
        import numpy as np

        scores = np.zeros(self._count, dtype=np.float32)
        if self._known:
            np.maximum.at(scores, self._rows, self._vectors @ asked.vector)
        return scores

    def why(self, asked: Asked, story: int) -> list[str]:
        """The question that is most alike."""
        mine = [(float(self._vectors[i] @ asked.vector), q) for i, (row, q) in enumerate(self._known) if row == story]
        cosine, question = max(mine, key=lambda pair: pair[0], default=(0.0, None))
        return [f"answers '{question.text}' (line {question.line})"] if question and cosine >= _TELLING else []
