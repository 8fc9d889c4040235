"""What people said of questions like this one: nearest neighbours among judged questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storybank.match.asked import Asked

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

_WORDING = 0.5
"""Weight of the questions' vectors against the behaviours they ask for, in the likeness of two questions."""
_EVENNESS = 0.7
"""Exponent of the asked probabilities when two questions are compared."""
_TEMPER = 0.06
"""Likeness by which a neighbour counts e times less. This and `_TRUST` by cross-validation on judged questions."""
_TRUST = 0.7
"""Weight of the neighbours' word where there are enough of them."""
_DOUBT = 10 * 2.718281828459045 ** ((0.5 - 1) / _TEMPER)
"""Weight of knowing nothing: as of ten neighbours at likeness 0.5."""
_NEAR = 3
_TELLING = 0.75
"""Likeness from which a judged question is named as a reason."""
_GOOD = 0.6
"""Grade (0-1) from which a story answers well."""


@dataclass(frozen=True, slots=True, eq=False)
class Verdicts:
    """What the neighbours say."""

    grades: NDArray[np.float32]
    """Expected grade of each story, 0 to 1."""
    trust: float
    """0 to 1: how much that says, against all other evidence."""
    nearest: float
    """Likeness of the nearest judged question, -1 to 1."""
    unanswered: float
    """Share of the neighbours that no story answers well."""
    telling: tuple[int, ...]
    """Rows of the most alike questions, those alone that are alike enough to be named as reasons."""


def question_keys(vectors: NDArray[np.float32], behaviours: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows whose inner product is the likeness of two questions: shape (n, d + behaviours)."""
    import numpy as np

    even = behaviours**_EVENNESS
    lengths = np.maximum(np.linalg.norm(even, axis=1, keepdims=True), 1e-6)
    keys = np.hstack([_WORDING**0.5 * vectors, (1 - _WORDING) ** 0.5 * even / lengths])
    return keys.astype(np.float32, copy=False)


class JudgedQuestions:
    """Remembers judgements, and asks those of the most alike questions."""

    def __init__(self, keys: NDArray[np.float32], grades: NDArray[np.float32], text_of: Callable[[int], str]) -> None:
        """Remember some questions.

        Args:
            keys: their `question_keys`.
            grades: of each story for each question, 0 to 1: shape (questions, stories).
            text_of: row -> the question in words.
        """
        self._text_of = text_of
        self._keys = keys
        self._grades = grades
        self._answered = grades.max(axis=1, initial=0.0) >= _GOOD
        self._judged = grades.any(axis=0).astype("float32")

    def verdicts(self, asked: Asked) -> Verdicts:
        """What people would probably say of each story."""
        import numpy as np

        likeness = self._keys @ question_keys(asked.vector[None], asked.behaviours[None])[0]
        near = np.argsort(-likeness, kind="stable")[:_NEAR]
        weights = np.exp((likeness - 1) / _TEMPER)
        total = float(weights.sum())
        return Verdicts(
            grades=weights @ self._grades / np.float32(total),
            trust=_TRUST * total / (total + _DOUBT),
            nearest=float(likeness.max()),
            unanswered=1 - float(weights @ self._answered) / total,
            telling=tuple(int(row) for row in near if likeness[row] >= _TELLING),
        )

    def blend(self, expected: NDArray[np.float32], verdicts: Verdicts) -> NDArray[np.float32]:
        """`expected` grades of the stories, those that were ever judged moved towards the verdicts."""
        return expected + verdicts.trust * self._judged * (verdicts.grades - expected)

    def why(self, verdicts: Verdicts, story: int) -> list[str]:
        """The most alike question that the story was said to answer well."""
        answered = (row for row in verdicts.telling if self._grades[row, story] >= _GOOD)
        return [f"was judged right for '{self._text_of(row)}'" for row in answered][:1]
