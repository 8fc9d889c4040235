"""Documents are read as markdown-it reads them, also where no parser was needed."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from storybank.text.markdown import Heading, block_parser, read_document

LINES = [
    "---",
    "--- ",
    "...",
    "- ---",
    "# A",
    "## B ##",
    "###",
    "####### C",
    "#\tD #",
    "#E",
    "# F #g",
    " # H",
    "=",
    "==",
    "-",
    "* *",
    "text",
    "    code",
    "- item",
    "  more",
    "1. one",
    "> quote",
    "> # I",
    "- # J",
    "|a|b|",
    "|-|-|",
    "[r]: /u",
    "[r]:",
    "'t",
    "<b>",
    "- <i>",
    "```",
    "~~~",
    "\ttab",
    "#\u2028",
    "#\xa0K",
    "\\# L",
    "# \x0c",
    "# #",
    "",
    " ",
]
TEXT = st.lists(st.sampled_from(LINES) | st.text(st.sampled_from("#-=>*+1. \ta`|<:[]"), max_size=8), max_size=12)


@given(TEXT.map("\n".join))
@example("---\nid: a\n---\n\n## Situation\n\n- It was so.\n\n## Task ##\nMine.\n")
@example("---\n---\n")
@example("---\nid: a\n----\n# A")
@example("---\nid: a\n")
def test_headings_and_front_matter_are_the_parsers(text: str) -> None:
    tokens = block_parser().parse(text)
    headings = tuple(
        Heading(int(token.tag[1]), tokens[place + 1].content.strip(), *(token.map or ()))
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0
    )
    front = tokens[0] if tokens and tokens[0].type == "front_matter" else None
    document = read_document(text)
    assert document.root.inner == headings
    assert document.front == (front.content if front else None)
    assert document.root.first == (front.map[1] if front and front.map else 0)
