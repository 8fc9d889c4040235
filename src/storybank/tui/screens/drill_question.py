"""What the drills that ask question after question have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from storybank.bank.drill_session import DrillSession, Turn
from storybank.errors import StorybankError
from storybank.model import Grade, Mode, StoryText
from storybank.text.when import minutes
from storybank.tui.messages import Practised, StoryChosen
from storybank.tui.messages.grade_given import GradeGiven
from storybank.tui.messages.work_failed import WorkFailed
from storybank.tui.screens.page import BREAKPOINTS, SessionScreen
from storybank.tui.widgets.answer_clock import AnswerClock
from storybank.tui.widgets.drill_header import DrillHeader
from storybank.tui.widgets.finder import Finder
from storybank.tui.widgets.grades import GradeRow
from storybank.tui.widgets.key_bar import KeyBar
from storybank.tui.widgets.story_reader import StoryReader

NAMES = {
    Mode.RETRIEVE: "Retrieve",
    Mode.GUESS: "Guess the principle",
    Mode.ANSWER: "Answer",
    Mode.FOLLOW_UPS: "Follow-ups",
    Mode.MOCK: "Mock loop",
}
"""Mode -> what people call it."""
_REDRAW = 0.1


class Phase(StrEnum):
    """Where a question stands."""

    ASKING = "asking"
    WAITING = "waiting"
    """Answered; the matcher is asked."""
    ANSWERED = "answered"
    BREAK = "break"
    """Between two interviewers."""


class DrillQuestion(SessionScreen[None]):
    """Asks, waits for an answer, shows the verdict with a grade that can be changed, and goes on."""

    CSS_PATH = "drill_question.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    TIMED: ClassVar[bool] = True
    """Whether the time to the answer is shown."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", "Next", key_display="⏎"),
        *(Binding(str(g.value), f"grade({g.value})", g.name.title()) for g in Grade),
        Binding("t", "tell", "Tell it"),
        Binding("u", "undo", "Undo"),
        Binding("escape", "end", "End"),
    ]
    phase: reactive[Phase] = reactive(Phase.ASKING, init=False)

    def __init__(self, drill: DrillSession) -> None:
        """Ask the questions of `drill`."""
        super().__init__()
        self.drill = drill
        self._since = 0.0
        self._unwritten: Callable[[], object] | None = None
        """What could not be written into the history, to be tried again."""

    def compose(self) -> ComposeResult:
        """The question; below it the field, the verdict, or the break."""
        yield DrillHeader(NAMES[self.drill.plan.mode])
        with Vertical(id="stage"):
            yield Static(id="prompt")
            yield AnswerClock()
            yield Static(id="remark")
            yield self.finder()
            yield GradeRow()
            with Horizontal(id="told"):
                yield VerticalScroll(Static(id="verdict-text"), id="verdict")
                yield StoryReader()
            yield Static(id="break")
        yield KeyBar()

    @abstractmethod
    def finder(self) -> Finder:
        """The field that takes the answer."""

    def on_mount(self) -> None:
        """Begin."""
        self.set_class(not self.TIMED, "-untimed")
        self.set_interval(_REDRAW, self.tick)
        self.ask()

    # --- a question ---

    @property
    def turn(self) -> Turn:
        """The question that is asked."""
        turn = self.drill.turn
        assert turn is not None
        return turn

    @property
    def seconds(self) -> float:
        """Since the question was asked, or the break began."""
        return self.session.practice.clock() - self._since

    def ask(self, *, rested: bool = False) -> None:
        """Go on to the next question, after a break where another interviewer asks it."""
        if self.drill.turn is None:
            self.action_end()
            return
        self._since = self.session.practice.clock()
        if self.drill.changes_interviewer and not rested:
            self.phase = Phase.BREAK
            self.set_focus(None)
        else:
            self.query_one("#prompt", Static).update(Content(self.turn.prompt.text))
            self.remark("")
            self.phase = Phase.ASKING
            self.query_one(Finder).reset()
        self._show_place()
        self.tick()

    def _show_place(self) -> None:
        answered = self.drill.answered
        is_open = self.phase in (Phase.ASKING, Phase.WAITING) or self._unwritten is not None
        number = len(answered) + is_open
        turn = answered[number - 1].turn if number <= len(answered) else self.turn
        who = f"interviewer {turn.interviewer}, " if turn.interviewer else ""
        place = "break" if self.phase is Phase.BREAK else f"{who}question {number} of {len(self.drill.turns)}"
        rights = [one.right for one in answered]
        self.query_one(DrillHeader).show(place, rights, len(self.drill.turns) - len(rights))

    def tick(self) -> None:
        """Show the time; it is measured elsewhere."""
        if self.phase is Phase.ASKING:
            self.query_one(AnswerClock).seconds = self.seconds
        elif self.phase is Phase.BREAK:
            words = f"Interviewer {self.turn.interviewer - 1} leaves.\n\nBreathe. Drink something.\n\n"
            words += f"{minutes(self.seconds)}\n\nEnter: interviewer {self.turn.interviewer} comes in."
            self.query_one("#break", Static).update(Content(words))

    def watch_phase(self, before: Phase, phase: Phase) -> None:
        """Show what belongs to the phase."""
        self.remove_class(f"-{before}")
        self.add_class(f"-{phase}")
        self.refresh_bindings()

    def remark(self, words: str) -> None:
        """Say something about what was typed."""
        self.query_one("#remark", Static).update(Content(words))

    # --- its answer ---

    def show_verdict(self, verdict: Content, title: str = "", story: StoryText | None = None) -> None:
        """Show what is to be said of the answer, and where there is room the `story` to read."""
        self.set_class(story is not None, "-reading")
        if story:
            preview = self.query_one(StoryReader)
            preview.border_title = title
            preview.show(story)
        self.query_one("#verdict-text", Static).update(verdict)
        self.query_one("#verdict").scroll_home(animate=False)

    def keep(self, write: Callable[[], object]) -> None:
        """Write an answer into the history; what cannot be written is tried again on enter."""
        self._write(write)
        self.phase = Phase.ANSWERED
        self.set_focus(None)
        self._show_grade()

    def _write(self, write: Callable[[], object]) -> bool:
        self._unwritten = None
        try:
            write()
        except StorybankError as error:
            self._unwritten = write
            self.notify(f"{error}\nEnter tries again.", title="Not written", severity="error", markup=False)
            return False
        self.post_message(Practised())
        return True

    def _show_grade(self) -> None:
        self._show_place()
        last = self.drill.answered[-1] if self.drill.answered and not self._unwritten else None
        practice = self.session.practice
        grade = last.review.grade if last and last.review else None
        self.query_one(GradeRow).show(grade, last.due if last else None, practice.now(), practice.zone)

    @on(WorkFailed)
    def _ask_again(self) -> None:
        self.phase = Phase.ASKING

    # --- keys ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys work where they make sense, and only there are they shown."""
        if action == "next":
            return self.phase in (Phase.ANSWERED, Phase.BREAK)
        if action == "tell":
            return self.phase is Phase.ANSWERED and self.drill.plan.mode in (Mode.RETRIEVE, Mode.MOCK)
        if action in {"grade", "undo"}:
            return self.phase is Phase.ANSWERED
        return True

    def action_next(self) -> None:
        """Go on."""
        if self._unwritten:
            self._write(self._unwritten)
            self._show_grade()
        else:
            self.ask(rested=self.phase is Phase.BREAK)

    def action_grade(self, value: int) -> None:
        """Grade otherwise."""
        if not self._unwritten or self._write(self._unwritten):
            self._write(lambda: self.drill.grade(Grade(value)))
        self._show_grade()

    @on(GradeGiven)
    def _graded(self, message: GradeGiven) -> None:
        self.action_grade(message.grade.value)

    def action_undo(self) -> None:
        """Take the grade back."""
        if not self._unwritten:
            self._write(self.drill.take_back)
        self._show_grade()

    def action_tell(self) -> None:
        """Rehearse the story that was named, or the matcher's where none was."""
        last = self.drill.answered[-1]
        story = last.answer or (last.best.id if last.best else "")
        if story:
            self.post_message(StoryChosen(story, last.turn.prompt.text))

    def action_end(self) -> None:
        """Show how it went, or go back where nothing was answered."""
        if self.drill.answered:
            from storybank.tui.screens.drill_summary import DrillSummaryScreen

            self.app.switch_screen(DrillSummaryScreen(self.drill))
        else:
            self.dismiss()
