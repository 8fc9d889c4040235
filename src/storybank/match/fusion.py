"""One ranking from the evidence of all signals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from storybank.match.signal import Evidence


@dataclass(frozen=True, slots=True)
class Ranked:
    """A story with its place in the ranking explained."""

    id: str
    score: float
    """0 to 1: the weighted mean of the signals."""
    evidence: Mapping[str, Evidence]
    """Signal name -> its evidence."""

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons, the strongest first."""
        told = [e for e in self.evidence.values() if e.why and e.score > 0]
        return tuple(e.why for e in sorted(told, key=lambda e: -e.score))


def fuse(ids: Sequence[str], found: Mapping[str, Mapping[str, Evidence]], weights: Mapping[str, float]) -> list[Ranked]:
    """Rank all `ids` by a convex combination of the signals; ties keep the order of `ids`.

    A convex combination of bounded scores beats reciprocal ranks when the weights fit (Bruch et al.,
    arXiv 2210.11934).

    Args:
        ids: the stories.
        found: signal name -> story id -> evidence.
        weights: signal name -> weight; they need not sum to 1.
    """
    total = sum(weights[name] for name in found) or 1.0
    ranked = []
    for story in ids:
        evidence = {name: scores[story] for name, scores in found.items() if story in scores}
        score = sum(weights[name] * e.score for name, e in evidence.items()) / total
        ranked.append(Ranked(story, score, evidence))
    return sorted(ranked, key=lambda r: -r.score)
