"""One ranking from the scores of all signals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def fuse(scores: Mapping[str, NDArray[np.float32]], weights: Mapping[str, float]) -> NDArray[np.float32]:
    """The weighted mean of the signals: shape (stories,), 0 to 1. NaN counts as 0.

    A convex combination of bounded scores beats reciprocal ranks when the weights fit (Bruch et al.,
    arXiv 2210.11934).
    """
    import numpy as np

    total = sum(weights[name] for name in scores)
    parts = [np.nan_to_num(scores[name]) * (weights[name] / total) for name in scores]
    fused: NDArray[np.float32] = np.sum(parts, axis=0, dtype=np.float32)
    return fused


_SLOPE, _START = 20.0, -5.3
"""Logistic regression of given grades on fused scores, over the graded questions and the sample stories."""


def expected_grades(fused: NDArray[np.float32]) -> NDArray[np.float32]:
    """The grade (0-1) that people give at a fused score; the order stays the same."""
    import numpy as np

    grades: NDArray[np.float32] = 1 / (1 + np.exp(-(_SLOPE * fused + _START)))
    return grades


_STALE = 0.2
"""Expected grade (0-1) by which a fresh story may be worse than one the interviewers have heard, and come before it:
a little more than half a grade."""


def fresh(scores: NDArray[np.float32], heard: Sequence[int]) -> NDArray[np.float32]:
    """`scores` with the stories in the rows `heard` put behind fresh ones that are nearly as good."""
    later = scores.copy()
    later[list(heard)] -= _STALE
    return later


def best(scores: NDArray[np.float32], count: int) -> list[int]:
    """The indices of the `count` highest scores, best first; ties in the order of the stories."""
    import numpy as np

    count = min(count, len(scores))
    if count < len(scores):
        edge = np.partition(scores, -count)[-count]
        found = np.flatnonzero(scores >= edge)
    else:
        found = np.arange(len(scores))
    return [int(i) for i in found[np.argsort(-scores[found], kind="stable")][:count]]
