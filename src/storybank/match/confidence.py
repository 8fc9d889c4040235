"""Whether the best story really answers the question: absolute evidence, calibrated on graded questions."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOP = 3
"""Behaviours that a question is mostly about."""
_CENTRAL = 0.9
"""Grade (0-1) from which a story is about a behaviour."""
CALIBRATION = Path(__file__).parent.parent / "data" / "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression on `features`."""

    weights: tuple[float, ...]
    bias: float
    fits: float
    """Confidence from which the best story is said to fit."""
    fits_predicted: float
    """The same for a story whose behaviours only the model knows, which it is less sure of."""

    def confidence(self, features: Sequence[float]) -> float:
        """0 to 1: how sure it is that the best story answers the question."""
        return 1 / (1 + math.exp(-(sum(w * f for w, f in zip(self.weights, features, strict=True)) + self.bias)))


@cache
def load_calibration() -> Calibration:
    """The shipped calibration, fitted by `storybank train`."""
    data: Mapping[str, object] = json.loads(CALIBRATION.read_text(encoding="utf-8"))
    weights = data["weights"]
    assert isinstance(weights, list)
    return Calibration(
        tuple(map(float, weights)), *(float(str(data[key])) for key in ("bias", "fits", "fits_predicted"))
    )


def features(asked: NDArray[np.float32], shown: NDArray[np.float32], scores: Sequence[float]) -> list[float]:
    """What speaks for the best story in absolute terms, and what against it.

    Args:
        asked: probability that each behaviour is asked for.
        shown: grades (0-1) of the best story.
        scores: what each signal says of the best story, in a fixed order.
    """
    import numpy as np

    top = asked.argsort()[::-1][:_TOP]
    wanted = float(np.maximum(asked.sum(), 1e-6))
    return [
        float(asked[top[0]]),
        *(float(asked[i] * shown[i]) for i in top),
        float((asked * shown).sum()) / wanted,
        float((asked * (1 - shown)).max()),
        float((asked * (shown >= _CENTRAL)).sum()) / wanted,
        wanted,
        *scores,
    ]
