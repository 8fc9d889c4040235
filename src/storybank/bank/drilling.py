"""Judging what was answered in a drill."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storybank.errors import UnknownPrincipleError
from storybank.model import Card, Grade, Prompt
from storybank.principles import Principle, PrincipleSet
from storybank.schedule import RETRIEVAL_SECONDS, Latency, grade_of, latency

if TYPE_CHECKING:
    from storybank.bank.matching import Answer, Match

RIGHT_AMONG = 3
"""A story is a right answer where it is among this many of the matcher's choices."""
_LIKE_TITLE = 75.0
"""rapidfuzz ratio (0-100) from which typed words mean a title."""
_MOST, _SOME = 0.75, 0.4
"""Shares of the follow-ups answered from which it went well, and from which it went at all."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A story that was named for a prompt, judged."""

    named: Card | None
    """None where no story was named, or none is meant by what was typed."""
    right: bool
    """It is among the matcher's choices; or nothing fits, and none was named."""
    seconds: float | None
    """Time to the answer; None where there was none."""
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
    def to_read(self) -> Card | None:
        """The story to read again: the one that was named where it is right, else the matcher's."""
        return self.named if self.named and self.right else self.choice[0].card if self.choice else self.named

    @property
    def grade(self) -> Grade:
        """What spacing makes of it; a person may say otherwise."""
        return grade_of(None if self.late else self.seconds, right=self.right)


def judge(
    answer: Answer, cards: Sequence[Card], typed: str, seconds: float | None, told: Collection[str] = ()
) -> Retrieved:
    """Hold the story that was named for a prompt against the matcher's choice.

    Args:
        answer: the matcher's, with at least `RIGHT_AMONG` stories beside those that were `told`.
        cards: the stories of the bank.
        typed: an id, words of a title, or nothing.
        seconds: time to the answer, None where there was none.
        told: ids of stories that may not be told again, and so are no right answer any more.
    """
    choice = tuple(match for match in answer.matches if match.card.id not in told)[:RIGHT_AMONG]
    named = find_story(cards, typed)
    if named is None:
        right = not answer.fits and not typed.strip()
        return Retrieved(None, right, seconds if right else None, choice, answer)
    return Retrieved(named, any(match.card.id == named.id for match in choice), seconds, choice, answer)


def find_story(cards: Sequence[Card], typed: str) -> Card | None:
    """The story meant by an id or by words of its title; None where none clearly is."""
    wanted = typed.strip().casefold()
    by_id = next((card for card in cards if card.id.casefold() == wanted), None)
    return by_id or next(iter(_like(cards, wanted, 1)), None)


def suggest_stories(cards: Sequence[Card], typed: str, limit: int = 9) -> list[Card]:
    """The stories that may be meant by what is typed so far: ids and titles that contain it, else titles like it."""
    wanted = typed.strip().casefold()
    words = wanted.split()
    if not words:
        return []
    by_id = [card for card in cards if card.id.casefold().startswith(wanted)]
    by_words = [card for card in cards if all(word in f"{card.id} {card.title}".casefold() for word in words)]
    found = {card.id: card for card in [*by_id, *by_words]}
    return list(found.values())[:limit] or _like(cards, wanted, limit)


def is_text(cards: Sequence[Card], typed: str) -> bool:
    """Whether `typed`, of which the last character is a digit, goes on into an id or title rather than being a choice
    from a numbered list.
    """
    wanted = typed.strip().casefold()
    return any(card.id.casefold().startswith(wanted) or wanted in card.title.casefold() for card in cards)


def suggest_principles(principles: PrincipleSet, typed: str) -> list[Principle]:
    """The principles that may be meant by what is typed so far; all of them while nothing is."""
    wanted = typed.strip().casefold()
    by_code = [p for p in principles if p.code.casefold().startswith(wanted)]
    by_name = [p for p in principles if wanted in p.name.casefold()]
    by_alias = [p for p in principles if any(wanted in alias.casefold() for alias in p.aliases)]
    found = {p.name: p for p in [*by_code, *by_name, *by_alias]} if wanted else {p.name: p for p in principles}
    return list(found.values()) or [p for p, _ in principles.nearest(typed)]


def guessed(principles: PrincipleSet, prompt: Prompt, typed: str) -> tuple[Principle | None, bool]:
    """The principle meant by what was typed, and whether the prompt probes it."""
    try:
        principle = principles.resolve(typed) if typed.strip() else None
    except UnknownPrincipleError:
        return None, False
    return principle, principle is not None and principle.name == prompt.principle


def grade_of_probes(answered: int, asked: int) -> Grade:
    """The grade of a ladder of follow-ups, by the share that could be answered."""
    share = answered / asked if asked else 0.0
    if share == 1:
        return Grade.EASY
    return Grade.GOOD if share >= _MOST else Grade.HARD if share >= _SOME else Grade.AGAIN


def _like(cards: Sequence[Card], wanted: str, limit: int) -> list[Card]:
    """Stories whose titles are like what was typed, the likest first."""
    from rapidfuzz import fuzz, process

    if not wanted:
        return []
    titles = [card.title.casefold() for card in cards]
    like = process.extract(wanted, titles, scorer=fuzz.token_set_ratio, score_cutoff=_LIKE_TITLE, limit=limit)
    return [cards[row] for _, _, row in like]
