"""Whether a bare number is a score."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.tokens import Token

_SCORES = word_set(
    """
    rating ratings rated score scores scored scoring satisfaction csat nps enps stars mark marks grade f1 auc
    cpk ppk mos glassdoor happiness likert esat promoter gpa
    """
)
_ASKED = word_set("survey poll questionnaire pulse")
"""They make scores of decimals only: a survey has a count of people too."""
_LEFT, _RIGHT = 10, 4
_MAX = 100


def is_score(tokens: Sequence[Token], atom: Atom) -> bool:
    """A word such as 'rating', 'satisfaction' or 'NPS' stands near in the same sentence."""
    if not atom.bare or atom.value > _MAX or atom.spelled:
        return False
    for at in range(atom.first - 1, max(atom.first - _LEFT, 0) - 1, -1):
        if tokens[at].low in {".", ";", "!", "?"}:
            break
        if tokens[at].low in _SCORES or (tokens[at].low in _ASKED and 1 < atom.value < 10 and atom.value % 1):
            return True
        if tokens[at].breaks or (tokens[at].text.isupper() and len(tokens[at].text) > 1):
            break
    for at in range(atom.last, min(atom.last + _RIGHT, len(tokens))):
        if tokens[at].low in {".", ";", "!", "?", ","} or tokens[at].breaks:
            break
        if tokens[at].low in _SCORES:
            return True
    return False
