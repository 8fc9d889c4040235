"""Texts that stand where an answer should: '[describe ...]', '<...>', '...', 'TODO'."""

from __future__ import annotations

import re

from storybank.text.labelnames import read_name

_BRACKETED = re.compile(r"\[[^\[\]\n]{2,}\](?!\()|<[^<>\n]{2,}>|\{[^{}\n]{2,}\}|【[^【】\n]{2,}】|_{3,}|\.{2,}|…+")
_WHOLE_PAREN = re.compile(r"^[(（][^()（）]*[)）][.!]?$")
_TODO = re.compile(
    r"^(?:(?:n/?a|none|wip|x{2,}|\?+)[.!]?$|(?:to ?do|tbd|tba|tbc|fixme|fill (?:me |this )?in"
    r"|fill in later|placeholder|coming soon"
    r"|lorem ipsum.*|your (?:answer|text|story) here|insert .{0,40}|write here|待补充|待填|待写)\b.{0,60}$)",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"^[\s>*_`+\-•]+|[\s*_`]+$", re.MULTILINE)


def without_placeholders(text: str) -> str:
    """The words of `text` that are no placeholder; '' where nothing but placeholders stands."""
    if not (bare := " ".join(_MARKUP.sub("", text).split())):
        return ""
    kept = _BRACKETED.sub(" ", bare)
    if len(kept) < 0.55 * len(bare) and len(_BRACKETED.findall(bare)) > 1:
        return ""
    kept = " ".join(kept.split())
    if _WHOLE_PAREN.match(bare) or _TODO.match(kept) or read_name(kept) is not None:
        return ""
    return kept if sum(c.isalnum() for c in kept) > 1 else ""


def is_placeholder(text: str) -> bool:
    """Nobody has written here yet."""
    return not without_placeholders(text)
