"""The kinds of rules: each is a way of finding, with one `check`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from storybank.rules.model import Hit, Rule
from storybank.rules.passage import Passage, Telling

"""Starts and ends in a passage's text."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A verbose pattern over text in lower case, compiled when it is first needed."""
    return re.compile(pattern, re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Frame:
    """A turn of phrase with words of its own: only a sentence that has one of each set is searched for it."""

    words: frozenset[str]
    """The telling words."""
    also: frozenset[str]
    """Words of which the sentence must have one too; any sentence will do where empty."""
    pattern: str
    """Verbose regular expression over the lower-case speech."""


@dataclass(frozen=True, slots=True)
class Frames:
    """Several frames, and all their words at hand, so that most sentences are passed by with one look."""

    parts: tuple[Frame, ...]
    words: frozenset[str]

    @classmethod
    def of(cls, *parts: Frame) -> Frames:
        """These frames."""
        return cls(parts, frozenset().union(*(p.words for p in parts)))

    def find(self, text: str, start: int, end: int, words: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Where a frame fits between `start` and `end`, whose words are `words`."""
        if self.words.isdisjoint(words):
            return
        for part in self.parts:
            if part.words.isdisjoint(words) or (part.also and part.also.isdisjoint(words)):
                continue
            found = compiled(part.pattern).search(text, start, end)
            if found:
                yield found.span()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Rule):
    """Fires on wordings, unless the sentence around them excuses them."""

    triggers: frozenset[str]
    """Words one of which a sentence must have before the pattern is tried; keeps thousands of stories fast."""
    also: frozenset[str] = frozenset()
    """Words one of which the sentence must have too; none where empty."""
    pattern: str
    """Verbose regular expression over the lower-case speech."""
    frames: Frames = Frames((), frozenset())
    """Further wordings, each with triggers of its own."""
    unless: str = ""
    """Verbose regular expression that excuses a whole sentence."""
    at_least: int = 1
    """How many different wordings a passage must have."""
    once: bool = True
    """Whether one finding a passage is enough."""

    def check(self, telling: Telling) -> Iterator[Hit]:
        """One hit for the first match of each passage, or for each match."""
        for passage in telling.passages:
            if self.looks_at(passage) and passage.english and self._may_hit(passage.vocabulary):
                yield from self._hits(passage)

    def _may_hit(self, words: frozenset[str]) -> bool:
        return not (self.triggers.isdisjoint(words) and self.frames.words.isdisjoint(words))

    def _hits(self, passage: Passage) -> Iterator[Hit]:
        found = list(self.matches(passage))
        if len({passage.lower[a:b] for a, b in found}) >= self.at_least:
            yield from (Hit(passage, a, b) for a, b in (found[:1] if self.once else found))

    def matches(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Matches that nothing excuses, sentence by sentence."""
        for (start, end), words in zip(passage.sentences, passage.sentence_words, strict=True):
            found = list(self.frames.find(passage.lower, start, end, words))
            if not (self.triggers.isdisjoint(words) or (self.also and self.also.isdisjoint(words))):
                found = [m.span() for m in compiled(self.pattern).finditer(passage.lower, start, end)] + found
            if found and not (self.unless and compiled(self.unless).search(passage.lower, start, end)):
                yield from found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Rule):
    """Judges each passage by itself."""

    judge: Callable[[Passage], Iterable[Hit]]
    least_words: int = 0
    """A shorter passage is not judged."""

    def check(self, telling: Telling) -> Iterator[Hit]:
        """What the judge says of each passage."""
        for passage in telling.passages:
            if self.looks_at(passage) and len(passage.words) >= self.least_words and passage.english:
                yield from self.judge(passage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Rule):
    """Judges a whole story; says nothing about a passage on its own."""

    judge: Callable[[Telling], Iterable[Hit]]
    least_words: int = 0
    any_language: bool = False

    def check(self, telling: Telling) -> Iterator[Hit]:
        """What the judge says of the story."""
        if telling.whole and telling.count >= self.least_words and (self.any_language or telling.english):
            yield from self.judge(telling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic(Rule):
    """Judges the figures of a telling, whatever its language."""

    judge: Callable[[Telling], Iterable[Hit]]

    def check(self, telling: Telling) -> Iterator[Hit]:
        """What the judge says of the figures."""
        yield from self.judge(telling)
