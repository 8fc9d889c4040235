"""Signal: the question is like one that the story's author says it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from storybank.match.question import Question
from storybank.match.signal import Evidence
from storybank.match.tfidf import TfIdf
from storybank.model import StoryText
from storybank.text.words import strip_template

_TELLING = 0.25
"""Below this cosine two short questions share little beside chance."""


class KnownQuestions:
    """Compares with the questions of each story."""

    name = "known questions"

    def __init__(self, stories: Sequence[StoryText]) -> None:
        """Index the questions of `stories`."""
        self._known = [(story.id, known) for story in stories for known in story.questions]
        self._space = TfIdf([strip_template(known.text) for _, known in self._known]) if self._known else None

    def score(self, question: Question) -> Mapping[str, Evidence]:
        """The best cosine with any question of the story."""
        best: dict[str, Evidence] = {}
        if self._space is None:
            return best
        for (story, known), similarity in zip(self._known, self._space.similarities(question.asked), strict=True):
            score = float(similarity)
            if score > 0 and (story not in best or score > best[story].score):
                why = f"answers '{known.text}' (line {known.line})" if score >= _TELLING else ""
                best[story] = Evidence(score, why)
        return best
