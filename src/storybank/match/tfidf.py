"""Bag-of-words vectors with inverse document frequencies: which texts use the same words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from storybank.text.words import stem, stop_words, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
