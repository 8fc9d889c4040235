"""The cells of coverage: what one story has for one principle, and what to write where no story has anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storybank.bank.bank import Bank
from storybank.bank.coverage import Coverage
from storybank.match.behaviours import Behaviour, load_taxonomy
from storybank.model import Card, Prompt


@dataclass(frozen=True, slots=True)
class Cell:
    """One story under one principle."""

    mark: str
    """'P' (primary), 's' (secondary) or ''."""
    reason: str
    """Why it has this mark, a sentence."""
    shows: tuple[Behaviour, ...]
    """The behaviours of the principle that the author says it shows, the most central first."""


@dataclass(frozen=True, slots=True)
class ToWrite:
    """What would fill a principle."""

    principle: str
    behaviours: tuple[Behaviour, ...]
    """Behaviours of the principle that no tagged story shows well; all of them where none is tagged."""
    questions: tuple[Prompt, ...]
    """What the bank's prompts ask of it."""


def columns(cards: Sequence[Card], result: Coverage) -> tuple[Card, ...]:
    """The stories by their primary principle, in the order of the principles, so that one's own stand together."""
    order = {p.name: place for place, p in enumerate(result.principles)}
    return tuple(sorted(cards, key=lambda card: order.get(card.primary or "", len(order))))


def cell(card: Card, principle: str) -> Cell:
    """What a story has for a principle."""
    if card.primary == principle:
        mark, reason = "P", f"This story is about {principle}: the first principle it names."
    elif principle in card.principles:
        mark, reason = "s", f"This story names {principle} as a further principle."
    elif principle in card.angles:
        mark, reason = "s", f"This story has an angle for {principle}."
    else:
        mark, reason = "", f"This story does not name {principle}."
    return Cell(mark, reason, _shown(card, principle))


def _shown(card: Card, principle: str) -> tuple[Behaviour, ...]:
    known = load_taxonomy().by_key
    shown = sorted(card.behaviours.items(), key=lambda one: -one[1])
    return tuple(known[key] for key, _ in shown if key in known and _belongs(known[key], principle))


def to_write(bank: Bank, result: Coverage, principle: str) -> ToWrite:
    """What would fill a principle."""
    lacking = result.lacking if len(result.untagged) < len(bank.cards) else tuple(load_taxonomy())
    prompts = bank.store.prompts(bank.root)
    return ToWrite(
        principle,
        tuple(behaviour for behaviour in lacking if behaviour.principle == principle),
        tuple(prompt for prompt in prompts if prompt.principle == principle),
    )


def _belongs(behaviour: Behaviour, principle: str) -> bool:
    return principle == behaviour.principle or principle in behaviour.also
