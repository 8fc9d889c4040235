"""The kinds of rules: each is a way of finding, with one `check`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from storybank.rules.model import Hit, Rule
from storybank.rules.passage import Passage, Telling

Where = Iterable[tuple[int, int]]
"""Starts and ends in a passage's text."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A verbose pattern over text in lower case, compiled when it is first needed."""
    return re.compile(pattern, re.VERBOSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Rule):
    """Fires on wordings, unless the sentence around them excuses them."""

    triggers: frozenset[str]
    """Words one of which a sentence must have before the pattern is tried; keeps thousands of stories fast."""
    pattern: str
    """Verbose regular expression over the lower-case speech."""
    unless: str = ""
    """Verbose regular expression that excuses a whole sentence."""
    at_least: int = 1
    """How many different wordings a passage must have."""
    once: bool = True
    """Whether one finding a passage is enough."""

    def check(self, telling: Telling) -> Iterator[Hit]:
        """One hit for the first match of each passage, or for each match."""
        for passage in telling.passages:
            if self.looks_at(passage) and passage.english and not self.triggers.isdisjoint(passage.vocabulary):
                yield from self._hits(passage)

    def _hits(self, passage: Passage) -> Iterator[Hit]:
        found = list(self.matches(passage))
        if len({passage.lower[a:b] for a, b in found}) >= self.at_least:
            yield from (Hit(passage, a, b) for a, b in (found[:1] if self.once else found))

    def matches(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Matches that nothing excuses, sentence by sentence."""
        for (start, end), words in zip(passage.sentences, passage.sentence_words, strict=True):
            if self.triggers.isdisjoint(words):
                continue
            found = [m.span() for m in compiled(self.pattern).finditer(passage.lower, start, end)]
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
