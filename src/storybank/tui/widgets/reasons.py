"""Why a story answers a question, and what the question asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storybank.tui.widgets.bars import meter

if TYPE_CHECKING:
    from storybank.bank.matching import Answer, Match

_BAR = 16
_PRINCIPLES = 4
_LIKELY = 0.03
"""Probability from which a principle is named."""


class Reasons(VerticalScroll):
    """The reasons for one story, and the question as the matcher read it."""

    DEFAULT_CSS = """
    Reasons {
        border: round $panel; border-title-color: $text-muted; padding: 0 1;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        &:focus { border: round $primary; }
    }
    """

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="reasons-text")

    _shown: tuple[Answer, Match, str] | None = None

    def show(self, answer: Answer, match: Match, warning: str) -> None:
        """Show the reasons for another story."""
        self._shown = answer, match, warning
        self._draw()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Lines hang by the width."""
        self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            return
        answer, match, warning = self._shown
        width = max(20, self.scrollable_content_region.width)
        lines = [*_story(match, warning, width), Content(), *_asked(answer), *_probes(answer)]
        self.query_one("#reasons-text", Static).update(Content("\n").join(lines))


def _story(match: Match, warning: str, width: int) -> Iterator[Content]:
    yield Content.assemble((match.card.id, "bold $primary"), (f"  {match.card.title}", "bold"))
    yield Content.styled(" · ".join(match.card.principles), "$foreground-muted")
    if warning:
        yield Content.styled(f"! {warning}", "$warning")
    yield Content()
    for reason in match.why:
        yield from reason_lines(reason, width)


def reason_lines(reason: str, width: int) -> Iterator[Content]:
    """A reason with a sign before it: '+' for, '-' against, '·' beside the point; below it the story's own words."""
    if reason.startswith("against it: "):
        yield from _hanging(Content.styled("- ", "bold $error"), Content(reason.removeprefix("against it: ")), width)
        return
    told, shown, place = reason.removeprefix("asks for: ").partition(" - shown in ")
    if not shown:
        yield from _hanging(Content("· "), Content.styled(reason, "$foreground-muted"), width)
        return
    where, _, quote = place.partition(": ")
    head = Content.assemble(told, (f"  {where}", "$foreground-muted"))
    yield from _hanging(Content.styled("+ ", "bold $success"), head, width)
    yield from _hanging(Content("  "), Content.styled(quote, "italic $foreground-muted"), width)


def _hanging(sign: Content, text: Content, width: int) -> Iterator[Content]:
    """`text` wrapped, with `sign` before its first line and blanks before the others."""
    for number, line in enumerate(text.wrap(width - sign.cell_length)):
        yield Content.assemble(sign if number == 0 else " " * sign.cell_length, line)


def _asked(answer: Answer) -> Iterator[Content]:
    if answer.asked:
        yield Content.styled("The question asks for", "bold")
        yield from _shares((behaviour.name, p) for behaviour, p in answer.asked)
        yield Content()


def _probes(answer: Answer) -> Iterator[Content]:
    likely = [(name, p) for name, p in answer.principles.items() if p >= _LIKELY][:_PRINCIPLES]
    if likely:
        yield Content.styled("It probes", "bold")
        yield from _shares(likely)


def _shares(shares: Iterable[tuple[str, float]]) -> Iterator[Content]:
    for name, share in shares:
        yield Content.assemble(meter(share, _BAR), f" {share:4.0%}  {name}")
