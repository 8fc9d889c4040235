"""How good a ranking is, with its uncertainty."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

GOOD = 1.66
"""Mean grade (0-3) from which a story is a good answer: most of three readers gave 2 or more, or one gave 3."""
_RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Graded:
    """A question with its graded stories and what a matcher said."""

    grades: Mapping[str, float]
    """Story id -> mean grade, 0 to 3."""
    ranking: Sequence[str]
    """Story ids, best first."""
    confidence: float

    @property
    def good(self) -> frozenset[str]:
        """The stories that answer it well."""
        return frozenset(story for story, grade in self.grades.items() if grade >= GOOD)


def ndcg(one: Graded, depth: int = 5) -> float:
    """Discounted gain of the first `depth` against the best possible; gain 2^grade - 1 (Jarvelin, Kekalainen 2002)."""
    gains = [2 ** one.grades.get(story, 0.0) - 1 for story in one.ranking[:depth]]
    ideal = sorted((2**grade - 1 for grade in one.grades.values()), reverse=True)[:depth]
    best = sum(g / math.log2(i + 2) for i, g in enumerate(ideal))
    return sum(g / math.log2(i + 2) for i, g in enumerate(gains)) / best if best else 0.0


def hit(one: Graded, depth: int) -> float:
    """1 if a good story is among the first `depth`, else 0."""
    return float(any(story in one.good for story in one.ranking[:depth]))


def reciprocal_rank(one: Graded) -> float:
    """1 / place of the first good story."""
    return next((1 / (i + 1) for i, story in enumerate(one.ranking) if story in one.good), 0.0)


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Chance that a positive has the higher score, ties counting half; NaN without both."""
    if not positive or not negative:
        return math.nan
    wins = sum((p > n) + 0.5 * (p == n) for p in positive for n in negative)
    return wins / (len(positive) * len(negative))


def answerable(results: Sequence[Graded]) -> list[Graded]:
    """Those that have a good story."""
    return [one for one in results if one.good]


MEASURES: Mapping[str, Callable[[Sequence[Graded]], float]] = {
    "nDCG@5": lambda rs: fmean(ndcg(one) for one in answerable(rs)),
    "hit@1": lambda rs: fmean(hit(one, 1) for one in answerable(rs)),
    "hit@3": lambda rs: fmean(hit(one, 3) for one in answerable(rs)),
    "MRR": lambda rs: fmean(reciprocal_rank(one) for one in answerable(rs)),
    "abstention AUC": lambda rs: auc(
        [one.confidence for one in rs if one.good], [one.confidence for one in rs if not one.good]
    ),
}
"""Name -> measure over all questions."""


def bootstrap(results: Sequence[Graded], measure: str, seed: int = 1) -> tuple[float, float]:
    """The 95 % interval of a measure over questions drawn again and again with replacement."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    drawn = []
    for _ in range(_RESAMPLES):
        value = MEASURES[measure](rng.choices(results, k=len(results)))
        if not math.isnan(value):
            drawn.append(value)
    drawn.sort()
    return drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn)) - 1]
