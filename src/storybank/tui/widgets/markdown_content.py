"""Markdown as one styled text of a width.

Textual's Markdown makes a widget of every block: sixty for a story, which hold up the keyboard for a tenth of a second
each time the cursor comes to rest. One text takes a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_HEADINGS = {"h1": "bold $text-accent", "h2": "bold $text-accent", "h3": "bold $text-primary"}
_SPANS = {"strong_open": "bold", "em_open": "italic", "link_open": "underline"}
_LEAST = 8
"""Cells below which text is not wrapped any further."""


def markdown_content(text: str, width: int) -> Content:
    """`text` laid out in lines of at most `width` cells; list items and quotes keep their indent when they wrap."""
    layout = _Layout(width)
    for token in _parser().parse(text):
        layout.read(token)
    return Content("\n").join(layout.lines)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # the parser is loaded after the first screen is seen

    return MarkdownIt("commonmark").enable("table")


class _Layout:
    """Lines in the making, with the indent that holds for the block being read."""

    def __init__(self, width: int) -> None:
        self.lines: list[Content] = []
        self._width = width
        self._indents: list[str] = []
        self._marker = ""
        """What stands in the indent of the next line only: a bullet, a number."""
        self._numbers: list[int | None] = []
        self._style = ""
        self._row: list[Content] | None = None
        self._gap = False

    def read(self, token: Token) -> None:
        """Take in one block token."""
        kind = token.type
        if kind == "inline":
            self._text(_inline(token.children or ()))
        elif kind in {"fence", "code_block", "html_block"}:
            self._code(token.content)
        elif kind == "hr":
            self._emit([Content.styled("─" * max(1, self._width), "$foreground-muted")])
        elif kind.endswith("_open"):
            self._open(kind.removesuffix("_open"), token)
        elif kind.endswith("_close"):
            self._close(kind.removesuffix("_close"))

    def _open(self, kind: str, token: Token) -> None:
        if kind in {"bullet_list", "ordered_list"}:
            self._numbers.append(int(token.attrs.get("start", 1)) if kind == "ordered_list" else None)
        elif kind == "list_item":
            number = self._numbers[-1]
            self._marker = "• " if number is None else f"{number}. "
            self._numbers[-1] = None if number is None else number + 1
            self._indents.append(" " * len(self._marker))
        elif kind == "blockquote":
            self._indents.append("│ ")
        elif kind == "heading":
            self._style = _HEADINGS.get(token.tag, "bold")
            self._gap = True
        elif kind == "tr":
            self._row = []

    def _close(self, kind: str) -> None:
        if kind in {"bullet_list", "ordered_list"}:
            self._numbers.pop()
            self._gap = not self._numbers
        elif kind in {"list_item", "blockquote"}:
            self._indents.pop()
            self._gap = self._gap or kind == "blockquote"
        elif kind == "heading":
            self._style, self._gap = "", False
        elif kind == "paragraph":
            self._gap = not self._numbers
        elif kind == "tr" and self._row is not None:
            row, self._row = self._row, None
            self._text(Content(" │ ").join(row))

    def _text(self, content: Content) -> None:
        if self._row is not None:
            self._row.append(content)
            return
        styled = content.stylize(self._style) if self._style else content
        room = self._width - sum(map(len, self._indents))
        self._emit(line for part in styled.split("\n") for line in part.wrap(max(_LEAST, room)))

    def _code(self, source: str) -> None:
        """Lines as they are; a comment, such as a suppression of the check, is not for reading."""
        if source.lstrip().startswith("<!--"):
            return
        self._emit(Content.styled(line.expandtabs(4), "$foreground-muted") for line in source.rstrip("\n").split("\n"))
        self._gap = True

    def _emit(self, lines: Iterable[Content]) -> None:
        if self._gap and self.lines:
            self.lines.append(Content())
        self._gap = False
        for line in lines:
            indent = "".join(self._indents)
            if self._marker:
                indent, self._marker = indent[: -len(self._marker)] + self._marker, ""
            self.lines.append(Content.styled(indent, "$foreground-muted") + line if indent else line)


def _inline(tokens: Sequence[Token]) -> Content:
    """Emphasis, code and links of one paragraph; brackets that are no link stay as they are."""
    parts: list[tuple[str, str] | str] = []
    styles: list[str] = []
    for token in tokens:
        if token.type in _SPANS:
            styles.append(_SPANS[token.type])
        elif token.type.endswith("_close") and styles:
            styles.pop()
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" " if token.type == "softbreak" else "\n")
        elif token.type == "code_inline":
            parts.append((token.content, " ".join((*styles, "$text-accent"))))
        elif token.content and not token.content.startswith("<!--"):
            parts.append((token.content, " ".join(styles)))
    return Content.assemble(*parts)
