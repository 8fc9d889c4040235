"""Bag-of-words vectors with inverse document frequencies, for texts of a sentence or two."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from storybank.text.words import stop_words, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SUFFIX = re.compile(r"(?:ingly|edly|ations?|ments?|ness|ing|ies|ied|ers?|ed|es|ly|s)$")
_SHORTEST_STEM = 3


def stem(word: str) -> str:
    """`word` without its inflection, roughly; never shorter than three letters."""
    cut = _SUFFIX.sub("", word)
    return cut if len(cut) >= _SHORTEST_STEM else word


def features(text: str) -> Counter[str]:
    """Stems of the content words, and pairs of neighbouring ones."""
    stems = [stem(word) for word in words(text) if word not in stop_words()]
    return Counter(stems + [f"{a} {b}" for a, b in pairwise(stems)])


class TfIdf:
    """A space fitted to some texts; vectors have length 1, or 0 for a text without known words."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Fit to `texts`."""
        documents = [features(text) for text in texts]
        frequency = Counter(feature for document in documents for feature in document)
        self._column = {feature: i for i, feature in enumerate(frequency)}
        self._weight = [math.log((1 + len(texts)) / (1 + n)) + 1 for n in frequency.values()]
        self.matrix = self._stack(documents)
        """One row for each text, float32."""

    def vector(self, text: str) -> NDArray[np.float32]:
        """The vector of one text."""
        row: NDArray[np.float32] = self._stack([features(text)])[0]
        return row

    def similarities(self, text: str) -> NDArray[np.float32]:
        """The cosines of `text` with all fitted texts, 0 to 1."""
        return self.matrix @ self.vector(text)

    def _stack(self, documents: Sequence[Counter[str]]) -> NDArray[np.float32]:
        import numpy as np

        rows = np.zeros((len(documents), max(1, len(self._column))), dtype=np.float32)
        for row, document in zip(rows, documents, strict=True):
            for feature, count in document.items():
                if (column := self._column.get(feature)) is not None:
                    row[column] = (1 + math.log(count)) * self._weight[column]
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        np.divide(rows, norms, out=rows, where=norms > 0)
        return rows
