"""The stories that answer a question, best first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from storybank.principles import PrincipleSet
from storybank.tui.widgets.bars import meter

if TYPE_CHECKING:
    from storybank.bank.matching import Match

_BAR, _SHORT_BAR = 16, 8


class Ranking(OptionList):
    """One entry a story: its rank, title, score and principles, and a warning where it was told already."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Rehearse"),
        Binding("slash,i", "screen.edit", "Question", key_display="/"),
    ]
    DEFAULT_CSS = """
    Ranking {
        border: round $panel; border-title-color: $text-muted; background: $background; padding: 0;
        scrollbar-size-vertical: 1;
        &:focus { border: round $primary; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted { background: $boost; text-style: none; }
        &:focus > .option-list--option-highlighted { background: $primary 25%; color: $text; text-style: none; }
    }
    """

    matches: tuple[Match, ...] = ()
    """What is shown."""

    def show(self, matches: tuple[Match, ...], warnings: Mapping[str, str], principles: PrincipleSet) -> None:
        """Show other stories; the best one is chosen."""
        self.matches = matches
        self._warnings = warnings
        self._codes = {p.name: p.code for p in principles}
        self._draw(0)

    def on_resize(self) -> None:
        """Entries are one line long where there is little room."""
        if self.matches:
            self._draw(self.highlighted)

    def _draw(self, chosen: int | None) -> None:
        narrow = self.screen.has_class("-narrow")
        entries = [self._line(n, m) if narrow else self._entry(n, m) for n, m in enumerate(self.matches, 1)]
        self.clear_options()
        self.add_options(Option(entry, id=match.card.id) for entry, match in zip(entries, self.matches, strict=True))
        self.highlighted = chosen if entries else None

    def _line(self, rank: int, match: Match) -> Content:
        score = Content.assemble(meter(match.score, _SHORT_BAR), f" {match.score:.2f}")
        sign = "!" if match.card.id in self._warnings else " "
        title = Content.assemble(f"{rank:>2} ", (match.card.id, "bold $primary"), f"  {match.card.title}")
        room = max(1, self.scrollable_content_region.width - score.cell_length - len(sign) - 4)
        return Content.assemble(title.truncate(room, ellipsis=True, pad=True), (f" {sign} ", "$warning"), score)

    def _entry(self, rank: int, match: Match) -> Content:
        carried = " ".join(self._codes.get(name, name) for name in match.card.principles)
        entry = Content.assemble(
            (f"{rank:>2} ", "$foreground-muted"), (match.card.id, "bold $primary"), f"  {match.card.title}\n   ",
            meter(match.score, _BAR), f" {match.score:.2f}  ", (carried, "$foreground-muted"),
        )  # fmt: skip
        warning = self._warnings.get(match.card.id)
        return Content.assemble(entry, (f"\n   ! {warning}", "$warning")) if warning else entry
