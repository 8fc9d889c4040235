"""Signal: the question and the story are near each other for an embedding model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storybank.match.asked import Asked
from storybank.match.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

_TELLING = 0.3
"""Below this cosine two texts share little for MiniLM-sized models."""


class NearStory:
    """The cosine of the question with the whole story, by the matcher's own model."""

    name = "whole story"

    def __init__(self, shelf: Shelf) -> None:
        """Compare with the stories on `shelf`."""
        self._vectors = shelf.vectors

    def scores(self, asked: Asked) -> NDArray[np.float32]:
        """The cosine with each story, 0 where it is negative."""
        return (self._vectors @ asked.vector).clip(0, 1)

    def why(self, asked: Asked, story: int) -> list[str]:
        """Nothing: a cosine is no reason to a person."""
        return []


class NearInMeaning:
    """The best cosine of the question with any passage of a story, by a model of the user's choice."""

    name = "meaning"

    def __init__(
        self,
        count: int,
        places: Sequence[tuple[int, str]],
        vectors: NDArray[np.float32],
        encode: Callable[[Sequence[str]], NDArray[np.float32]],
    ) -> None:
        """Compare with passages at `places` (row of the story, words for the place), embedded as `vectors`."""
        import numpy as np

        self._count = count
        self._places = places
        self._vectors = vectors
        self._encode = encode
        self._rows = np.array([row for row, _ in places], dtype=np.intp)

    def scores(self, asked: Asked) -> NDArray[np.float32]:
        """The best cosine of each story."""
        import numpy as np

        scores = np.zeros(self._count, dtype=np.float32)
        if len(self._rows):
            np.maximum.at(scores, self._rows, self._cosines(asked))
        return scores

    def why(self, asked: Asked, story: int) -> list[str]:
        """The nearest passage."""
        cosines = self._cosines(asked)
        mine = [(float(cosines[i]), place) for i, (row, place) in enumerate(self._places) if row == story]
        cosine, place = max(mine, default=(0.0, ""))
        return [f"near in meaning: {place} ({cosine:.2f})"] if cosine >= _TELLING else []

    def _cosines(self, asked: Asked) -> NDArray[np.float32]:
        cosines: NDArray[np.float32] = self._vectors @ self._encode([asked.question.asked])[0]
        return cosines
