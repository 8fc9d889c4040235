"""A markdown document as a tree of headed parts, every part with its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
_FRONT = re.compile(r"---\n((?:(?! {0,3}-{3,}[ \t]*$|\.\.\.).*\n)*)---\n", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}(?=[ \t]|$).*", re.MULTILINE)
_NEEDS_PARSER = re.compile(
    r"```|~~~|[\0\r]"  # fenced code
    r"|^[ \t]+\#|^[ \t]{0,3}(?:=+|-+)[ \t]*$"  # headings of other forms
    r"|^[ \t>*+\-\d.)]*<",  # HTML
    re.MULTILINE,
)
"""Without any of these the headings of a text are just its lines that start with '#'."""


@cache
def block_parser(*, front_matter: bool = True) -> MarkdownIt:
    """CommonMark with tables, blocks only: the inline text stays source text. A fragment has no front matter."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.core.ruler.disable(["inline", "text_join"])
    return parser.use(front_matter_plugin) if front_matter else parser


def _fragment(text: str) -> Sequence[Token]:
    return block_parser(front_matter=False).parse(text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document."""

    level: int
    text: str
    """Source text, markup included."""
    first: int
    """0-based line on which it starts."""
    end: int
    """0-based line after it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of lines below one heading, deeper headings included; the whole document is the part of level 0."""

    heading: Heading | None
    lines: tuple[str, ...]
    """All lines of the document."""
    first: int
    """0-based line on which the body starts."""
    end: int
    """0-based line after the body."""
    inner: tuple[Heading, ...]
    """The headings inside the body."""

    @property
    def title(self) -> str:
        """The heading's source text, '' for a whole document."""
        return self.heading.text if self.heading else ""

    @property
    def line(self) -> int:
        """1-based line of the heading."""
        return (self.heading.first if self.heading else self.first) + 1

    @property
    def text(self) -> str:
        """The body without the blank lines at its ends."""
        return "\n".join(self.lines[self._text_first : self.end]).rstrip()

    @property
    def text_line(self) -> int:
        """1-based line on which `text` starts."""
        return self._text_first + 1

    @property
    def _text_first(self) -> int:
        return next((i for i in range(self.first, self.end) if self.lines[i].strip()), self.first)

    def split(self, level: int) -> tuple[Part, tuple[Part, ...]]:
        """The body before the first heading of `level` or shallower, and the parts under such headings."""
        starts = [h for h in self.inner if h.level <= level]
        bounds = [*(h.first for h in starts), self.end]
        lead = Part(None, self.lines, self.first, bounds[0], tuple(h for h in self.inner if h.first < bounds[0]))
        parts = tuple(
            Part(h, self.lines, h.end, after, tuple(i for i in self.inner if h.first < i.first < after))
            for h, (_, after) in zip(starts, pairwise(bounds), strict=True)
        )
        return lead, parts


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed markdown document."""

    root: Part
    front: str | None
    """The front matter's source without its fences, None where there is none."""


def read_document(text: str) -> Document:
    """Parse markdown. Line ends must be '\\n'.

    Most story files need no parser to find their headings, which was a quarter of the time of a check.
    """
    front, first, headings = _by_lines(text) or _by_parser(text)
    lines = tuple(text.split("\n"))
    return Document(Part(None, lines, first, len(lines), tuple(headings)), front)


_Found = tuple[str | None, int, list[Heading]]
"""The front matter's source, the first line of the body, the headings."""


def _by_parser(text: str) -> _Found:
    tokens = block_parser().parse(text)
    front = tokens[0] if tokens and tokens[0].type == "front_matter" else None
    first = front.map[1] if front and front.map else 0
    return front.content if front else None, first, _headings(tokens)


def _by_lines(text: str) -> _Found | None:
    """What the parser finds, None where only the parser can tell."""
    front = _FRONT.match(text)
    body = front.end() if front else 0
    if _NEEDS_PARSER.search(text, body):
        return None
    line, at, headings = text.count("\n", 0, body), body, []
    for found in _HEADING.finditer(text, body):
        line, at = line + text.count("\n", at, found.start()), found.start()
        headings.append(_heading(found[0], line))
    return (front[1].removesuffix("\n") if front else None), text.count("\n", 0, body), headings


def _heading(line: str, number: int) -> Heading:
    level = len(line) - len(line.lstrip("#"))
    title = line[level:].rstrip(" \t")
    closed = title.rstrip("#")  # '## Title ##'
    return Heading(level, (closed if closed[-1:] in (" ", "\t") else title).strip(), number, number + 1)


def _headings(tokens: Sequence[Token]) -> list[Heading]:
    return [
        Heading(int(token.tag[1]), tokens[i + 1].content.strip(), token.map[0], token.map[1])
        for i, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and token.map
    ]


def contained(text: str, level: int) -> str:
    """`text` such that it stays whole below a heading of `level`: its headings are deeper, no block is left open."""
    text = _BLANK_LINES.sub("", text).rstrip()
    lines = text.split("\n")
    headings = _headings(_fragment(text))
    shift = max((level + 1 - h.level for h in headings), default=0)
    if shift > 0:
        for heading in headings:
            marks = "#" * min(6, heading.level + shift)
            lines[heading.first : heading.end] = [f"{marks} {heading.text}"] + [""] * (heading.end - heading.first - 1)
    return _closed("\n".join(lines).rstrip())


def _closed(text: str) -> str:
    """`text` with its last block ended, so that a heading after it is a heading."""
    if not text or _ends_before_heading(text):
        return text
    last = _fragment(text)[-1]
    fenced = f"{text}\n{last.markup}"
    if last.type == "fence" and _ends_before_heading(fenced):
        return fenced
    return "\n".join(f"    {line}" if line.strip() else line for line in text.split("\n"))


def _ends_before_heading(text: str) -> bool:
    tokens = _fragment(f"{text}\n\n# end\n")
    return len(tokens) >= 3 and tokens[-3].type == "heading_open" and tokens[-3].level == 0


def bullets(text: str) -> tuple[str, ...]:
    """The items of the lists in `text`, nested ones flattened, each on one line, without their markers."""
    tokens = _fragment(text)
    depth = 0
    items: list[str] = []
    for token in tokens:
        if token.type == "list_item_open":
            depth += 1
        elif token.type == "list_item_close":
            depth -= 1
        elif token.type == "inline" and depth:
            items.append(" ".join(token.content.split()))
    return tuple(items)


def plain_title(text: str) -> str:
    """A heading's text without emphasis marks, code ticks, anchors and closing punctuation."""
    return text.strip().strip("*_`#").rstrip(":").strip("*_` ").strip()
