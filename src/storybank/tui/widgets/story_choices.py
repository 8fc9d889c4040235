"""Stories as entries of a finder."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from storybank.model import Card
from storybank.tui.widgets.finder import Choice


def story_choices(cards: Iterable[Card]) -> list[Choice]:
    """One entry a story, with its id and title."""
    return [Choice(card.id, Content.assemble((card.id, "bold $primary"), f"  {card.title}")) for card in cards]
