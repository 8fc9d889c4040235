"""All stories of a bank as the matcher sees them: one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storybank.match.behaviours import Taxonomy
from storybank.model import Card, Understanding

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_TOP_GRADE = 3


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """Stories in rows, behaviours in columns."""

    cards: Sequence[Card]
    shown: NDArray[np.float32]
    """Grade of each behaviour, 0 to 1: the author's where the author gave any, else the model's."""
    predicted: NDArray[np.bool_]
    """Whether the model's word stands for the author's: shape (stories,)."""
    vectors: NDArray[np.float32]
    """Whole stories, rows of length 1."""
    places: NDArray[np.uint16]
    """Index of the sentence that shows each behaviour most."""


def make_shelf(cards: Sequence[Card], understandings: Sequence[Understanding], taxonomy: Taxonomy) -> Shelf:
    """Put stories on the shelf; behaviours outside the taxonomy are left out."""
    import numpy as np

    column = {key: i for i, key in enumerate(taxonomy.keys)}
    shown = _stack([one.shown for one in understandings], len(column))
    predicted = np.ones(len(cards), dtype=bool)
    for row, card in enumerate(cards):
        graded = {column[key]: grade for key, grade in card.behaviours.items() if key in column}
        if graded:
            predicted[row] = False
            shown[row] = 0.0
            shown[row, list(graded)] = np.array(list(graded.values()), dtype=np.float32) / _TOP_GRADE
    vectors = _stack([one.vector for one in understandings], 1)
    places = np.array([one.places for one in understandings], dtype=np.uint16).reshape(len(cards), -1)
    return Shelf(cards, shown, predicted, vectors, places)


def _stack(rows: Sequence[NDArray[np.float32]], width: int) -> NDArray[np.float32]:
    import numpy as np

    return np.array(rows, dtype=np.float32) if rows else np.zeros((0, width), dtype=np.float32)
