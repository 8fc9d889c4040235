"""Numbers that the way they are written makes names: glued to letters, ordinal, enumerating."""

from __future__ import annotations

from collections.abc import Sequence

from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Kind
from storybank.metrics.quantity import is_number, low
from storybank.metrics.tokens import Shape, Token

_BOUNDS = word_set("sub near over under plus to in")
"""'sub-200ms'."""


def glued_name(tokens: Sequence[Token], atom: Atom) -> bool:
    """'CO-1', 'GPT-4', 'id_42', '#482', '10:30', '2x4', '5xx', '3D'."""
    first = tokens[atom.first]
    if first.text[0] == "0" and first.text.isdigit() and len(first.text) > 1:
        return True
    before = tokens[atom.first - 1] if atom.first else None
    if before is not None and first.glued:
        if before.low == "+" and before.glued and tokens[atom.first - 2].shape is Shape.WORD:
            return True
        if before.low in {"×", "^"}:
            return True
        if before.low in {"#", "_", "№", "@", ":", "."}:
            return before.low != ":" or (atom.first > 1 and tokens[atom.first - 2].shape is Shape.NUMBER)
        if before.low in {"-", "/"} and before.glued and atom.first > 1:
            joined = tokens[atom.first - 2]
            if first.shape is Shape.SIGN or (joined.glued and low(tokens, atom.first - 3)[:1].isdigit()):
                return False
            if joined.shape is Shape.CODE or (before.low == "/" and joined.shape is Shape.WORD):
                return True
            return joined.shape is Shape.WORD and not (
                joined.low in _BOUNDS and first.low not in {"a", "an"} and not _after_number(tokens, atom)
            )
        if before.shape in {Shape.CODE, Shape.WORD} and atom.kind is not Kind.MONEY:
            return _chain(tokens, atom)
    after = tokens[atom.last] if atom.last < len(tokens) else None
    if after is None or not after.glued:
        return False
    if after.shape is Shape.CODE or after.low in {"_", "@"}:
        return True
    if after.low == ":" and atom.last + 1 < len(tokens):
        return tokens[atom.last + 1].shape is Shape.NUMBER and tokens[atom.last + 1].glued
    return after.shape is Shape.WORD and tokens[atom.last - 1].shape is Shape.NUMBER


def _chain(tokens: Sequence[Token], atom: Atom) -> bool:
    """Letters and digits in one piece, other than '1h30m'."""
    return not (tokens[atom.first - 1].low in {"h", "hr", "m", "min", "d"} and atom.kind is Kind.DURATION)


def _after_number(tokens: Sequence[Token], atom: Atom) -> bool:
    """'9-to-5', whose end measures as little as its start."""
    return atom.bare and is_number(tokens, atom.first - 4)


def ordinal(tokens: Sequence[Token], atom: Atom) -> bool:
    """'3rd', '21st', '90s', '1. ' at the start of a line."""
    last = tokens[atom.last - 1]
    after = tokens[atom.last] if atom.last < len(tokens) else None
    if last.low in {"st", "nd", "rd", "th"} or (after is not None and after.low in {"st", "nd", "rd", "th"}):
        return True
    if atom.unit == "second" and last.text == "s" and low(tokens, atom.first - 1) == "-" and _of_ages(tokens, atom):
        return True
    if atom.unit == "second" and last.text == "s" and last.glued and tokens[atom.first].text.endswith("0"):
        return tokens[atom.last - 2].value >= 1000 or low(tokens, atom.first - 1) in {"the", "his", "her", "my", "'"}
    if after is not None and after.glued and after.low == "'s" and atom.bare:
        return True
    return _enumerated(tokens, atom, after)


def _of_ages(tokens: Sequence[Token], atom: Atom) -> bool:
    """'the under-14s', 'over-60s'."""
    return tokens[atom.first].glued and low(tokens, atom.first - 2) in {"under", "over"}


def _enumerated(tokens: Sequence[Token], atom: Atom, after: Token | None) -> bool:
    """'1. ' and '## 2)' at the start of a line, '(3)', '[2. Title]', a keycap."""
    cell = low(tokens, atom.first - 1) == "|" and tokens[atom.first - 1].opens
    if cell and after is not None and after.low == "|":
        return True
    if atom.spelled or after is None or atom.last - atom.first != 1 or not after.glued:
        return False
    if after.low in {"\ufe0f", "\u20e3"}:
        return True
    at = atom.first
    opened = low(tokens, at - 1) in {"(", "["}
    if after.low == "]" and opened:
        return True
    behind = tokens[atom.last + 1] if atom.last + 1 < len(tokens) else None
    begins = behind is not None and not behind.glued and behind.text[0].isupper()
    if after.low == "." and begins and atom.value <= 20 and low(tokens, at - 1) in {".", ":", "|", ";", ")"}:
        return True
    if after.low == ")":
        within = {low(tokens, at - n) for n in range(1, 12)}
        return atom.value <= 20 and ((opened and tokens[at].glued) or "(" not in within)
    while low(tokens, at - 1) in {"#", "-", ">", "[", "(", "|", "+"} and not tokens[at].opens:
        at -= 1
    parted = behind is None or not behind.glued
    return (tokens[at].opens or low(tokens, atom.first - 1) == "[") and after.low in {".", ":"} and parted
