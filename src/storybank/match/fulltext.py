"""Signal: the story's text has the words of the question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from storybank.match.asked import Asked
from storybank.match.passages import Passage
from storybank.text.words import stem, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Scorer = Callable[[str], Mapping[str, float]]
"""Text -> story id -> BM25, larger is better."""
_HALF = 6.0
"""The BM25 at which this signal says 0.5: about two telling words in one story of the sample bank."""
_TELLING = 2
"""Shared words from which the sentence is quoted: one word alone is chance."""


class SharedWords:
    """Full text search with the question's content words; template words are no evidence."""

    name = "words"

    def __init__(self, ids: Sequence[str], scorer: Scorer, passages: Callable[[int], Sequence[Passage]]) -> None:
        """Search the stories `ids` with `scorer`; `passages` gives the sentences of a story by its row."""
        self._row = {story: row for row, story in enumerate(ids)}
        self._scorer = scorer
        self._passages = passages

    def scores(self, asked: Asked) -> NDArray[np.float32]:
        """A bounded BM25."""
        import numpy as np

        scores = np.zeros(len(self._row), dtype=np.float32)
        for story, bm25 in self._scorer(" ".join(asked.question.content)).items():
            if story in self._row:
                scores[self._row[story]] = max(0.0, bm25) / (max(0.0, bm25) + _HALF)
        return scores

    def why(self, asked: Asked, story: int) -> list[str]:
        """The sentence that shares most words, if it shares several."""
        wanted = {stem(word) for word in asked.question.content}
        best: tuple[int, str] = (0, "")
        for passage in self._passages(story):
            shared = [word for word in dict.fromkeys(words(passage.text)) if stem(word) in wanted]
            if len(shared) > best[0]:
                best = (len(shared), f"shares the words {', '.join(shared)} ({passage.place})")
        return [best[1]] if best[0] >= _TELLING else []
