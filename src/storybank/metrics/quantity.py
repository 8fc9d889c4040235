"""Quantities: the bare numbers of a text, in digits or in words, before any unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from storybank.metrics.numerals import HUNDREDS, ONES, PARTS, SCALES, SUFFIXES, TENS
from storybank.metrics.tokens import Shape, Token

_SPACED = frozenset({"k", "K", "M", "MM", "mn", "mil", "mio", "Mio", "bn", "Bn", "tn"})
"""Suffixes that may stand behind a blank; a lone 'm' or 'B' may be another word."""

_SPOKEN: Mapping[str, float] = MappingProxyType({"k": 1e3, "mil": 1e6})
"""Behind a number in words, as people say it: 'ninety k'."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its place among the tokens."""

    first: int
    last: int
    """One past its last token."""
    value: float
    spelled: bool
    """Written in words only."""
    factor: float = 1.0
    """Of its scale word or letter ('K', 'million'), already in `value`."""
    letter: str = ""
    """The scale letter as written; 'm' may turn out to be minutes or metres."""
    plus: bool = False
    """'40+': at least."""


def quantity(tokens: Sequence[Token], at: int) -> Quantity | None:
    """The quantity that starts with token `at`."""
    token = tokens[at]
    if token.shape is Shape.NUMBER:
        return _digits(tokens, at)
    if token.shape is not Shape.WORD:
        return None
    if (share := _share_of_scale(tokens, at)) is not None:
        return share
    if token.low in {"a", "an", "half"}:
        return _with_article(tokens, at)
    every = low(tokens, at - 1) == "every" or (low(tokens, at - 1) == "in" and low(tokens, at - 2) == "one")
    return _words(tokens, at, implied=every and (token.low in HUNDREDS or token.low in SCALES))


def low(tokens: Sequence[Token], at: int) -> str:
    """The lower-case text of token `at`, '' outside of the text or beyond the end of a sentence part."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _share_of_scale(tokens: Sequence[Token], at: int) -> Quantity | None:
    """'a quarter of a million', 'three-quarters of a billion'."""
    number = ONES.get(low(tokens, at), 1 if low(tokens, at) == "a" else 0)
    position = _past_hyphen(tokens, at + 1)
    part = PARTS.get(low(tokens, position).removesuffix("s"))
    scale = SCALES.get(low(tokens, position + 3))
    if not number or part is None or scale is None or low(tokens, position + 1) != "of":
        return None
    return Quantity(at, position + 4, _rounded(number * part * scale), True, scale)


def is_number(tokens: Sequence[Token], at: int) -> bool:
    """Token `at` exists and is a number in digits."""
    return 0 <= at < len(tokens) and tokens[at].shape is Shape.NUMBER


def _digits(tokens: Sequence[Token], at: int) -> Quantity:
    value, position = tokens[at].value, at + 1
    following = tokens[position] if position < len(tokens) else None
    if (
        following is not None
        and following.shape is Shape.NUMBER
        and 0 < following.value < 1
        and "." not in following.text
    ):
        value += following.value
        position += 1
    elif part := _and_a_part(tokens, position):
        value += part[1]
        position += part[0]
    factor, letter, position = _scale(tokens, position)
    open_ended = _open_ended(tokens, position)
    return Quantity(at, position + open_ended, _rounded(value * factor), False, factor, letter, open_ended > 0)


def _and_a_part(tokens: Sequence[Token], at: int) -> tuple[int, float] | None:
    """(how many tokens, what it adds) of 'and a half', '-and-a-half', 'and three quarters' at `at`."""
    words = [low(tokens, at + n) for n in range(6)]
    if words == ["-", "and", "-", "a", "-", "half"]:
        return 6, 0.5
    part = {("and", "a", "half"): 0.5, ("and", "a", "quarter"): 0.25, ("and", "three", "quarters"): 0.75}
    added = part.get((words[0], words[1], words[2]))
    return (3, added) if added and (added == 0.5 or words[3] != "of") else None


def _open_ended(tokens: Sequence[Token], at: int) -> int:
    """How many tokens say 'or more': '40+', '30-odd'."""
    if low(tokens, at) == "+" and tokens[at].glued:
        return 1
    return 2 if low(tokens, at) == "-" and low(tokens, at + 1) in {"odd", "plus", "ish", "something"} else 0


def _scale(tokens: Sequence[Token], at: int) -> tuple[float, str, int]:
    """(factor, its letter, the position behind it) of a scale at `at`, also behind a hyphen."""
    if at >= len(tokens):
        return 1.0, "", at
    token = tokens[at]
    if token.text in SUFFIXES and (token.glued or token.text in _SPACED) and not token.opens:
        return SUFFIXES[token.text], token.text, at + 1
    if token.low in SCALES or token.low == "hundred":
        return SCALES.get(token.low, 100.0), "", at + 1
    if token.low == "-" and token.glued and low(tokens, at + 1) in SCALES:
        return SCALES[low(tokens, at + 1)], "", at + 2
    return 1.0, "", at


def _with_article(tokens: Sequence[Token], at: int) -> Quantity | None:
    """'a hundred', 'a dozen', 'half a million', 'half-a-dozen'."""
    position, factor = at, 1.0
    if tokens[at].low == "half":
        position = _past_hyphen(tokens, at + 1)
        if low(tokens, position) not in {"a", "an"}:
            return None
        factor = 0.5
    position = _past_hyphen(tokens, position + 1)
    if low(tokens, position) not in HUNDREDS and low(tokens, position) not in SCALES:
        return None
    if factor == 1.0:
        counted = _words(tokens, position, implied=True)
        return counted and Quantity(at, counted.last, counted.value, True, counted.factor)
    scale = SCALES.get(low(tokens, position)) or HUNDREDS[low(tokens, position)]
    return Quantity(at, position + 1, _rounded(factor * scale), True, scale)


def _past_hyphen(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if low(tokens, at) == "-" and tokens[at].glued else at


def _words(tokens: Sequence[Token], at: int, *, implied: bool = False) -> Quantity | None:
    """'twenty-five', 'two hundred and fifty', 'two and a half million'; `implied`: 'hundred' alone is 100."""
    if not implied and tokens[at].low not in ONES and tokens[at].low not in TENS:
        return None
    total = current = factor = 0.0
    position = last = at
    while position < len(tokens):
        word = tokens[position].low
        if word in ONES and (current % 100 == 0 or (ONES[word] < 10 and current % 100 >= 20 and current % 10 == 0)):
            current += ONES[word]
        elif word in TENS and current % 100 == 0:
            current += TENS[word]
        elif word in HUNDREDS and current % 100 < 100 and current < 100:
            current = max(current, 1.0) * HUNDREDS[word]
        elif word in SCALES:
            factor = SCALES[word]
            total += max(current, 1.0) * factor
            current = 0.0
        else:
            break
        last = position + 1
        position = _joint(tokens, last, word)
    value = total + current
    if factor == 0 and (decimals := _spoken_decimals(tokens, last)):
        value = float(f"{value:g}.{decimals}")
        factor, _, behind = _scale(tokens, last + 1 + len(decimals))
        return Quantity(at, behind, _rounded(value * factor), True, factor)
    if part := _and_a_part(tokens, last):
        factor, _, behind = _scale(tokens, last + part[0])
        return Quantity(at, behind, (value + part[1]) * factor, True, factor)
    if low(tokens, last) in _SPOKEN and factor == 0:
        factor = _SPOKEN[low(tokens, last)]
        return Quantity(at, last + 1, value * factor, True, factor)
    open_ended = _open_ended(tokens, last)
    return Quantity(at, last + open_ended, value, True, factor or 1.0, plus=open_ended > 0)


def _spoken_decimals(tokens: Sequence[Token], at: int) -> str:
    """The digits of 'point six' and 'point two five' at `at`; '' where nothing of the kind follows."""
    if low(tokens, at) != "point":
        return ""
    digits = ""
    while len(digits) < 4 and ONES.get(low(tokens, at + 1 + len(digits)), 10) < 10:
        digits += str(ONES[low(tokens, at + 1 + len(digits))])
    return digits


def _joint(tokens: Sequence[Token], at: int, word: str) -> int:
    """Past a hyphen or an 'and' that goes on with the number."""
    if low(tokens, at) == "-" and tokens[at].glued and (low(tokens, at + 1) in ONES or low(tokens, at + 1) in HUNDREDS):
        return at + 1
    if low(tokens, at) == "and" and (word in HUNDREDS or word in SCALES) and word != "dozen":
        return at + 1 if low(tokens, at + 1) in ONES or low(tokens, at + 1) in TENS else at
    return at


def _rounded(value: float) -> float:
    """Without the dust of binary fractions: 2.3 * 1e6 is 2300000."""
    return float(f"{value:.12g}")
