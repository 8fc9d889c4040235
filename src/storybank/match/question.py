"""What is asked: the question without its template, part by part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storybank.text.words import content_words, stop_words, strip_template, words

MAX_CHARACTERS = 4000
"""More than any question; a longer prompt is read up to here."""
_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+|;\s+")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read."""

    text: str
    """As given, in one line, control characters removed."""
    asked: str
    """Without 'Tell me about a time when you ...'."""
    sentences: tuple[str, ...]
    """Its sentences, in order."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked: no word beside stop words."""
        return not any(word not in stop_words() for word in words(self.text))

    @property
    def content(self) -> list[str]:
        """The content words of what is asked."""
        return content_words(self.asked)


def read_question(text: str) -> Question:
    """Read a prompt of any length; what lies beyond `MAX_CHARACTERS` is left out."""
    printable = "".join(c if c.isprintable() or c == "\n" else " " for c in text[:MAX_CHARACTERS])
    sentences = [" ".join(part.split()) for part in _SENTENCE.split(printable) if words(part)]
    clean = " ".join(printable.split())
    return Question(clean, strip_template(clean), tuple(sentences) or (clean,))
