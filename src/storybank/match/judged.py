"""What people said of questions like this one: a regression over judged questions (kernel ridge regression)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storybank.match.asked import Asked
from storybank.text.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

_WORDING = 0.6
"""Weight of the questions' vectors against the behaviours they ask for, in the likeness of two questions."""
_EVENNESS = 0.7
"""Exponent of the asked probabilities when two questions are compared."""
_REACH = 0.3
"""Likeness by which one question says e times less of another's grades."""
_RIDGE = 0.15
"""How far grades of one reader are from what is lasting, as a variance. This, `_REACH`, `_WORDING` and `_TRUST` are by
cross-validation over judged questions, those of one writer set aside at a time; the optimum is flat."""
_TRUST = 0.85
"""Weight of the judged questions' word where there are enough of them."""
_TEMPER = 0.06
"""Likeness by which a neighbour counts e times less, where neighbours are counted."""
_DOUBT = 10 * 2.718281828459045 ** ((0.5 - 1) / _TEMPER)
"""Weight of knowing nothing: as of ten neighbours at likeness 0.5."""
_NEAR = 3
_TELLING = 0.75
"""Likeness from which a judged question is named as a reason."""
_GOOD = 0.6
"""Grade (0-1) from which a story answers well."""
_PINCH = 1 / 3
"""Grade (0-1) of a story that would do in a pinch: the most that others have where the owner judged the question."""


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
    matter: bool
    """Whether enough is known of questions like this one that the answer rests on it."""
    telling: tuple[int, ...]
    """Rows of the most alike questions, those alone that are alike enough to be named as reasons."""


def question_words(question: str) -> str:
    """The question in one form: two that differ in case, spaces or punctuation alone are the same."""
    return " ".join(words(question))


def question_keys(vectors: NDArray[np.float32], behaviours: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows whose inner product is the likeness of two questions: shape (n, d + behaviours)."""
    import numpy as np

    even = behaviours**_EVENNESS
    lengths = np.maximum(np.linalg.norm(even, axis=1, keepdims=True), 1e-6)
    keys = np.hstack([_WORDING**0.5 * vectors, (1 - _WORDING) ** 0.5 * even / lengths])
    return keys.astype(np.float32, copy=False)


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """What was learnt from judged questions, a row each."""

    keys: NDArray[np.float32]
    """The `question_keys`."""
    grades: NDArray[np.float32]
    """Of each story, 0 to 1: shape (questions, stories)."""
    taught: NDArray[np.float32]
    """What each question adds to the expected grades of those like it: shape (questions, stories)."""

    @classmethod
    def none(cls, width: int, stories: int) -> Lessons:
        """Before any question, for keys of the given width."""
        import numpy as np

        nothing = np.zeros((0, stories), dtype=np.float32)
        return cls(np.zeros((0, width), dtype=np.float32), nothing, nothing)

    def learn(self, keys: NDArray[np.float32], grades: NDArray[np.float32]) -> Lessons:
        """These, and those of more questions, which learn what these leave unexplained."""
        import numpy as np

        unexplained = grades - self.expected(self.likeness(keys))
        kernel = _influence(keys @ keys.T, _REACH)
        kernel[np.diag_indices_from(kernel)] += _RIDGE
        taught = np.linalg.solve(kernel, unexplained).astype(np.float32)
        both = (self.keys, keys), (self.grades, grades), (self.taught, taught)
        return Lessons(*(np.vstack(pair) for pair in both))

    def likeness(self, keys: NDArray[np.float32]) -> NDArray[np.float32]:
        """Of other questions to these, -1 to 1: shape (len(keys), questions)."""
        return keys @ self.keys.T

    def expected(self, likeness: NDArray[np.float32]) -> NDArray[np.float32]:
        """Grades that people would give for questions of such `likeness`: shape (len(likeness), stories)."""
        return _influence(likeness, _REACH) @ self.taught


def _influence(likeness: NDArray[np.float32], reach: float) -> NDArray[np.float32]:
    import numpy as np

    kernel: NDArray[np.float32] = np.exp((likeness - 1) / np.float32(reach))
    return kernel


class JudgedQuestions:
    """Remembers judgements, and what they say of questions that are like theirs."""

    def __init__(self, lessons: Lessons, text_of: Callable[[int], str], final: Mapping[str, int] | None = None) -> None:
        """Remember some questions.

        Args:
            lessons: what was learnt from them.
            text_of: row -> the question in words.
            final: `question_words` -> row of the questions that the bank's owner judged: where the same is asked, that
                word is final.
        """
        self._final = final or {}
        self._lessons = lessons
        self._text_of = text_of
        self._answered = lessons.grades.max(axis=1, initial=0.0) >= _GOOD
        self._judged = lessons.grades.any(axis=0).astype("float32")

    def verdicts(self, asked: Asked) -> Verdicts:
        """What people would probably say of each story."""
        import numpy as np

        row = self._lessons.likeness(question_keys(asked.vector[None], asked.behaviours[None]))
        likeness = row[0]
        near = np.argsort(-likeness, kind="stable")[:_NEAR]
        weights = _influence(likeness, _TEMPER)
        total = float(weights.sum())
        trust = _TRUST * total / (total + _DOUBT)
        return Verdicts(
            grades=np.clip(self._lessons.expected(row)[0], 0, 1),
            trust=trust,
            nearest=float(likeness.max()),
            unanswered=1 - float(weights @ self._answered) / total,
            matter=trust >= _TRUST / 2,
            telling=tuple(int(row) for row in near if likeness[row] >= _TELLING),
        )

    def blend(self, expected: NDArray[np.float32], verdicts: Verdicts, question: str = "") -> NDArray[np.float32]:
        """`expected` grades of the stories, those that were ever judged moved towards the verdicts.

        Where the owner judged this very `question`, stories have the owner's grades, and others do in a pinch at most.
        """
        import numpy as np

        blended = expected + verdicts.trust * self._judged * (verdicts.grades - expected)
        row = self._final.get(question_words(question))
        if row is None:
            return blended
        given = self._lessons.grades[row]
        return np.where(given > 0, given, blended * np.float32(_PINCH))

    def why(self, verdicts: Verdicts, story: int) -> list[str]:
        """The most alike question that the story was said to answer well."""
        answered = (row for row in verdicts.telling if self._lessons.grades[row, story] >= _GOOD)
        return [f"was judged right for '{self._text_of(row)}'" for row in answered][:1]
