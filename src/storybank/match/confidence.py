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

_FILE = Path(__file__).parent.parent / "data" / "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression on `features`."""

    weights: tuple[float, ...]
    bias: float
    fits: float
    """Confidence from which the best story is said to fit."""

    def confidence(self, features: Sequence[float]) -> float:
        """0 to 1: how sure it is that the best story answers the question."""
        return 1 / (1 + math.exp(-(sum(w * f for w, f in zip(self.weights, features, strict=True)) + self.bias)))


@cache
def load_calibration() -> Calibration:
    """The shipped calibration, fitted by `storybank train`."""
    data: Mapping[str, object] = json.loads(_FILE.read_text(encoding="utf-8"))
    weights = data["weights"]
    assert isinstance(weights, list)
    return Calibration(tuple(map(float, weights)), float(str(data["bias"])), float(str(data["fits"])))


def features(
    asked: NDArray[np.float32], shown: NDArray[np.float32], known: float, scores: NDArray[np.float32]
) -> list[float]:
    """What speaks for the best story in absolute terms.

    Args:
        asked: probability that each behaviour is asked for.
        shown: grades (0-1) of the best story.
        known: cosine of the question with the nearest one that this story is known to answer.
        scores: the fused scores of all stories, in any order.
    """
    import numpy as np

    top = asked.argsort()[::-1]
    first, second = top[0], top[1]
    wanted = asked**0.5
    ordered = np.sort(scores)[::-1]
    return [
        float(asked[first]),
        float(shown[first]),
        float(asked[second] * shown[second]),
        float((wanted * shown).sum() / max(float(wanted.sum()), 1e-6)),
        float((asked * shown).sum() / max(float(asked.sum()), 1e-6)),
        float(asked.sum()),
        known,
        float(ordered[0] - ordered[min(3, len(ordered) - 1)]),
    ]
