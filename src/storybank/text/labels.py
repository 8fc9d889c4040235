"""The forms in which a label of a STAR section stands in a line of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from storybank.model import SectionName
from storybank.text.labelnames import Name, Role, read_name, section_of


class Form(IntEnum):
    """How a label is set, the clearest form first."""

    HEADING = 0
    BOLD = 1
    PLAIN = 2
    BRACKET = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a line."""

    name: Name
    form: Form
    start: int
    """Column at which it starts."""
    end: int
    """Column at which its text starts."""
    wording: str
    inline: bool = False
    """It stands inside the line, not at its start."""

    @property
    def role(self) -> Role:
        """The (first) section it announces."""
        return self.name.roles[0]


_LEAD = r"[^\w*_(\[`<（【]{0,12}(?:\d{1,2}(?:\ufe0f?\u20e3|[.):])[ \t]*)?"
_BOLD = re.compile(
    _LEAD
    + r"(?P<mark>\*{1,3}|_{1,3})(?P<head>[^*_\n]{1,70}?)(?P=mark)(?P<after>\s{0,2}[(（][^()（）]{0,60}[)）])?"
    + r"(?P<sep>\s*(?:[:：.]|[-–—]{1,2}(?=\s|$)|→|->)?[ \t]*)"
)
_INITIAL = re.compile(
    _LEAD
    + r"(?P<mark>\*{1,3}|_{1,3})(?P<first>\w)(?P=mark)(?P<rest>\w{2,12})(?P<sep>\s*(?:[:：.]|[-–—](?=\s|$))[ \t]*|\s*$)"
)
_PLAIN = re.compile(
    _LEAD
    + r"[*_]{0,3}(?P<head>[^\s:：*_|–—][^:：*|–—\n]{0,60}?)"
    + r"(?P<sep>[ \t]*[:：][ \t]*|[ \t]+(?:[-–—]{1,2}|→|->|=>?)(?:[ \t]+|$)|[–—][ \t]+)"
)
_SPELLED = re.compile(
    _LEAD + r"(?P<head>[A-Z][ \t]*[-–—=:(][ \t]*[A-Za-z]{4,12}\)?)(?P<sep>[ \t]*[:：][ \t]*|[ \t]+[-–—][ \t]+)"
)
_BRACKET = re.compile(r"[(\[（【](?P<head>\w{1,12})[)\]）】](?![(a-zà-ÿ])[ \t]*[:：\-–—.]?[ \t]*")
_INLINE = re.compile(
    r"(?:(?<=[\s|.;,!?)>])|^)(?:"
    r"(?P<mark>\*\*|__)(?P<bold>[^*_\n]{1,40}?)(?P=mark)[ \t]*(?P<bsep>[:：]|[-–—](?=\s))?"
    r"|(?P<plain>[A-Z][a-zA-Z]{0,12}(?:\(s\))?(?:[ \t]?/[ \t]?[A-Z][a-z]{3,8})?)[ \t]?[:：](?=\s|$|\*)"
    r"|[(\[](?P<bracket>[A-Z]\w{0,10})[)\]](?!\()[:：]?"
    r")[ \t]*"
)


@lru_cache(maxsize=32768)
def line_label(text: str) -> Label | None:
    """The label at the start of a line without its list marker, or None."""
    if not text.strip():
        return None
    return _bold(text) or _initial(text) or _bracket(text) or _plain(text) or _alone(text)


@lru_cache(maxsize=4096)
def heading_label(text: str) -> Label | None:
    """The label that a heading is or starts with ('Situation', '1. Task (2 min)', 'Result: what changed')."""
    name = read_name(text)
    if name is not None:
        return Label(name, Form.HEADING, 0, len(text), text)
    found = line_label(text)
    if found is None or (
        found.name.letter and found.form is not Form.BOLD and not text[found.start : found.end].strip()
    ):
        return None
    return Label(found.name, Form.HEADING, found.start, found.end, found.wording)


def heading_section(text: str) -> SectionName | None:
    """The section that a heading names, None for any other heading. A challenge counts as task."""
    name = read_name(text)
    return section_of(name.roles[0]) if name is not None else None


def inline_labels(text: str, start: int = 0) -> Iterator[Label]:
    """The labels inside a line from column `start`: bold, a capitalised word with a colon, or a letter in brackets."""
    for match in _INLINE.finditer(text, start):
        wording = match["bold"] or match["plain"] or match["bracket"]
        name = read_name(wording)
        if name is None:
            continue
        closed = bool(match["bsep"]) or (match["bold"] or "").rstrip().endswith((":", "：", "."))
        glued = match.end() < len(text) and text[match.end()].isalnum() and not match.group().endswith((" ", "\t"))
        if match["bold"] and not closed and (not name.letter or glued):
            continue
        form = Form.BOLD if match["bold"] else Form.BRACKET if match["bracket"] else Form.PLAIN
        yield Label(name, form, match.start(), match.end(), wording, inline=True)


def _found(wording: str, form: Form, end: int) -> Label | None:
    name = read_name(wording)
    return Label(name, form, 0, end, wording.strip()) if name is not None else None


def _bold(text: str) -> Label | None:
    match = _BOLD.match(text)
    if match is None or (match.end() < len(text) and not match["sep"] and match["head"][-1].isalnum()):
        return None
    return _found(match["head"] + (match["after"] or ""), Form.BOLD, match.end())


def _initial(text: str) -> Label | None:
    match = _INITIAL.match(text)
    return _found(match["first"] + match["rest"], Form.BOLD, match.end()) if match else None


def _bracket(text: str) -> Label | None:
    match = _BRACKET.match(text)
    return _found(match["head"], Form.BRACKET, match.end()) if match else None


def _plain(text: str) -> Label | None:
    for pattern in (_SPELLED, _PLAIN):
        match = pattern.match(text)
        found = _found(match["head"], Form.PLAIN, match.end()) if match else None
        if found is not None:
            return found
    return None


def _alone(text: str) -> Label | None:
    if len(text) > 45:
        return None
    name = read_name(text)
    if name is None or (name.letter and not text.strip().startswith(("*", "_"))):
        return None
    return Label(name, Form.PLAIN, 0, len(text), text.strip())
