"""Numbers in figures of speech and in the names of methods: '24/7', '5 whys', 'two-factor'."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.numerals import SPELLED
from storybank.metrics.quantity import is_number, low
from storybank.metrics.tokens import Token

_NAMES_BY_NUMBER = frozenset({(24, 7), (9, 11), (7, 24), (365, 24), (24, 365), (7, 365)})
_COMPOUNDS = word_set(
    """
    way ways why whys pizza faced on to liner liners handed factor tier phase bit dimensional wheel letter legged sided
    party piece digit digits time pager pagers figure figures sigma stroke
    """
)
"""'two-factor', 'a six-pager': what a hyphen makes a name."""
_PHRASES = word_set("halves nines pizza sixes sevens minds sides ends fronts worlds evils hats")
"""Behind a number in words: 'at sixes and sevens', 'two minds'."""
_TURNS = frozenset({180.0, 360.0})
_EMERGENCY = frozenset({911.0, 112.0, 999.0})
_CALLING = word_set("call called calling dial dialed dialled dialling ring rang ringing phone phoned phoning via")


def idiom(tokens: Sequence[Token], atom: Atom) -> bool:
    """'24/7', '80/20', '5 whys', 'two-way', 'two steps back', '360-degree', 'two cents'."""
    return (
        _pair(tokens, atom)
        or _compound(tokens, atom)
        or _phrase(tokens, atom)
        or (atom.bare and _bare_idiom(tokens, atom))
    )


def _pair(tokens: Sequence[Token], atom: Atom) -> bool:
    """'24/7', '80/20', '9 to 5'."""
    if atom.kind is not Kind.COUNT:
        return False
    pairs = []
    if is_number(tokens, atom.last + 1):
        pairs.append((low(tokens, atom.last), atom.value, tokens[atom.last + 1].value))
    if is_number(tokens, atom.first - 2):
        pairs.append((low(tokens, atom.first - 1), tokens[atom.first - 2].value, atom.value))
    for sign, left, right in pairs:
        if sign == "/" and left + right == 100:
            return True
        if (left, right) in _NAMES_BY_NUMBER and sign in {"/", "-"}:
            return True
        if sign == "to" and (left, right) == (9, 5):
            return True
    return False


def _compound(tokens: Sequence[Token], atom: Atom) -> bool:
    """'two-factor', '360-degree', 'fifty-fifty'."""
    if atom.kind is not Kind.COUNT:
        return False
    word = tokens[atom.last - 1].low
    if word in _COMPOUNDS and "-" in {token.low for token in tokens[atom.first : atom.last]}:
        return True
    if word == "point" and low(tokens, atom.last) in {"scale", "font", "type"}:
        return True
    if word in {"degree", "degrees"} and atom.value in _TURNS:
        return True
    return low(tokens, atom.last) == "-" and low(tokens, atom.last + 1) in SPELLED | _COMPOUNDS


def _phrase(tokens: Sequence[Token], atom: Atom) -> bool:
    """'my two cents', 'two steps back', '5 whys', 'square one', 'four eyes', 'zero-day'."""
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    word = tokens[atom.last - 1].low
    if word == "cents":
        return before in {"my", "your", "their"}
    if word == "steps":
        return atom.spelled and after in {"back", "ahead", "forward", "away", "behind"}
    if word in {"whys", "eyes"} or before == "square" or (atom.spelled and word in _PHRASES):
        return True
    return atom.unit == "day" and atom.value == 0 and low(tokens, atom.first + 1) == "-"


def _bare_idiom(tokens: Sequence[Token], atom: Atom) -> bool:
    """'the top 10', 'did a 180', 'in 4K', 'called 911', '30 under 30'."""
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    if before == "top" or (atom.value in _TURNS and before == "a"):
        return True
    if tokens[atom.last - 1].text == "B" and {"model", "models"} & {after, low(tokens, atom.last + 1)}:
        return True
    if tokens[atom.last - 1].text == "K" and atom.value in {4000, 8000} and before == "in":
        return True
    if atom.value in _EMERGENCY and before in _CALLING:
        return True
    return bool({before, after} & {"under", "over"}) and _same_twice(tokens, atom)


def _same_twice(tokens: Sequence[Token], atom: Atom) -> bool:
    """'30 under 30'."""
    return any(is_number(tokens, at) and tokens[at].value == atom.value for at in (atom.first - 2, atom.last + 1))
