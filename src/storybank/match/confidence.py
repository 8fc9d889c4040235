"""Whether a story really answers the question: absolute evidence of the best one, calibrated on graded questions."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storybank.match.judged import Verdicts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOP = 3
"""Behaviours that a question is mostly about; stories that a ranking is judged by."""
_CENTRAL = 0.9
"""Grade (0-1) from which a story is about a behaviour."""
CALIBRATION = Path(__file__).parent.parent / "data" / "calibration.json"


class Basis(StrEnum):
    """What the best story's place rests on; each kind of evidence has a calibration of its own."""

    JUDGED = "judged"
    """People judged stories of this bank for questions."""
    GRADED = "graded"
    """Its author said which behaviours it shows."""
    PREDICTED = "predicted"
    """Its behaviours are only predicted."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression on `features`."""

    weights: tuple[float, ...]
    bias: float
    fits: float
    """Confidence from which the best story is said to fit."""

    def confidence(self, features: Sequence[float]) -> float:
        """0 to 1: how sure it is that a story of the bank answers the question."""
        return 1 / (1 + math.exp(-(sum(w * f for w, f in zip(self.weights, features, strict=True)) + self.bias)))


@cache
def load_calibration() -> Mapping[Basis, Calibration]:
    """The shipped calibrations, fitted by `storybank train`."""
    data: dict[str, dict[str, Any]] = json.loads(CALIBRATION.read_text(encoding="utf-8"))
    return {
        Basis(name): Calibration(tuple(map(float, one["weights"])), float(one["bias"]), float(one["fits"]))
        for name, one in data.items()
    }


def features(
    asked: NDArray[np.float32],
    shown: NDArray[np.float32],
    signals: Sequence[float],
    scores: NDArray[np.float32],
    best: int,
    verdicts: Verdicts | None,
) -> list[float]:
    """What speaks for the best story in absolute terms, and what against it.

    Args:
        asked: probability that each behaviour is asked for.
        shown: grades (0-1) of the best story.
        signals: what each signal says of the best story, in a fixed order.
        scores: the expected grades of all stories.
        best: index of the best story.
        verdicts: what judged questions say, where there are any.
    """
    import numpy as np

    top = asked.argsort()[::-1][:_TOP]
    wanted = float(np.maximum(asked.sum(), 1e-6))
    first = np.sort(scores)[::-1][:_TOP]
    return [
        float(asked[top[0]]),
        *(float(asked[i] * shown[i]) for i in top),
        float((asked * shown).sum()) / wanted,
        float((asked * (1 - shown)).max()),
        float((asked * (shown >= _CENTRAL)).sum()) / wanted,
        wanted,
        float(first[0]),
        float(first[0] - first[-1]),
        *signals,
        *(_judged_features(verdicts, best) if verdicts else ()),
    ]


def _judged_features(verdicts: Verdicts, best: int) -> list[float]:
    import numpy as np

    first = np.sort(verdicts.grades)[::-1][:_TOP]
    return [float(verdicts.grades[best]), float(first[0]), float(first.mean()), verdicts.nearest, verdicts.unanswered]
