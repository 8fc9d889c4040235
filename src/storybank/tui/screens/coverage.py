"""The page 'Coverage'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from storybank.bank.cells import columns, to_write
from storybank.bank.coverage import Coverage, PrincipleCoverage, coverage
from storybank.errors import StorybankError
from storybank.model import Card
from storybank.tui.messages import StoryChosen
from storybank.tui.messages.coverage_measured import CoverageMeasured
from storybank.tui.messages.work_failed import WorkFailed
from storybank.tui.screens.page import Page
from storybank.tui.widgets.coverage_details import Lines, about_bank, about_cell, about_principle, joined
from storybank.tui.widgets.coverage_rows import FAILURES, LABEL, LEGEND, SHORT, heat_rows, ready
from storybank.tui.widgets.heat_map import HeatMap

_EMPTY = (
    "The bank has no stories yet. Bring some in with: storybank import FILE, "
    "or press 1 for the Library and write the first one. Enter here says what to write for a principle."
)


class CoveragePage(Page):
    """Principles against stories: what is covered, how well, and what is missing."""

    MODE = "coverage"
    CSS_PATH = "coverage.tcss"
    GUIDE = (
        "Which story serves which **principle**. A column is a story, a row a principle: `P` where the story is about "
        "it, `s` where it names it too. A *gap* has fewer than two stories. The panels below say why a cell counts, "
        "how ready the principle's stories are, and what the whole bank lacks."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write", "What to write"),
        Binding("g", "gap", "Next gap"),
        Binding("d", "details", "Details"),
    ]

    _cards: tuple[Card, ...] = ()
    _result: Coverage | None = None
    _seen: list[Card] | None = None
    """The cards that `_result` is about; the bank makes a new list when stories have changed."""
    _compared = False

    def __init__(self) -> None:
        """Begin without anything seen."""
        super().__init__()
        self._texts = {name: Static() for name in ("cell", "principle", "bank")}  # asked for before they are mounted

    def body(self) -> Iterable[Widget]:
        """The map, its legend, and what is under the cursor."""
        yield HeatMap(label=LABEL, short=SHORT)
        yield Static(Content(LEGEND), classes="legend")
        with Horizontal(classes="details"):
            for name, title in (("cell", "Story"), ("principle", "Principle"), ("bank", "Bank")):
                with VerticalScroll(id=f"about-{name}", can_focus=False) as panel:
                    panel.border_title = title
                    yield self._texts[name]

    def on_mount(self) -> None:
        """Begin on the map."""
        self.query_one(HeatMap).focus()
        self.query_one("#about-cell").add_class("-front")

    # --- what is true now ---

    def refresh_page(self) -> None:
        """Show the bank as it is; near duplicates follow when they are found."""
        bank = self.session.bank
        if self._seen is not bank.cards:
            self._seen, self._compared = bank.cards, False
            self._result = coverage(bank, compare=False)
            self._cards = columns(bank.cards, self._result)
            self._compare()
        self._show()

    @work(thread=True, exclusive=True, group="coverage")
    def _compare(self) -> None:
        try:
            self.post_message(CoverageMeasured(coverage(self.session.bank)))
        except StorybankError as error:
            self.post_message(WorkFailed(error))

    @on(CoverageMeasured)
    def _measured(self, message: CoverageMeasured) -> None:
        if self._result is not None:
            self._result = replace(self._result, duplicates=message.coverage.duplicates)
        self._compared = True
        self._tell_of_bank()

    def stories_checked(self) -> None:
        """Show the red flags, and who is ready."""
        self._show()

    def _show(self) -> None:
        assert self._result is not None
        rows = heat_rows(self._result, self._cards, self.session.outcomes)
        self.query_one(HeatMap).show(rows, [card.id for card in self._cards])
        self._tell_of_bank()

    # --- what is under the cursor ---

    @property
    def _principle(self) -> PrincipleCoverage | None:
        name = self.query_one(HeatMap).row_key
        found = self._result.principles if self._result else ()
        return next((one for one in found if one.name == name), None)

    @property
    def _card(self) -> Card | None:
        story = self.query_one(HeatMap).column_key
        return next((card for card in self._cards if card.id == story), None)

    @on(HeatMap.Moved)
    def _tell(self) -> None:
        if self._result is None:
            return
        self._write("cell", self._about_cell())
        self._write("principle", self._about_principle(self._result))

    def _tell_of_bank(self) -> None:
        if self._result is not None:
            self._write("bank", about_bank(self._result, compared=self._compared))

    def _write(self, name: str, lines: Lines) -> None:
        self._texts[name].update(joined(lines))

    def _about_cell(self) -> Lines:
        card, principle = self._card, self._principle
        if card is None:
            return iter([Content(_EMPTY)])
        return about_cell(card, principle.name if principle else None, self.session.outcomes)

    def _about_principle(self, result: Coverage) -> Lines:
        principle = self._principle
        if principle is not None:
            return about_principle(principle, ready(principle, self.session.outcomes), result)
        if self.query_one(HeatMap).row_key == FAILURES:
            said = "Interviewers ask for a failure, and follow up with another. F marks the stories that tell of one."
        else:
            said = "Errors and warnings of the check for each story. 'storybank check' lists them with their lines."
        return iter([Content(said)])

    # --- keys ---

    @on(HeatMap.Opened)
    def _open(self) -> None:
        """Rehearse the story of a marked cell; else say what would fill the principle."""
        card, principle = self._card, self._principle
        if card is not None and (principle is None or principle.name in card.all_principles):
            self.app.post_message(StoryChosen(card.id))
        else:
            self.action_write()

    def action_write(self) -> None:
        """Say what would fill the principle under the cursor."""
        from storybank.tui.screens.to_write import ToWriteDialog

        if self._result is None or self._principle is None:
            self.notify("Choose the row of a principle first.")
            return
        wanted = to_write(self.session.bank, self._result, self._principle.name)
        self.app.push_screen(ToWriteDialog(wanted), self._write_story)

    async def _write_story(self, wanted: bool | None) -> None:
        """New stories are the Library's matter."""
        if wanted:
            await self.app.switch_mode("library")
            await self.app.run_action("screen.new")

    def action_gap(self) -> None:
        """Go to the next principle with too few stories."""
        heat_map = self.query_one(HeatMap)
        gaps = [place for place, one in enumerate(self._result.principles if self._result else ()) if one.is_gap]
        if not gaps:
            self.notify("No gaps: every principle has enough stories.")
            return
        after = next((place for place in gaps if place > heat_map.row), gaps[0])
        heat_map.action_move(after - heat_map.row, 0)

    def action_details(self) -> None:
        """Show the next panel, where there is room for one only."""
        panels = list(self.query(".details > VerticalScroll"))
        front = next(place for place, panel in enumerate(panels) if panel.has_class("-front"))
        panels[front].remove_class("-front")
        panels[(front + 1) % len(panels)].add_class("-front")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is room all panels stand side by side."""
        return self.has_class("-narrow") if action == "details" else super().check_action(action, parameters)
