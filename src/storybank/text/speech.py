"""What of a markdown text its author says in their own words, place for place."""

from __future__ import annotations

import re
from collections.abc import Iterator

WORDS_A_MINUTE = 150
"""A calm speaker; 130 to 160 is usual."""
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_NOT_SPOKEN_LINE = re.compile(r"\s*>| {0,3}#{1,6}(?:\s|$)")
_INLINE = re.compile(r"`[^`\n]+`|!?\[[^\[\]\n]*\]\([^()\n]*\)|(?:https?://|www\.)\S+|</?[a-zA-Z][^<>\n]*>")
_QUOTES = re.compile(
    r"“[^“”]{1,1000}”|\"[^\"]{1,1000}\"|‘(?:[^‘’]|’(?=\w)){3,300}’(?!\w)|(?<![\w'])'(?=\w)[^'\n]{3,300}(?<=[\w.!?,])'(?!\w)"
)
_MARKS = re.compile(r"[*~]+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")
_MARKED = re.compile(r"[<#>`~*\[\]“\"‘]|://|www\.|(?<!\w)['_]|(?<=\w)_")
"""Without one of these a text is all speech."""
_MOSTLY = 0.8
"""Share of the text inside quotation marks from which the marks enclose the answer itself."""


def speaking_seconds(words: int) -> int:
    """How long a calm speaker takes for so many words."""
    return round(words * 60 / WORDS_A_MINUTE)


def speech(text: str) -> str:
    """`text` with blanks in place of what is not its author's own speech; length and line ends stay.

    Left out: quotations, block quotes, code, links, comments, headings and emphasis marks. A text that stands as a
    whole in quotation marks is the author's.
    """
    if not _MARKED.search(text):
        return text
    kept = list(text)
    for start, end in _unspoken_blocks(text):
        _blank(kept, start, end)
    for pattern in (_INLINE, _MARKS):
        rest = "".join(kept)
        for found in pattern.finditer(rest):
            _blank(kept, *found.span())
    rest = "".join(kept)
    quoted = [found.span() for found in _QUOTES.finditer(rest) if "\n\n" not in found[0]]
    if sum(end - start for start, end in quoted) < _MOSTLY * len(text.strip()):
        for start, end in quoted:
            _blank(kept, start, end)
    return "".join(kept)


def _blank(kept: list[str], start: int, end: int) -> None:
    kept[start:end] = ["\n" if c == "\n" else " " for c in kept[start:end]]


def _unspoken_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Comments, fenced code, block quotes and headings."""
    yield from comments(text)
    if not any(mark in text for mark in ("```", "~~~", "#", ">")):
        return
    fence, start = "", 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        marks = _FENCE.match(line)
        if fence or marks or _NOT_SPOKEN_LINE.match(line):
            yield start, end
        if marks and (not fence or marks[1].startswith(fence)):
            fence = "" if fence else marks[1]
        start = end


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every HTML comment; one that is never closed is none."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)


_LOWER = {ord("’"): "'", ord("‘"): "'", 0x130: "i"}


def folded(text: str) -> str:
    """`text` in lower case with straight apostrophes, character for character."""
    lower = text.translate(_LOWER).lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_BOUNDARY = re.compile(
    r"(?<![.!?…])[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W_a-z])|\n[^\S\n]*(?=\n|[-*+•>]\s|\d{1,3}[.)]\s)"
)


def spans_of_sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence; a blank line or a list item begins a new one."""
    found, start = [], 0
    for boundary in _BOUNDARY.finditer(text):
        found.append((start, boundary.end()))
        start = boundary.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if any(c.isalnum() for c in text[a:b])]
