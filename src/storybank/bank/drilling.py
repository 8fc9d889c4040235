"""Judging what was answered in a drill."""

from __future__ import annotations

from dataclasses import dataclass

from storybank.bank.bank import Bank
from storybank.bank.matching import Answer, Match, Matcher
from storybank.errors import UnknownPrincipleError
from storybank.model import Card, Grade, Prompt
from storybank.principles import Principle, PrincipleSet
from storybank.schedule import RETRIEVAL_SECONDS, Latency, grade_of, latency

RIGHT_AMONG = 3
"""A story is a right answer where it is among this many of the matcher's choices."""
_LIKE_TITLE = 75.0
"""rapidfuzz ratio (0-100) from which typed words mean a title."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A story that was named for a prompt, judged."""

    named: Card | None
    """None where no story was named, or none is meant by what was typed."""
    right: bool
    """It is among the matcher's choices; or nothing fits, and none was named."""
    seconds: float | None
    """Time to the answer."""
    choice: tuple[Match, ...]
    """The matcher's choices with their reasons, best first."""
    answer: Answer

    @property
    def speed(self) -> Latency | None:
        """None where nothing was named in time."""
        return None if self.seconds is None or self.late else latency(self.seconds)

    @property
    def late(self) -> bool:
        """Whether the time to name a story had run out."""
        return self.seconds is not None and self.seconds > RETRIEVAL_SECONDS

    @property
    def grade(self) -> Grade:
        """What spacing makes of it; a person may say otherwise."""
        return grade_of(None if self.late else self.seconds, right=self.right)


def judge(bank: Bank, matcher: Matcher, prompt: Prompt, typed: str, seconds: float | None) -> Retrieved:
    """Hold the story that was named for a prompt against the matcher's choice.

    Args:
        bank: where the story is.
        matcher: of that bank.
        prompt: what was asked.
        typed: an id, words of a title, or nothing.
        seconds: time to the answer, None where there was none.
    """
    answer = matcher.match(prompt.text, RIGHT_AMONG)
    named = find_story(bank, typed)
    if named is None:
        return Retrieved(None, not answer.fits and not typed.strip(), seconds, answer.matches, answer)
    right = any(match.card.id == named.id for match in answer.matches)
    return Retrieved(named, right, seconds, answer.matches, answer)


def find_story(bank: Bank, typed: str) -> Card | None:
    """The story meant by an id or by words of its title; None where none clearly is."""
    from rapidfuzz import fuzz, process

    wanted = typed.strip().casefold()
    if not wanted:
        return None
    by_id = next((card for card in bank.cards if card.id.casefold() == wanted), None)
    titles = [card.title.casefold() for card in bank.cards]
    best = process.extractOne(wanted, titles, scorer=fuzz.token_set_ratio, score_cutoff=_LIKE_TITLE)
    return by_id or (bank.cards[best[2]] if best else None)


def guessed(principles: PrincipleSet, prompt: Prompt, typed: str) -> tuple[Principle | None, bool]:
    """The principle meant by what was typed, and whether the prompt probes it."""
    try:
        principle = principles.resolve(typed) if typed.strip() else None
    except UnknownPrincipleError:
        return None, False
    return principle, principle is not None and principle.name == prompt.principle
