"""Numbers as people say them, written with digits where only speech puts them so: 'sixteen point four' is 16.4."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ONE_TO_NINETEEN = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_TENS_FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {"zero": 0, **{word: value for value, word in enumerate(_ONE_TO_NINETEEN.split(), 1)}}
_TENS = {word: 10 * value for value, word in enumerate(_TENS_FROM_TWENTY.split(), 2)}
_DIGITS = {**{word: value for word, value in _ONES.items() if value < 10}, "oh": 0, "o": 0, "nought": 0, "nil": 0}
_SMALL = "|".join([*_ONES, *_TENS, "nought"])
_WHOLE = rf"(?:(?:a|{_SMALL})[ -]hundred(?:[ -]and)?(?:[ -](?:{_SMALL}))*|(?:{_SMALL})(?:[ -](?:{_SMALL}))?|\d+)"
_DIGIT = "|".join(_DIGITS)
_DECIMAL = re.compile(
    rf"\b(?:(?P<whole>{_WHOLE})[ -])?point[ -](?P<places>(?:{_DIGIT}|\d+)(?:[ -](?:{_DIGIT}|\d))*)\b(?! of\b)",
    re.IGNORECASE,
)
_PLACES_AS_ONE = re.compile(
    rf"\b(?P<whole>{_WHOLE})[ -]point[ -](?P<tens>{'|'.join(_TENS)})(?:[ -](?P<ones>{_DIGIT}))?\b", re.IGNORECASE
)
_IN_DIGITS = re.compile(r"(?<![\w./])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/])")
_IN_WORDS = re.compile(rf"\b(?!\d){_WHOLE}\b", re.IGNORECASE)
_SLANG = (
    (re.compile(r"\bgrand\b", re.IGNORECASE), "thousand dollars"),
    (re.compile(r"\bbucks\b", re.IGNORECASE), "dollars"),
    (re.compile(r"\bper cent\b", re.IGNORECASE), "percent"),
    (re.compile(r"(?<=\d) (?=[kKM]\b)"), ""),
)


def written(text: str) -> str:
    """`text` with decimals in digits ('one point eight million' is '1.8 million'), and slang for money spelt out."""
    text = _PLACES_AS_ONE.sub(_decimal_of_tens, text)
    text = _DECIMAL.sub(_decimal, text)
    for pattern, plain in _SLANG:
        text = pattern.sub(plain, text)
    return text


def in_digits(words: list[str]) -> list[str]:
    """Words with those of one number word in digits, for names such as 'q three'."""
    return [str(_ONES[word]) if word in _ONES else word for word in words]


def numbers(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and value of all numbers of a text, in digits or in words, whatever they count; 'one' is none."""
    for found in _IN_DIGITS.finditer(text):
        yield found.start(), found.end(), float(found[0].replace(",", ""))
    for found in _IN_WORDS.finditer(text):
        value = whole_number(found[0])
        if value > 1:
            yield found.start(), found.end(), float(value)


def whole_number(words: str) -> int:
    """'a hundred and twenty five' is 125."""
    total = 0
    for word in re.split(r"[ -]+", words.casefold()):
        if word.isdigit():
            total += int(word)
        elif word == "hundred":
            total = max(1, total) * 100
        else:
            total += _ONES.get(word, _TENS.get(word, 0))
    return total


def _decimal(found: re.Match[str]) -> str:
    if found["whole"] is None and found["places"].casefold() in {"one", "two", "three", "four", "five"}:
        before = found.string[: found.start()].rstrip()
        if not re.search(r"(?:\bof|\bby|\bto|\bat|\bfrom|\bonly|^)$", before, re.IGNORECASE):
            return found[0]  # 'at that point two people' is no number
    places = "".join(str(_DIGITS.get(d, d)) for d in re.split(r"[ -]+", found["places"].casefold()))
    return f"{whole_number(found['whole'] or '0')}.{places}"


def _decimal_of_tens(found: re.Match[str]) -> str:
    places = _TENS[found["tens"].casefold()] + _DIGITS.get((found["ones"] or "").casefold(), 0)
    return f"{whole_number(found['whole'])}.{places}"
