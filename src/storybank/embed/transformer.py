"""A BERT encoder in numpy: small enough to run where torch is not, from weights in eight bits.

The architecture is that of sentence-transformers/all-MiniLM-L6-v2 (Wang et al., arXiv 2002.10957): learned positions,
post-layer-norm blocks, mean pooling, vectors of length 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
_EPSILON = np.float32(1e-12)
_GELU = np.float32(np.sqrt(2 / np.pi))
_ROWS = 24
"""Texts of one length that go through the layers together; more only fills the cache."""


@dataclass(frozen=True, slots=True)
class _Layer:
    attention: tuple[Array, Array]
    """Query, key and value as one matrix (d, 3d), and its bias."""
    output: tuple[Array, Array]
    output_norm: tuple[Array, Array]
    up: tuple[Array, Array]
    down: tuple[Array, Array]
    down_norm: tuple[Array, Array]


class Transformer:
    """Token ids in, one vector of length 1 out."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]]) -> None:
        """Unpack `weights` as `storybank.training.export` writes them."""
        self._heads = int(weights["heads"])
        self._words = weights["words.q"]
        self._word_scales = _floats(weights["words.scale"])
        self._positions = _floats(weights["positions"])
        self._norm = (_floats(weights["norm.weight"]), _floats(weights["norm.bias"]))
        self._layers = [_layer(weights, i) for i in range(int(weights["layers"]))]

    def encode(self, texts: Sequence[Sequence[int]]) -> Array:
        """One row for each list of token ids: float32, shape (n, d). No ids give a row of zeros."""
        rows = np.zeros((len(texts), self._positions.shape[1]), dtype=np.float32)
        by_length: dict[int, list[int]] = defaultdict(list)
        for place, ids in enumerate(texts):
            by_length[len(ids)].append(place)
        for length, places in by_length.items():  # texts of one length need no padding, so none influences another
            for start in range(0, len(places) if length else 0, _ROWS):
                part = places[start : start + _ROWS]
                rows[part] = self._pool(np.array([texts[place] for place in part]))
        return rows

    def _pool(self, ids: NDArray[np.int64]) -> Array:
        words = self._words[ids].astype(np.float32) * self._word_scales[ids][..., None]
        texts, tokens, width = words.shape
        hidden = _layer_norm((words + self._positions[:tokens]).reshape(-1, width), self._norm)
        for layer in self._layers:
            hidden = _layer_norm(hidden + self._attend(hidden, layer, texts), layer.output_norm)
            grown = _gelu(hidden @ layer.up[0] + layer.up[1])
            hidden = _layer_norm(hidden + (grown @ layer.down[0] + layer.down[1]), layer.down_norm)
        mean: Array = hidden.reshape(texts, tokens, width).mean(axis=1)
        return mean / _floats(np.linalg.norm(mean, axis=1, keepdims=True))

    def _attend(self, hidden: Array, layer: _Layer, texts: int) -> Array:
        """Self-attention within each text; `hidden` has the tokens of all texts as rows."""
        rows, width = hidden.shape
        size = width // self._heads
        mixed = (hidden @ layer.attention[0] + layer.attention[1]).reshape(texts, -1, 3, self._heads, size)
        query, key, value = np.ascontiguousarray(mixed.transpose(2, 0, 3, 1, 4))
        weights = _softmax(query @ key.swapaxes(-1, -2) * np.float32(size**-0.5))
        context = (weights @ value).swapaxes(1, 2).reshape(rows, width)
        attended: Array = context @ layer.output[0] + layer.output[1]
        return attended


def _layer(weights: Mapping[str, NDArray[np.generic]], index: int) -> _Layer:
    def linear(name: str) -> tuple[Array, Array]:
        scale = _floats(weights[f"{index}.{name}.scale"])  # one for each output
        matrix = np.ascontiguousarray(_floats(weights[f"{index}.{name}.q"]) * scale)
        return matrix, _floats(weights[f"{index}.{name}.bias"])

    def norm(name: str) -> tuple[Array, Array]:
        return _floats(weights[f"{index}.{name}.weight"]), _floats(weights[f"{index}.{name}.bias"])

    return _Layer(
        linear("attention"), linear("output"), norm("output_norm"), linear("up"), linear("down"), norm("down_norm")
    )


def _floats(array: NDArray[np.generic]) -> Array:
    return array.astype(np.float32)


def _layer_norm(hidden: Array, norm: tuple[Array, Array]) -> Array:
    centred = hidden - hidden.mean(axis=-1, keepdims=True)
    variance = np.square(centred).mean(axis=-1, keepdims=True)
    scaled: Array = centred / np.sqrt(variance + _EPSILON) * norm[0] + norm[1]
    return scaled


def _softmax(scores: Array) -> Array:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights: Array = powers / powers.sum(axis=-1, keepdims=True)
    return weights


def _gelu(x: Array) -> Array:
    """Tanh form (Hendrycks and Gimpel, arXiv 1606.08415); numpy has no erf, and the difference is below 1e-3."""
    activated: Array = 0.5 * x * (1 + np.tanh(_GELU * (x + np.float32(0.044715) * x * x * x)))
    return activated
