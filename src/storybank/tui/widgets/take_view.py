"""All there is to see of a take: its clock, its sections, the words to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.styled import Styled
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storybank.bank.rehearsal import Rehearsal
from storybank.bank.telling import Choice, Shown
from storybank.model import SectionName, TakeRecord
from storybank.pace import Budget, Pace, State
from storybank.pace.words import ON_TIME, countdown, left_or_over
from storybank.text.when import minutes
from storybank.tui.widgets.chooser import Chooser
from storybank.tui.widgets.countdown import Countdown
from storybank.tui.widgets.passage import passage
from storybank.tui.widgets.section_bar import Reading
from storybank.tui.widgets.section_card import SectionCard

_NARROWEST: Final = 0.18
"""Share of the board that the shortest section gets."""
_EARLIER: Final = 4
"""How many earlier takes are named before the start."""


class TakeView(Container):
    """Shows a take. It asks nothing and knows no keys; `show` is called as often as one likes."""

    def __init__(self, choice: Choice, words: Mapping[SectionName, str], earlier: Sequence[TakeRecord]) -> None:
        """Begin with what was chosen; `words` is the markdown shown of each section."""
        super().__init__()
        self._choice = choice
        self._words = words
        self._earlier = [minutes(take.total) for take in earlier[-_EARLIER:]]
        self._section = -1

    def compose(self) -> ComposeResult:
        """Choices, clock, facts; the sections; the words of the running one where there is no board."""
        with Container(id="choices"):
            yield Chooser("m", "Length", id="length")
            yield Chooser("v", "Shown", id="shown")
        with Vertical(id="clock"):
            yield Countdown()
            yield Static(id="caption")
            yield Static(id="total")
            yield Static(id="fillers")
        yield Static(id="facts")
        with Container(id="sections"):
            yield from self._cards()
        with VerticalScroll(id="words", can_focus=False):
            yield Static(markup=False)

    def on_mount(self) -> None:
        """Show the choice."""
        self._share_width()
        self._show_choice()

    async def choose(self, choice: Choice, words: Mapping[SectionName, str]) -> None:
        """Show another choice."""
        rebuilt = choice.pace != self._choice.pace
        self._choice, self._words, self._section = choice, words, -1
        async with self.lock:
            if rebuilt:
                sections = self.query_one("#sections")
                await sections.remove_children()
                await sections.mount_all(self._cards())
                self._share_width()
            self._show_choice()

    def show(self, rehearsal: Rehearsal) -> None:
        """Show the take as it is now."""
        current, seconds = rehearsal.take.section, rehearsal.seconds
        begun = rehearsal.state is not State.READY
        told = zip(rehearsal.pace.budgets, seconds, strict=True)
        for number, (card, (budget, spent)) in enumerate(zip(self.query(SectionCard), told, strict=False)):
            card.show(Reading(budget.name.title(), budget.seconds, spent, begun and number == current))
        self._show_clock(rehearsal)
        if current != self._section:
            self._section = current
            self._show_running(rehearsal.pace)

    def scroll_words(self, pages: int) -> None:
        """Turn the running section's words by pages."""
        scroll = self.query_one("#words", VerticalScroll)
        scroll.scroll_relative(y=pages * scroll.size.height, animate=False)
        self.query(SectionCard)[self._section].scroll_words(pages)

    def _cards(self) -> list[SectionCard]:
        return [SectionCard(Reading(b.name.title(), b.seconds)) for b in self._choice.pace.budgets]

    def _share_width(self) -> None:
        """On the board each section is as wide as it is long, so that the board is a line of time."""
        pace, sections = self._choice.pace, self.query_one("#sections")
        sections.styles.grid_size_columns = len(pace.budgets)
        sections.styles.grid_columns = " ".join(f"{max(b.seconds, pace.total * _NARROWEST):g}fr" for b in pace.budgets)

    def _show_choice(self) -> None:
        """The values, and the words of all sections."""
        pace, shown = self._choice.pace, self._choice.shown
        self.query_one("#length", Chooser).value = pace.title
        self.query_one("#shown", Chooser).value = shown.words
        for one in Shown:
            self.set_class(shown is one, f"-{one}")
        for card, budget in zip(self.query(SectionCard), pace.budgets, strict=True):
            card.show_words(self._words_of(budget.name))
        self._show_running(pace)

    def _show_running(self, pace: Pace) -> None:
        """The words of the running section, where there is no room for all of them."""
        number = max(0, self._section)
        box = self.query_one("#words", VerticalScroll)
        box.border_title = f"{pace.budgets[number].name.title()} · {number + 1} of {len(pace.budgets)}"
        words: list[RenderableType] = [self._words_of(pace.budgets[number].name)]
        if self._choice.shown is not Shown.NOTHING:
            words += self._coming(pace.budgets[number + 1 :])
        box.query_one(Static).update(Group(*words))
        box.scroll_home(animate=False)

    def _coming(self, budgets: Sequence[Budget]) -> Iterator[RenderableType]:
        """What comes after the running section, in the background."""
        for budget in budgets:
            yield ""
            if self._choice.shown is not Shown.HEADINGS:
                yield Text(budget.name.title(), "dim bold")
            yield Styled(self._words_of(budget.name), "dim")

    def _words_of(self, name: SectionName) -> RenderableType:
        title, shown = name.title(), self._choice.shown
        if shown is Shown.NOTHING:
            return Text("Nothing is shown.", "dim")
        if shown is Shown.HEADINGS:
            return Text(title, "bold")
        if name in self._words:
            return passage(self._words[name])
        missing = (
            f"{title} has no text yet." if shown is Shown.TEXT else f"No cues for {title} yet: '## Cues' in its file."
        )
        return Text(missing, "dim")

    def _show_clock(self, rehearsal: Rehearsal) -> None:
        state, left = rehearsal.state, rehearsal.left
        reading = Reading("", rehearsal.budget.seconds, rehearsal.budget.seconds - left, state is not State.READY)
        begun = state is not State.READY
        clock = self.query_one("#clock")
        clock.set_class(state is State.PAUSED, "-paused")
        for widget in (digits := self.query_one(Countdown), caption := self.query_one("#caption", Static)):
            widget.set_class(begun, "-running")
            widget.set_class(begun and reading.is_ending, "-ending")
            widget.set_class(begun and reading.is_over, "-over")
        self.query_one("#choices").set_class(begun, "-begun")
        self.query_one("#length", Chooser).set_class(begun, "-fixed")
        digits.update(countdown(left) if begun else minutes(rehearsal.pace.total))
        _put(caption, self._caption(rehearsal))
        _put(self.query_one("#total", Static), self._total(rehearsal, " · "))
        _put(self.query_one("#fillers", Static), self._fillers(rehearsal))
        _put(self.query_one("#facts", Static), self._facts(rehearsal))

    def _caption(self, rehearsal: Rehearsal) -> Content:
        if rehearsal.state is State.READY:
            return Content.assemble(("enter", "$text-accent bold"), " starts the clock")
        left = left_or_over(rehearsal.left)
        if rehearsal.state is State.PAUSED:
            return Content.assemble((" PAUSED ", "$warning reverse bold"), f"  {left}")
        return Content(f"{rehearsal.budget.name.title()} · {left}")

    def _total(self, rehearsal: Rehearsal, between: str) -> Content:
        """'1:23 of 3:00', and what it is over."""
        planned, total = rehearsal.pace.total, rehearsal.total
        if rehearsal.state is State.READY:
            return Content(f"{len(rehearsal.pace.budgets)} sections")
        over = f"{between}{minutes(int(total - planned))} over" if total - planned >= ON_TIME else ""
        return Content.assemble(f"{minutes(int(total))} of {minutes(planned)}", (over, "$text-error bold"))

    def _fillers(self, rehearsal: Rehearsal) -> Content:
        count = rehearsal.take.fillers
        return Content(f"{count} filler{'s' if count > 1 else ''}" if count else "")

    def _facts(self, rehearsal: Rehearsal) -> Content:
        """What stands beside the clock where there is room."""
        if rehearsal.state is State.READY:
            return Content(f"told before in\n{' → '.join(self._earlier)}" if self._earlier else "not told before")
        return Content.assemble(self._total(rehearsal, "\n"), "\n", self._fillers(rehearsal))


def _put(widget: Static, content: Content) -> None:
    """Show other words: nothing is drawn where they are the same, nothing laid out anew, for a line stays a line."""
    if widget.content != content:
        widget.update(content, layout=False)
