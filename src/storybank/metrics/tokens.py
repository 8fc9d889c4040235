"""Text as tokens: numbers, words, codes such as 'p99', and single signs."""

from __future__ import annotations

import re
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from storybank.metrics.currencies import CODES
from storybank.metrics.numerals import VULGAR


class Shape(Enum):
    """What a token is made of."""

    NUMBER = "number"
    WORD = "word"
    CODE = "code"
    """Letters with digits behind ('Q3', 'p99', 'EC2'), a web address, or digits that are no number ('10.0.0.1')."""
    SIGN = "sign"


class Token(NamedTuple):
    """One token with its place."""

    start: int
    end: int
    text: str
    low: str
    """Lower case, with a straight apostrophe."""
    shape: Shape
    value: float
    """Of a number, else 0."""
    glued: bool
    """No blank or markup stands before it."""
    opens: bool
    """It is the first of a line."""
    breaks: bool
    """An empty line or a list marker stands before it, so that no sentence goes on here."""


_CODES = "|".join(sorted(CODES))
_BIG = r"(?: [km]\b | bn\b | \ ?(?: million | billion ) )"
"""What makes rand of the 'R' in 'R2.4m'; 'R2' may be anything."""
_TOKEN = re.compile(
    rf"""(?x)
    (?P<currency> \b (?: (?: {_CODES} ) (?= \d ) | R (?= \d{{1,3}} (?: ,\d{{3}} | (?: \.\d+ )? {_BIG} ) ) ) )
  | (?P<word> (?<!\d) (?!https?://|www\.) [^\W\d_]+ (?: ['’][^\W\d_]+ )* ) (?P<code> \d \w* )?
  | (?P<link> https?://[^\s<>)\]]+ | www\.[^\s<>)\]]+ )
  | (?P<vulgar> [{"".join(VULGAR)}] )
  | (?P<spaced> (?<![\d.][\ -]) (?<!\d) [1-9]\d{{0,2}} (?: [\ \u00a0\u202f]\d{{3}} )+ (?! [\ -]?\d ) )
  | (?P<number> \d+ (?: [.,'’]\d+ )* )
  | (?P<tail> (?<=\d) [^\W\d_]+ )
  | (?P<sign> -> | => | [^\w\s] | _ )
    """
)
_MARKUP = frozenset("*`\\")
"""Emphasis and escapes: not read, they only part what they stand between."""
_DASHES = str.maketrans("‑‐−", "---")
_SHAPES = MappingProxyType(
    {
        "currency": Shape.WORD,
        "word": Shape.WORD,
        "tail": Shape.WORD,
        "sign": Shape.SIGN,
        "code": Shape.CODE,
        "link": Shape.CODE,
        "spaced": Shape.NUMBER,
        "number": Shape.NUMBER,
        "vulgar": Shape.NUMBER,
    }
)
_BULLETS = frozenset({"-", "+", "•", "–", "#", "|", ">"})
_MAX_DIGITS = 18


def tokenize(text: str, begin: int = 0, stop: int | None = None) -> list[Token]:
    """The tokens of `text[begin:stop]`, with their places in `text`; in linear time."""
    tokens: list[Token] = []
    end = begin
    for match in _TOKEN.finditer(text, begin, len(text) if stop is None else stop):
        written = match[0]
        if written in _MARKUP:
            continue
        start, after = match.span()
        first = not tokens
        glued, opens, breaks = start == end and not first, first, first
        if start > end:
            lines = text.count("\n", end, start)
            opens = first or lines > 0
            breaks = first or lines > 1
        if opens and written in _BULLETS:
            breaks = True
        group = match.lastgroup or ""
        value = 0.0
        shape = _SHAPES[group]
        if shape is Shape.NUMBER:
            number = VULGAR[written] if group == "vulgar" else number_value("".join(written.split()))
            shape, value = (Shape.CODE, 0.0) if number is None else (shape, number)
        low = written.lower() if written.isascii() else _folded(written)
        tokens.append(Token(start, after, written, low, shape, value, glued, opens, breaks))
        end = after
    return tokens


def _folded(written: str) -> str:
    return written.casefold().replace("’", "'").translate(_DASHES)


def number_value(written: str) -> float | None:
    """What digits with points and commas mean; None where they are no number ('10.0.0.1').

    A comma before three digits groups, before one or two it is a decimal comma; a point is decimal unless it groups
    twice ('1.200.000').
    """
    if len(written) > _MAX_DIGITS:
        return None
    plain = written.replace("’", "'")
    if plain.count(".") > 1:
        groups = plain.split(".")
        grouped = "," not in plain and all(len(part) == 3 for part in groups[1:]) and len(groups[0]) <= 3
        return float("".join(groups)) if grouped and groups[0] != "0" else None
    whole, point, decimals = plain.partition(".")
    if "," in decimals or "'" in decimals:
        return None
    groups = whole.replace("'", ",").split(",")
    if len(groups) == 2 and not point and len(groups[1]) in (1, 2):
        return float(f"{groups[0]}.{groups[1]}")
    if len(groups) > 1 and (len(groups[-1]) != 3 or not all(len(part) in (2, 3) for part in groups[1:-1])):
        return None
    return float("".join(groups) + point + decimals)
