"""Criteria with one's own scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from storybank.bank.working import BEST_SCORE, Criterion
from storybank.tui.widgets.inline import inline


class Criteria(OptionList):
    """What to judge; a digit scores the one under the cursor and goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "score(1)", "Score", key_display=f"1-{BEST_SCORE}"),
        *(Binding(str(n), f"score({n})", show=False) for n in range(2, BEST_SCORE + 1)),
    ]

    class Scored(Message):
        """A criterion was judged."""

        def __init__(self, criterion: str, score: int) -> None:
            """`score` for `criterion`."""
            super().__init__()
            self.criterion = criterion
            self.score = score

    def show(self, criteria: Sequence[Criterion], scores: Mapping[str, int]) -> None:
        """Show the criteria; the cursor stays."""
        place = self.highlighted or 0
        self.clear_options()
        for one in criteria:
            self.add_option(Option(_drawn(one, scores.get(one.title, 0)), id=one.title))
        self.highlighted = min(place, len(criteria) - 1)

    def action_score(self, score: int) -> None:
        """Score the criterion under the cursor and go on to the next."""
        if self.highlighted is None:
            return
        criterion = self.get_option_at_index(self.highlighted).id or ""
        if self.highlighted < self.option_count - 1:
            self.highlighted += 1
        self.post_message(self.Scored(criterion, score))


def _drawn(one: Criterion, score: int) -> Content:
    dots = "●" * score + "○" * (BEST_SCORE - score)
    said = f"{score} of {BEST_SCORE}" if score else "not scored"
    head = Content.assemble(dots, f"  {said:<10}  ", (one.title, "bold"))
    lines = [Content("    ") + inline(line).stylize_before("dim") for line in one.text.splitlines()]
    return Content("\n").join([head, *lines, Content("")])
