"""Signal: the story's text has the words of the question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from storybank.match.question import Question
from storybank.match.signal import Evidence
from storybank.match.tfidf import stem
from storybank.model import StoryText
from storybank.text.words import words

Scorer = Callable[[str], Mapping[str, float]]
"""Text -> story id -> BM25, larger is better."""
_HALF = 6.0
"""The BM25 at which this signal says 0.5: about two telling words in one story of the sample bank."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


class SharedWords:
    """Full text search with the question's content words; template words are no evidence."""

    name = "words"

    def __init__(self, scorer: Scorer, stories: Sequence[StoryText]) -> None:
        """Search with `scorer`; `stories` are quoted as evidence."""
        self._scorer = scorer
        self._stories = {story.id: story for story in stories}

    def score(self, question: Question) -> Mapping[str, Evidence]:
        """A bounded BM25 with the place that shares most words."""
        return {
            story: Evidence(bm25 / (bm25 + _HALF), self._place(story, question))
            for story, bm25 in self._scorer(" ".join(question.content)).items()
            if bm25 > 0
        }

    def _place(self, story: str, question: Question) -> str:
        asked = {stem(word) for word in question.content}
        best: tuple[int, str] = (0, "")
        for section in self._stories[story].sections:
            for offset, line in enumerate(section.text.split("\n")):
                for sentence in _SENTENCE.split(line):
                    shared = [word for word in dict.fromkeys(words(sentence)) if stem(word) in asked]
                    if len(shared) > best[0]:
                        place = f"{section.name.value.capitalize()}, line {section.text_line + offset}"
                        best = (len(shared), f"shares the words {', '.join(shared)} ({place})")
        return best[1]
