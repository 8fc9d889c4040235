"""Damage that programs do to documents, mended line by line; the number of lines never changes."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence

_MOJIBAKE = re.compile("[ÃÂâðÐÑïäåæçè][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|ï¿½")
_INVISIBLE = re.compile("[\u200b\u200c\u2060\ufeff\u00ad]")
_SPACES = re.compile("[\u00a0\u2007\u202f\u2009\u3000]")
_ANCHOR = re.compile(r"^(#{0,6})\s*(.*?\S)\s*¶\s*$")
_NUMBERED_ID = re.compile(r"[A-Z]{1,5}-\d+\b")
_MATHS_DOLLAR = re.compile(r"\\[()](?=\s?\d)")
_MATHS_BOLD = re.compile(r"\*\*(\w+)\*\*(?=\s*:)")
_SPLIT_FRACTION = re.compile(r"(?<=\d\.)[¼-¾⅐-⅞]")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)")
_BREAK = re.compile(r"<br[ ]{0,3}/?>[ \t]*$", re.IGNORECASE)
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})(?:[ ][^<>]{0,300})?/?>")
_BLOCK_TAGS = frozenset(
    [
        "details",
        "p",
        "div",
        "section",
        "article",
        "ul",
        "ol",
        "li",
        "blockquote",
        "html",
        "body",
        "head",
        "main",
        "span",
        "center",
        "font",
        "u",
        "a",
        "small",
        "dl",
        "dt",
        "dd",
    ]
)


def repair(lines: Sequence[str]) -> list[str]:
    """The lines as they were meant: characters, anchors, dollars and fractions, HTML as markdown."""
    return list(_html(_characters(line) for line in lines))


def _characters(line: str) -> str:
    if _MOJIBAKE.search(line):
        from ftfy import TextFixerConfig, fix_text

        fixed = fix_text(line, TextFixerConfig(uncurl_quotes=False, unescape_html=False, normalization=None))
        line = fixed if "\n" not in fixed else line
    line = _INVISIBLE.sub("", _SPACES.sub(" ", line))
    if "\\" in line and _MATHS_DOLLAR.search(line):
        line = _MATHS_BOLD.sub(r"\1", _MATHS_DOLLAR.sub("$", line))
    line = _SPLIT_FRACTION.sub(lambda m: unicodedata.normalize("NFKC", m[0]).replace("\u2044", "/"), line)
    if "¶" in line and (anchored := _ANCHOR.match(line)):
        marks = anchored[1] or ("####" if _NUMBERED_ID.match(anchored[2]) else "###")
        line = f"{marks} {anchored[2]}"
    return line


def _html(lines: Iterator[str]) -> Iterator[str]:
    """Markup of HTML as markdown; comments go (the ledger lists their lines)."""
    commented = False
    level = 1
    for line in lines:
        if commented:
            _, closed, after = line.partition("-->")
            commented = not closed
            yield after if closed else ""
            continue
        if "<" not in line and "&" not in line:
            if line.startswith("#"):
                level = min(len(line) - len(line.lstrip("#")), 5)
            yield line
            continue
        commented = line.rfind("<!--") > line.rfind("-->")
        line = _COMMENT.sub("", line)
        yield _markdown(line, level) if "<" in line or "&" in line else line


def _markdown(line: str, level: int) -> str:
    def replace(match: re.Match[str]) -> str:
        name = match["name"].lower()
        closing = match[0].startswith("</")
        if name in {"b", "strong"}:
            return "**"
        if name in {"i", "em"}:
            return "*"
        if name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return "" if closing else f"\x00{'#' * int(name[1])} "
        if name == "summary":
            return "" if closing else f"\x00{'#' * (level + 1)} "
        if name == "li":
            return "" if closing else "- "
        return "" if name in _BLOCK_TAGS else match[0]

    text = _TAG.sub(replace, _BREAK.sub("", line))
    before, marked, after = text.partition("\x00")
    if marked:
        quoted = not before.strip(" >")
        text = before.lstrip(" ") + after.replace("\x00", "") if quoted else before + after.lstrip("# ")
        text = re.sub(r"^([> ]*#+ )\*\*(.*?)\*\*\s*$", r"\1\2", text)
    return html.unescape(text) if "&" in text else text
