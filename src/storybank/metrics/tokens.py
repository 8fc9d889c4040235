"""Text as tokens: numbers, words, codes such as 'p99', and single signs."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

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


_TOKEN = re.compile(
    rf"""(?x)
    (?P<link> https?://[^\s<>)\]]+ | www\.[^\s<>)\]]+ )
  | (?P<vulgar> [{"".join(VULGAR)}] )
  | (?P<number> \d+ (?: [.,'’]\d+ )* )
  | (?P<code> (?<!\d) [^\W\d_]+ \d \w* )
  | (?P<word> [^\W\d_]+ (?: ['’][^\W\d_]+ )* )
  | (?P<sign> -> | => | [^\w\s] | _ )
    """
)
_MARKUP = frozenset("*`\\")
"""Emphasis and escapes: not read, they only part what they stand between."""
_DASHES = str.maketrans("‑‐−", "---")
_MAX_DIGITS = 18


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`; in linear time."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        written = match[0]
        if written in _MARKUP:
            continue
        start = match.start()
        gap = text[end:start]
        lines = gap.count("\n")
        shape, value = _shape(match.lastgroup or "", written)
        opens = lines > 0 or not tokens
        bullet = opens and written in {"-", "+", "•", "–", "#", "|", ">"}
        tokens.append(
            Token(
                start,
                match.end(),
                written,
                written.casefold().replace("’", "'").translate(_DASHES),
                shape,
                value,
                glued=start == end and bool(tokens),
                opens=opens,
                breaks=lines > 1 or bullet or not tokens,
            )
        )
        end = match.end()
    return tokens


def _shape(group: str, written: str) -> tuple[Shape, float]:
    if group == "number":
        value = number_value(written)
        return (Shape.CODE, 0.0) if value is None else (Shape.NUMBER, value)
    if group == "vulgar":
        return Shape.NUMBER, VULGAR[written]
    return {"word": Shape.WORD, "sign": Shape.SIGN}.get(group, Shape.CODE), 0.0


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
