"""What a rule looks at: one section, or a telling of several."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from storybank.metrics import Change, Figure, figures_and_changes
from storybank.model import SectionName
from storybank.rules.language import is_english
from storybank.rules.levels import Level
from storybank.text.speech import folded, spans_of_sentences, speech

_WORD = re.compile(r"[a-z][a-z']*|\d+")
_ITEM = re.compile(r"(?m)^[^\S\n]*(?:[-*+•]|\d{1,3}[.)])[^\S\n]+(?=\S)")
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|me|myself|mine)\b")


@dataclass(frozen=True)
class Passage:
    """One section as its author wrote it, with what rules ask of it worked out once."""

    text: str
    section: SectionName | None = None
    """None where the section is not known."""
    line: int = 1
    """1-based line of the file on which `text` starts."""
    part: str = ""
    """'' in the story itself, 'cues', or the name of the variant."""

    @cached_property
    def speech(self) -> str:
        """The author's own words; quotations, code and the like are blanks. Same length as `text`."""
        return speech(self.text)

    @cached_property
    def lower(self) -> str:
        """`speech` in lower case with straight apostrophes. Same length as `text`."""
        return folded(self.speech)

    @cached_property
    def _words(self) -> list[list[str]]:
        return [_WORD.findall(self.lower, start, end) for start, end in self.sentences]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of `lower`."""
        return tuple(chain.from_iterable(self._words))

    @cached_property
    def sentence_words(self) -> tuple[frozenset[str], ...]:
        """Which words occur in each of `sentences`."""
        return tuple(map(frozenset, self._words))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Which words occur."""
        return frozenset(self.words)

    @cached_property
    def english(self) -> bool:
        """Whether rules about English words can judge it."""
        return is_english(self.words, self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every sentence."""
        return tuple(spans_of_sentences(self.speech))

    @cached_property
    def items(self) -> tuple[int, ...]:
        """Where the text of each list item starts."""
        return tuple(found.end() for found in _ITEM.finditer(self.text))

    @cached_property
    def first_person(self) -> int:
        """How often the author says I, me or my."""
        return len(_FIRST_PERSON.findall(self.lower))

    @cached_property
    def _numbers(self) -> tuple[tuple[Figure, ...], tuple[Change, ...]]:
        if not _NUMBER_WORD.search(self.speech):
            return (), ()
        found, stated = figures_and_changes(self.speech)
        return tuple(found), tuple(stated)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the author's own words."""
        return self._numbers[0]

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes that state both of their ends."""
        return self._numbers[1]

    @cached_property
    def figure_starts(self) -> tuple[int, ...]:
        """Where each of `figures` starts."""
        return tuple(f.start for f in self.figures)

    @cached_property
    def change_ends(self) -> frozenset[int]:
        """Where the figures start that are an end of a change."""
        return frozenset(f.start for c in self.changes for f in (c.before, c.after))

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Start and end of the sentence that `place` stands in."""
        at = bisect_right(self.sentences, (place, len(self.text) + 1)) - 1
        return self.sentences[max(at, 0)] if self.sentences else (0, len(self.text))


_NUMBER_WORD = re.compile(
    r"(?i)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|half|halved|third|quarter|doubl|tripl|"
    r"twice|hundred|thousand|million|billion|magnitude|quadrupl|zero|percent)"
)


@dataclass(frozen=True)
class Telling:
    """What is checked at once: a whole story, or a passage on its own."""

    passages: tuple[Passage, ...]
    """The sections of the story itself, in the order of the file."""
    whole: bool = False
    """Whether it is a whole story, so that what is missing can be judged."""
    level: Level | None = None
    """The level it is told for, where one is known."""
    others: tuple[Passage, ...] = ()
    """Cues and variants."""
    twins: tuple[str, ...] = ()
    """Stories told before in nearly the same words, as 'ID (file)'."""
    missing: tuple[SectionName, ...] = field(default=())
    """STAR sections without text."""

    def of(self, *names: SectionName) -> tuple[Passage, ...]:
        """The passages of these sections."""
        return tuple(p for p in self.passages if p.section in names)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Which words occur in the story itself."""
        return frozenset().union(*(p.vocabulary for p in self.passages))

    @cached_property
    def english(self) -> bool:
        """Whether every passage is English, and there is one."""
        return bool(self.passages) and all(p.english for p in self.passages)

    @cached_property
    def count(self) -> int:
        """Words of the story itself."""
        return sum(len(p.words) for p in self.passages)

    def search(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern occurs anywhere in the story's own words, in lower case."""
        return any(pattern.search(p.lower) for p in reversed(self.passages))  # most is found in the result
