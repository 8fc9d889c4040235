"""How far the questions of each principle are practised, as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from textual.content import Content
from textual.widgets import Static

from storybank.bank.outlook import Outlook
from storybank.principles import PrincipleSet
from storybank.tui.widgets.bars import meter

_WEAK = 0.01
_NAME = 44
"""Columns of a principle's name."""
_TAIL = 18
"""Columns for what stands behind the bar."""
_SHORTEST, _LONGEST = 4, 40


class OutlookTable(Static):
    """A line for all questions, then one for each principle."""

    _lines: Callable[[], list[Content]] = list

    def show(self, whole: Outlook, each: Sequence[Outlook], principles: PrincipleSet, wanted: str | None) -> None:
        """Show the counts; `wanted` is the principle that is asked for."""
        codes = {p.name: p.code for p in principles}
        self._lines = lambda: [*_whole(whole), *(self._line(one, codes, one.name == wanted) for one in each)]
        self.refresh()

    def render(self) -> Content:
        """As many columns as there is room for."""
        return Content("\n").join(self._lines())

    def _line(self, one: Outlook, codes: dict[str, str], wanted: bool) -> Content:
        name = f" {one.name:<{_NAME}}" if self.size.width > 2 * _NAME else ""
        head = Content.assemble(
            ("▶ " if wanted else "  ", "$primary"), f"{codes.get(one.name, one.name):<4}", name, " "
        )
        share = one.asked / one.questions if one.questions else 0.0
        tail = Content.assemble((f" {one.asked:>2}/{one.questions:<2}", "$foreground-muted"), *_signs(one))
        room = self.size.width - head.cell_length - _TAIL
        return Content.assemble(head, meter(share, max(_SHORTEST, min(_LONGEST, room))), tail)


def _whole(whole: Outlook) -> Iterator[Content]:
    parts = [f"{whole.questions} questions", f"{whole.asked} asked"]
    parts += [f"{whole.due} due again"] if whole.due else []
    parts += [f"{whole.slow} slow"] if whole.slow else []
    yield Content(" · ".join(parts))
    yield Content()


def _signs(one: Outlook) -> Iterator[tuple[str, str]]:
    if one.due:
        yield f" {one.due} due", "$primary"
    if one.slow:
        yield f" {one.slow} slow", "$warning"
    if one.weakness >= _WEAK:
        yield " weak", "$warning"
