"""One scenario or case being worked through."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Digits, Static, TextArea

from storybank.bank.working import Working
from storybank.errors import StorybankError
from storybank.pace import State, points
from storybank.pace.words import ON_TIME, countdown, left_or_over
from storybank.text.when import minutes
from storybank.tui.screens.page import SessionScreen
from storybank.tui.screens.question import Answer, Question
from storybank.tui.widgets.exercise_text import situation
from storybank.tui.widgets.key_bar import KeyBar
from storybank.tui.widgets.markdown_text import MarkdownText
from storybank.tui.widgets.phase_strip import PhaseStrip
from storybank.tui.widgets.points import Points

REDRAW_SECONDS = 0.25
_LEAVE = (
    Answer("g", "Go on", "primary"),
    Answer("k", "Keep and leave"),
    Answer("d", "Discard", "error"),
)
_LEAVE_SAMPLE = (Answer("g", "Go on", "primary"), Answer("d", "Leave", "error"))
_PANES = ("situation", "points", "notes")


class ExerciseScreen(SessionScreen[None]):
    """Phases with time, the situation, points to tick, and notes."""

    CSS_PATH = "exercise.tcss"
    AUTO_FOCUS = ""
    GUIDE = (
        "Work through the **phases**: each has its time, and nothing stops when it runs out. Tick the points you have "
        "covered with `space`, write notes beside them; both are saved every few seconds. After the last phase you "
        "see what the assessor looks for and score yourself."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next", "Next phase", priority=True),
        Binding("ctrl+b", "back", "Back", priority=True),
        Binding("ctrl+t", "pause", "Pause", priority=True),
        Binding("f8", "next", show=False),  # browsers keep ctrl+n and ctrl+t for themselves
        Binding("f7", "back", show=False),
        Binding("f6", "pause", show=False),
        Binding("tab", "pane(1)", "Next pane", priority=True),
        Binding("shift+tab", "pane(-1)", "Previous pane", show=False, priority=True),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, working: Working) -> None:
        """Work through `working`, whose clock starts when the screen is there."""
        super().__init__()
        self._working = working
        self._unsaved = ""
        """Why the last save failed, '' where it did not."""
        self._was_running = False
        """Whether the clock ran before the question whether to leave."""

    # --- layout ---

    def compose(self) -> ComposeResult:
        """The clock on top, three panes below."""
        with Horizontal(classes="head"):
            with Vertical(classes="words"):
                yield Static(Content.styled(self._working.exercise.title, "bold"), classes="title")
                yield Static(classes="phase")
                yield Static(classes="advice")
            with Vertical(classes="clock"):
                yield Digits("0:00", classes="left")
                yield Static(classes="in-all")
        yield PhaseStrip(self._working.phases)
        with Horizontal(classes="panes"):
            with VerticalScroll(id="situation", classes="pane"):
                yield MarkdownText(situation(self._working.exercise))
            with Vertical(id="points", classes="pane"):
                yield Points()
            with Vertical(id="notes", classes="pane"):
                yield TextArea(self._working.notes, show_line_numbers=False, soft_wrap=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Start the clock."""
        for pane, title in zip(self.query(".pane"), ("Situation", "Points", "Notes"), strict=True):
            pane.border_title = title
        try:
            self._working.start()
        except StorybankError as error:
            self._failed(error)
        self._go("situation")
        self._show_phase()
        self.set_interval(REDRAW_SECONDS, self._tick)

    def on_unmount(self) -> None:
        """However the app ends, what was written is kept."""
        if self._working.record is not None and self._working.record.ended is None:
            with suppress(StorybankError):  # nobody is left to hear of it
                self._working.save()

    # --- the clock ---

    def _tick(self) -> None:
        self._show_clock()
        try:
            self._working.tick()
        except StorybankError as error:
            self._failed(error)
        else:
            self._show_saved()

    def _show_clock(self) -> None:
        working = self._working
        left, in_all = working.left, working.left_in_all
        is_paused, is_over = working.state is State.PAUSED, left <= -ON_TIME
        self.query_one(Digits).update(countdown(left))
        self.set_class(is_over, "-over")
        self.set_class(is_paused, "-paused")
        whole = f"{left_or_over(in_all)} in all"
        sign = "PAUSED  " if is_paused else "over  " if is_over else ""
        self.query_one(".in-all", Static).update(Content.assemble((sign, "bold $text-warning"), whole), layout=False)
        self.query_one(PhaseStrip).show(working.seconds, working.laps.section)

    def _show_phase(self) -> None:
        working = self._working
        phase = working.phase
        place = (f"Phase {working.laps.section + 1} of {len(working.phases)}  ", "$foreground-muted")
        self.query_one(".phase", Static).update(
            Content.assemble(place, (phase.title, "bold $text-primary"), f"  {minutes(phase.seconds)}")
        )
        self.query_one(".advice", Static).update(Content(phase.advice))
        self.query_one(Points).show(self._points, working.covered)
        if working.note_line is not None:
            self.query_one(TextArea).move_cursor((working.note_line, 0))
        self._show_covered()
        self._show_clock()

    @property
    def _points(self) -> Sequence[str]:
        """What can be ticked now: the points of the phase, or all where it has none of its own."""
        every = [point for group in points(self._working.exercise) for point in group.points]
        return self._working.phase.points or every

    def _show_covered(self) -> None:
        ticked = sum(point in self._working.covered for point in self._points)
        self.query_one("#points").border_subtitle = f"{ticked} of {len(self._points)} covered"

    # --- what is worked out ---

    @on(TextArea.Changed)
    def _noted(self, event: TextArea.Changed) -> None:
        self._working.notes = event.text_area.text

    @on(Points.Ticked)
    def _ticked(self, message: Points.Ticked) -> None:
        self._working.cover(message.point, is_covered=message.is_covered)
        self._show_covered()

    def _keep(self) -> bool:
        """Save; says so where it fails."""
        try:
            self._working.save()
        except StorybankError as error:
            self._failed(error)
            return False
        self._show_saved()
        return True

    def _failed(self, error: StorybankError) -> None:
        if not self._unsaved:
            self.app.notify(f"Not saved yet: {error}", severity="error", markup=False)
        self._unsaved = error.message
        self.query_one("#notes").border_subtitle = Content(f"not saved yet: {error.message}")

    def _show_saved(self) -> None:
        if self._unsaved and not self._working.is_saved:
            return
        self._unsaved = ""
        record = self._working.record
        saved = record.notes if record is not None and record.notes else ""
        words = saved or ("saved as you write" if self._working.keeps_notes else "not kept: sample bank")
        self.query_one("#notes").border_subtitle = Content(words)

    # --- keys ---

    def action_next(self) -> None:
        """Go on to the next phase, after the last one to the assessment."""
        self._working.next()
        self._keep()
        if self._working.state is State.FINISHED:
            self._assess()
        else:
            self._show_phase()

    def action_back(self) -> None:
        """Go back to the phase before."""
        self._working.back()
        self._show_phase()

    def action_pause(self) -> None:
        """Stop the clock, or go on."""
        self._working.toggle()
        self._show_clock()

    def action_pane(self, by: int) -> None:
        """Go to the next pane; where columns are few it comes in front."""
        here = next((place for place, name in enumerate(_PANES) if self.query_one(f"#{name}").has_class("-front")), 0)
        self._go(_PANES[(here + by) % len(_PANES)])

    def _go(self, name: str) -> None:
        for pane in self.query(".pane"):
            pane.set_class(pane.id == name, "-front")
        pane = self.query_one(f"#{name}")
        (pane if pane.can_focus else pane.query("*").first()).focus()
        if name == "notes":
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        """A pane that was hidden has scrolled as if it had no lines."""
        text_area = self.query_one(TextArea)
        text_area.scroll_home(animate=False, immediate=True)
        text_area.scroll_cursor_visible(animate=False)

    def on_descendant_focus(self) -> None:
        """A click brings a pane in front too."""
        for pane in self.query(".pane"):
            pane.set_class(pane.has_focus_within, "-front")

    def _assess(self) -> None:
        from storybank.tui.screens.assessment import AssessmentScreen

        self.app.push_screen(AssessmentScreen(self._working), self._assessed)

    def _assessed(self, is_over: bool | None) -> None:
        if is_over:
            self.dismiss()
            return
        self._working.back()
        self._show_phase()

    def action_leave(self) -> None:
        """Ask before leaving; the clock stands meanwhile."""
        self._was_running = self._working.state is State.RUNNING
        if self._was_running:
            self.action_pause()
        keeps = self._working.keeps_notes
        answers = _LEAVE if keeps else _LEAVE_SAMPLE
        said = "It is paused. Discarding forgets its notes too." if keeps else "The sample bank keeps no notes."
        self.app.push_screen(Question("Leave the exercise?", said, *answers), self._left)

    def _left(self, answer: str | None) -> None:
        if answer == "k":
            if self._keep():
                self.dismiss()
        elif answer == "d":
            self._discard()
        elif self._was_running:
            self.action_pause()

    def _discard(self) -> None:
        try:
            self._working.discard()
        except StorybankError as error:
            self._failed(error)
        else:
            self.dismiss()
