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


def read_asked(question: Question, reader: Reader) -> Asked:
    """Read the whole question and each of its parts."""
    texts = [question.text, *question.sentences] if len(question.sentences) > 1 else [question.text]
    vectors = reader.encode(texts)
    read = reader.asked(vectors)
    whole, parts = read[0], read[1:] if len(texts) > 1 else read
    behaviours = whole if len(texts) == 1 else _WHOLE * whole + (1 - _WHOLE) * parts.mean(axis=0)
    return Asked(question, vectors[0], behaviours, parts)
