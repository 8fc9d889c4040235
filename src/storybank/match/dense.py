"""Signal: the question and a part of the story are near each other for an embedding model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from storybank.match.question import Question
from storybank.match.signal import Evidence
from storybank.model import StoryText

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Encode = Callable[[Sequence[str]], "NDArray[np.float32]"]
"""Texts -> rows of length 1."""
_TELLING = 0.3
"""Below this cosine two texts share little for MiniLM-sized models."""


def passages(story: StoryText) -> list[tuple[str, str]]:
    """What is embedded of a story: (place, text) of each section and each known question."""
    sections = [(f"{s.name.value.capitalize()}, line {s.text_line}", s.text) for s in story.sections if s.text.strip()]
    return sections + [(f"the question in line {q.line}", q.text) for q in story.questions]


class NearInMeaning:
    """The best cosine of the question with any passage of a story."""

    name = "meaning"

    def __init__(self, stories: Sequence[StoryText], encode: Encode, encode_stories: Encode) -> None:
        """Embed `stories` with `encode_stories` (which may remember), questions with `encode`."""
        self._encode = encode
        self._places = [(story.id, place) for story in stories for place, _ in passages(story)]
        self._vectors = encode_stories([text for story in stories for _, text in passages(story)])

    def score(self, question: Question) -> Mapping[str, Evidence]:
        """Story id -> its nearest passage."""
        best: dict[str, Evidence] = {}
        if not self._places:
            return best
        cosines = self._vectors @ self._encode([question.asked])[0]
        for (story, place), cosine in zip(self._places, cosines, strict=True):
            score = max(0.0, float(cosine))
            if story not in best or score > best[story].score:
                best[story] = Evidence(score, f"near in meaning: {place} ({score:.2f})" if score >= _TELLING else "")
        return best
