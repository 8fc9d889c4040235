"""What a take came to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from storybank.bank.practice import Graded
from storybank.errors import StorybankError
from storybank.model import Card, Grade, TakeRecord
from storybank.pace.words import ON_TIME, off_plan
from storybank.probes.model import Probe
from storybank.text.when import due_words, local_day, minutes
from storybank.tui.messages import Practised, StoryChosen
from storybank.tui.messages.grade_given import GradeGiven
from storybank.tui.screens.page import SessionScreen
from storybank.tui.widgets.earlier_takes import EarlierTakes
from storybank.tui.widgets.grade_card import GradeCard
from storybank.tui.widgets.key_bar import KeyBar
from storybank.tui.widgets.passage import passage
from storybank.tui.widgets.plan_bar import PlanBar, Told
from storybank.tui.widgets.story_head import StoryHead
from storybank.tui.widgets.take_list import TakeList


class ResultScreen(SessionScreen[None]):
    """Times against the plan, what an interviewer would ask next, and the grade."""

    CSS_PATH = "result.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (150, "-board")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]  # noqa: RUF012
    GUIDE = """\
# Result

Your times against the plan, the takes before, and the questions an interviewer would ask next: answer them aloud.

Then grade how it went: **1** again, **2** hard, **3** good, **4** easy. The grade says when the story is due again;
**u** takes it back. **n** keeps a note, **r** tells the story once more.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(int(grade)), f"grade({int(grade)})", grade.name.title(), show=False) for grade in Grade),
        Binding("enter", "done", "Done"),
        Binding("u", "undo", "Undo grade"),
        Binding("n", "note", "Note"),
        Binding("r", "once_more", "Once more"),
        Binding("pagedown,down", "scroll_probes(1)", "Read on", show=False),
        Binding("pageup,up", "scroll_probes(-1)", "Read back", show=False),
        Binding("escape", "done", "Done", show=False),
    ]

    def __init__(self, take: TakeRecord) -> None:
        """Show a finished take."""
        super().__init__()
        self.take = take
        self.graded: Graded | None = None
        """The grade as it is now."""

    def compose(self) -> ComposeResult:
        """The take, its story's other takes, the probes, the grades, the note."""
        practice, take = self.session.practice, self.take
        takes = [*practice.earlier(take), take]
        self.graded = practice.graded(take)
        yield StoryHead(self._card, take.prompt)
        with Container(id="desk"):
            with Vertical(id="told"):
                with Vertical(id="times") as times:
                    times.border_title = f"This take · {local_day(take.started, practice.zone)}"
                    yield from self._bars()
                    yield Static(self._whole(), id="whole")
                    yield EarlierTakes(takes)
                with VerticalScroll(id="story", can_focus=False) as box:
                    box.border_title = "What you wrote"
                    yield Static(self._story(), markup=False)
            with Vertical(id="asked"):
                with VerticalScroll(id="probes", can_focus=False) as box:
                    box.border_title = "An interviewer would ask next"
                    yield Static(self._probes(), markup=False)
                yield TakeList(takes, practice.zone)
        yield Static(id="verdict")
        with Horizontal(id="grades"):
            for grade, due in practice.forecast(take).items():
                yield GradeCard(grade, due_words(due, practice.now(), practice.zone))
        with Horizontal(id="note"):
            yield Static(markup=False)
            yield Input(take.note, placeholder="what to do differently next time", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show grade and note."""
        self._show_grade()
        self._show_note()

    # --- what is shown ---

    @property
    def _card(self) -> Card:
        """The story; one that is gone by now keeps at least its id."""
        try:
            return self.session.bank.card(self.take.story)
        except StorybankError:
            return Card(self.take.story, "a story that is no longer there", "")

    def _bars(self) -> list[PlanBar]:
        take = self.take
        told = [Told(name.title(), planned, take.actual.get(name, 0.0)) for name, planned in take.planned.items()]
        longest = max(max(one.planned, one.actual) for one in told)
        return [PlanBar(one, longest) for one in told]

    def _whole(self) -> Content:
        take = self.take
        off, color = (
            off_plan(take.total - take.planned_total),
            "$text-error" if take.overtime >= ON_TIME else "$text-success",
        )
        times = f"In all {minutes(take.total)} of {minutes(take.planned_total)}, "
        plural = "s" if take.fillers > 1 else ""
        fillers = (
            f"{take.fillers} filler{plural} ({take.fillers_a_minute:.1f} a minute)" if take.fillers else "no filler"
        )
        return Content.assemble((times, "bold"), (off, f"{color} bold"), f" · {fillers}")

    def _probes(self) -> RenderableType:
        """The questions with their reasons; whoever asks them has read the story."""
        try:
            probes = self.session.practice.probes(self.take.story)
        except StorybankError as error:
            return Text(str(error), "dim")
        return _listed(probes)

    def _story(self) -> RenderableType:
        """The whole text, to see what was forgotten."""
        try:
            story = self.session.bank.story(self.take.story)[0].story
        except StorybankError as error:
            return Text(str(error), "dim")
        return passage("\n\n".join(f"**{section.name.title()}**\n\n{section.text}" for section in story.sections))

    def _show_grade(self) -> None:
        practice, verdict = self.session.practice, self.query_one("#verdict", Static)
        self.query_one(TakeList).show(self.take, practice.grades())
        for card in self.query(GradeCard):
            given = self.graded is not None and card.id == f"grade-{int(self.graded.review.grade)}"
            card.set_class(given, "-given")
            card.refresh()
        if self.graded is None:
            verdict.update(Content.assemble(("How did it go?", "bold"), "  The grade says when the story comes again."))
        else:
            due, name = self.graded.standing.due, self.graded.review.grade.name.title()
            words = f"{due_words(due, practice.now(), practice.zone)}, on {local_day(due, practice.zone)}"
            verdict.update(Content.assemble((f"✓ {name}", "$text-success bold"), f": due again {words}."))
        self.refresh_bindings()

    def _show_note(self, *, editing: bool = False) -> None:
        words, field = self.query_one("#note Static", Static), self.query_one(Input)
        field.display = editing
        words.set_class(editing, "-label")
        if editing:
            words.update("Note (enter keeps it): ")
            field.value = self.take.note
            field.focus()
        else:
            words.update(f"Note: {self.take.note}" if self.take.note else "")
            self.set_focus(None)

    # --- keys ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a grade to take back only where one was given."""
        return self.graded is not None if action == "undo" else True

    @on(GradeGiven)
    def _clicked(self, message: GradeGiven) -> None:
        self.action_grade(int(message.grade))

    def action_grade(self, grade: int) -> None:
        """Grade the take."""
        self._write(lambda: self._grade(Grade(grade)))

    def action_undo(self) -> None:
        """Take the grade back."""
        self._write(self._ungrade)

    def action_note(self) -> None:
        """Write a note."""
        self._show_note(editing=True)

    @on(Input.Submitted)
    def _noted(self, message: Input.Submitted) -> None:
        self._write(lambda: self._note(message.value.strip()))

    def action_once_more(self) -> None:
        """Tell the story once more, in the same way."""
        from storybank.tui.screens.rehearse import RehearseScreen

        pace = self.session.practice.paces.get(self.take.pace)
        chosen = StoryChosen(self.take.story, self.take.prompt, pace=pace, shown=self.take.shown or None)
        self.app.switch_screen(RehearseScreen(chosen))

    def action_scroll_probes(self, pages: int) -> None:
        """Turn the probes by half a page."""
        box = self.query_one("#probes", VerticalScroll)
        box.scroll_relative(y=pages * box.size.height // 2, animate=False)

    def action_done(self) -> None:
        """Leave the note, or the result."""
        if self.query_one(Input).display:
            self._show_note()
        else:
            self.dismiss()

    # --- what is written ---

    def _grade(self, grade: Grade) -> None:
        self.graded = self.session.practice.grade_take(self.take, grade)
        self._show_grade()

    def _ungrade(self) -> None:
        self.session.practice.ungrade_take(self.take)
        self.graded = None
        self._show_grade()

    def _note(self, text: str) -> None:
        self.take = self.session.practice.note(self.take, text)
        self._show_grade()
        self._show_note()

    def _write(self, step: Callable[[], None]) -> None:
        """Write, and tell the pages; where it fails all stays as it is, to be tried again."""
        try:
            step()
        except StorybankError as error:
            self.app.notify(str(error), title="Not saved", severity="error", markup=False)
        else:
            self.app.post_message(Practised())


def _listed(probes: Sequence[Probe]) -> RenderableType:
    """The questions, each with its reason below it."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    for number, probe in enumerate(probes, 1):
        grid.add_row(Text(f"{number}.", "dim"), Text.assemble((probe.text, "bold"), "\n", (probe.why, "dim")))
    return grid
