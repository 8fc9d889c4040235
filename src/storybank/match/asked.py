"""A question as the model reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from storybank.match.question import Question

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WHOLE = 0.6
"""Weight of the whole text against the mean of its sentences."""


class Reader(Protocol):
    """The model that reads questions."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 for each text."""
        ...

    def asked(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Probability that a question asks for each behaviour."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What a question asks for."""

    question: Question
    vector: NDArray[np.float32]
    """The whole question, length 1."""
    behaviours: NDArray[np.float32]
    """Probability that each behaviour is asked for."""
    parts: NDArray[np.float32]
    """The same for each part: shape (parts, behaviours)."""


def read_asked(questions: Sequence[Question], reader: Reader) -> list[Asked]:
    """Read each question, whole and part by part; many at a time are read in two thirds of the time."""
    texts = [_texts(question) for question in questions]
    vectors = reader.encode([text for mine in texts for text in mine])
    behaviours = reader.asked(vectors)
    found, start = [], 0
    for question, mine in zip(questions, texts, strict=True):
        rows = slice(start, start + len(mine))
        found.append(_asked(question, vectors[rows], behaviours[rows]))
        start += len(mine)
    return found


def _texts(question: Question) -> list[str]:
    return [question.text, *question.sentences] if len(question.sentences) > 1 else [question.text]


def _asked(question: Question, vectors: NDArray[np.float32], read: NDArray[np.float32]) -> Asked:
    if len(read) == 1:
        return Asked(question, vectors[0], read[0], read)
    whole, parts = read[0], read[1:]
    return Asked(question, vectors[0], _WHOLE * whole + (1 - _WHOLE) * parts.mean(axis=0), parts)
