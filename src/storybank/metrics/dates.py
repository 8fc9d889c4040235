"""Numbers that tell when: dates, years, the time of day, ages."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.nouns import FUNCTION, counted
from storybank.metrics.numerals import TENS
from storybank.metrics.quantity import is_number, low
from storybank.metrics.tokens import Shape, Token

_MONTHS = word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec spring summer autumn fall winter easter christmas monday tuesday wednesday
    thursday friday saturday sunday
    """
)
_YEAR_BEFORE = word_set(
    """
    in since by from until till of during early late mid year fiscal fy before after around to and back through
    ending between 's
    """
)
_SOME = word_set("them us these those the our my their his her")
"""'in summer 24 of them left' names no date."""
_CLOCK_AFTER = word_set("a.m p.m am pm o'clock oclock")
_CLOCK_VERBS = word_set("at until till o'clock")
_LEVELLED = word_set("stood sat peaked capped stayed remained stable averaged are is was were")
_CLOCK_GOES_ON = word_set("on and every each when we i he she they sharp tomorrow tonight or the")


def date(tokens: Sequence[Token], atom: Atom) -> bool:
    """'March 3', '12 March', '2024-05-01', 'in 2022', 'FY24', "'23"."""
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    first = tokens[atom.first]
    if atom.value == 1 and not atom.spelled and atom.last > atom.first + 1 and _month(tokens[atom.first + 1]):
        return True
    if not atom.bare and not _year(tokens, atom):
        return False
    if after == "of" and low(tokens, atom.last + 1) in _SOME:
        return False
    if first.shape is not Shape.NUMBER:
        return atom.spelled and (
            (13 <= atom.value <= 20 and after in TENS) or (1990 <= atom.value <= 2040 and before in _YEAR_BEFORE)
        )
    if before == "'" and len(first.text) == 2 and first.glued:
        return True
    months = before in _MONTHS or after in _MONTHS or (after == "of" and low(tokens, atom.last + 1) in _MONTHS)
    if months and 1 <= atom.value <= 31 and not (before in _MONTHS and not atom.bare):
        return before != "may" or tokens[atom.first - 1].text == "May"
    if (
        before in {"-", "/", "."}
        and first.glued
        and is_number(tokens, atom.first - 2)
        and low(tokens, atom.first - 3) == before
    ):
        return True
    if _day_and_month(tokens, atom):
        return True
    if after in {"-", "/", "."} and is_number(tokens, atom.last + 1) and low(tokens, atom.last + 2) == after:
        return is_number(tokens, atom.last + 3) and tokens[atom.last + 3].glued
    return _year(tokens, atom)


def _day_and_month(tokens: Sequence[Token], atom: Atom) -> bool:
    """Either number of 'on 12/11'."""
    first = atom.first - 2 if low(tokens, atom.first - 1) == "/" else atom.first
    if low(tokens, first - 1) != "on" or low(tokens, first + 1) != "/":
        return False
    if not (is_number(tokens, first) and is_number(tokens, first + 2)):
        return False
    if first + 3 < len(tokens) and counted(tokens[first + 3]):
        return False
    small, large = sorted((tokens[first].value, tokens[first + 2].value))
    return 1 <= small <= 12 and large <= 31 and not (small == large == 10)


def _month(token: Token) -> bool:
    """'June', and not 'june' or a season: what '1' before it dates."""
    return token.low in _MONTHS and token.low not in {"spring", "fall"} and token.text[0].isupper()


def _year(tokens: Sequence[Token], atom: Atom) -> bool:
    first = tokens[atom.first]
    whole = first.text.isdigit() and len(first.text) == 4 and 1900 <= first.value <= 2100 and atom.value == first.value
    if not whole or atom.kind is not Kind.COUNT:
        return False
    if not atom.unit or tokens[atom.first - 1].low in _MONTHS:
        return True
    return low(tokens, atom.first - 1) in _YEAR_BEFORE or low(tokens, atom.first - 1) == "the"


def clock(tokens: Sequence[Token], atom: Atom) -> bool:
    """'9:30', '3 a.m.', 'at 11', '9 to 5'."""
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    spoken = after in _CLOCK_AFTER or (
        after in {"a", "p"} and low(tokens, atom.last + 1) == "." and low(tokens, atom.last + 2) == "m"
    )
    if spoken or low(tokens, atom.last - 1) in {"am", "pm"}:
        return True
    if (after == "h" or atom.unit == "hour") and before == "at" and low(tokens, atom.last - 1) == "h":
        return True
    if not atom.bare or atom.value > 24:
        return False
    if (
        after in {"in", "on"}
        and low(tokens, atom.last + 1) in {"the", "a"}
        and low(tokens, atom.last + 2) in {"morning", "afternoon", "evening"}
    ):
        return True
    if before in {"past", "half"} or after in {"sharp", "past"}:
        return True
    if before not in _CLOCK_VERBS or atom.value != int(atom.value) or low(tokens, atom.first - 2) in _LEVELLED:
        return False
    return (not after.isalpha() and after != "/") or after in _CLOCK_GOES_ON


def age(tokens: Sequence[Token], atom: Atom) -> bool:
    """'Dario, 24, said', 'a five-year-old'."""
    if atom.bare and not atom.spelled and 14 <= atom.value <= 99:
        return (
            low(tokens, atom.first - 1) == ","
            and low(tokens, atom.first - 2).isalpha()
            and low(tokens, atom.last) == ","
        )
    if atom.unit != "year" or [low(tokens, atom.last), low(tokens, atom.last + 1)] not in (
        ["-", "old"],
        ["-", "old's"],
    ):
        return False
    behind = low(tokens, atom.last + 2)
    return low(tokens, atom.last + 1) == "old's" or not behind.isalpha() or behind in FUNCTION
