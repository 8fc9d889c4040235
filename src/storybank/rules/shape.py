"""Lengths and shares of a story's sections. Sources: research notes on practice (shares of time, pace of speech)."""

from storybank.model import SectionName
from storybank.rules.passage import Telling

LONGEST_MINUTES = 4
SETUP_WARN, SETUP_ERROR = 0.40, 0.60
"""Share of the story's words that Situation and Task may have."""
RESULT_LEAST = 0.10
"""Share of the story's words that Result should have."""
SETUP = (SectionName.SITUATION, SectionName.TASK)


def words_of(telling: Telling, *names: SectionName) -> int:
    """Words of the passages of these sections."""
    return sum(len(p.text.split()) for p in telling.of(*names))


def total(telling: Telling) -> int:
    """Words of the story itself."""
    return sum(len(p.text.split()) for p in telling.passages)
