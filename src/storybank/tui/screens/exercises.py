"""The page 'Scenarios'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from storybank.bank.exercises import Exercises, exercise_name, exercises, last_done
from storybank.errors import StorybankError
from storybank.model import Case, ExerciseRecord, InterviewQuestion, Scenario
from storybank.tui.screens.page import Page
from storybank.tui.screens.question import Answer, Question
from storybank.tui.widgets import exercise_text
from storybank.tui.widgets.exercise_list import ExerciseList
from storybank.tui.widgets.markdown_text import MarkdownText

_NO_EXERCISES = (
    "# No scenarios here\n\nThis bank has no exercises under `prompts/`. `storybank init` puts ours into a new bank; "
    "`storybank doctor` names files that cannot be read."
)
_READ_ONLY = (
    "This is the sample bank, which is read-only: your notes will not be kept. What you cover and how you score "
    "yourself is remembered. For notes, make a bank of your own: storybank init my-stories"
)
_WITHOUT_NOTES = (Answer("g", "Go on without notes", "primary"), Answer("l", "Leave it"))

Exercise = Scenario | Case | InterviewQuestion


class ExercisesPage(Page):
    """Leadership scenarios, written cases, and plain leadership questions."""

    MODE = "exercises"
    CSS_PATH = "exercises.tcss"
    GUIDE = (
        "Longer exercises. A **scenario** is talked through, a **case** is written, both in timed phases with points "
        "to tick off and notes that are kept in your bank; at the end you score yourself. A **question** is answered "
        "aloud; enter shows the points of a good answer."
    )

    _found: Exercises = Exercises((), ())
    _done: Mapping[str, ExerciseRecord] = MappingProxyType({})
    _revealed = False

    def body(self) -> Iterable[Widget]:
        """The list, and what is chosen in it."""
        with Horizontal(classes="exercises"):
            yield ExerciseList(markup=False)
            with VerticalScroll(classes="preview"):
                yield MarkdownText()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(ExerciseList).focus()

    def refresh_page(self) -> None:
        """Read the exercises again; they are few and small."""
        self._found = exercises(self.session.bank)
        self._read_done()
        choices = self.query_one(ExerciseList)
        place = choices.highlighted
        choices.clear_options()
        choices.add_options(self._options())
        if not self._every:
            self.query_one(MarkdownText).show(_NO_EXERCISES)
        elif place is not None and place < choices.option_count:
            choices.highlighted = place
        else:
            choices.action_first()

    @property
    def _every(self) -> tuple[Exercise, ...]:
        return (*self._found.scenarios, *self._found.cases, *self._found.questions)

    def _read_done(self) -> None:
        try:
            self._done = last_done(self.session.bank.store.history.exercises())
        except StorybankError as error:
            self.notify(str(error), severity="error", markup=False)

    def _options(self) -> Iterator[Option]:
        number = 0
        for title, group in (
            ("Scenarios, talked through", self._found.scenarios),
            ("Cases, written", self._found.cases),
            ("Questions for leaders", self._found.questions),
        ):
            if group:
                yield Option(Content.styled(title, "bold $text-primary"), disabled=True)
            for one in group:
                yield Option(self._line(one), id=str(number))
                number += 1

    def _line(self, one: Exercise) -> Content:
        if isinstance(one, InterviewQuestion):
            return Content(one.title)
        done = self._done.get(exercise_name(self.session.bank, one))
        return exercise_text.line(one, done, self.session.practice.zone)

    def _chosen(self, option_id: str | None) -> Exercise | None:
        return self._every[int(option_id)] if option_id is not None else None

    @on(OptionList.OptionHighlighted)
    def _preview(self, event: OptionList.OptionHighlighted) -> None:
        self._revealed = False
        self._show(self._chosen(event.option_id))

    def _show(self, chosen: Exercise | None) -> None:
        if chosen is None:
            return
        if isinstance(chosen, InterviewQuestion):
            self.query_one(MarkdownText).show(exercise_text.question(chosen, revealed=self._revealed))
        else:
            self.query_one(MarkdownText).show(
                exercise_text.preview(chosen, self._done.get(exercise_name(self.session.bank, chosen)))
            )
        self.query_one(".preview").scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        chosen = self._chosen(event.option_id)
        if isinstance(chosen, InterviewQuestion):
            self._revealed = not self._revealed
            self._show(chosen)
        elif chosen is not None:
            self._begin(chosen)

    def _begin(self, exercise: Scenario | Case) -> None:
        from storybank.bank.working import Working
        from storybank.tui.screens.exercise import ExerciseScreen

        practice = self.session.practice
        working = Working(self.session.bank, exercise, practice.clock, practice.now)

        def begin(answer: str | None) -> None:
            if answer == "g":
                self.app.push_screen(ExerciseScreen(working))

        if working.keeps_notes:
            begin("g")
        else:
            self.app.push_screen(Question("No notes here", _READ_ONLY, *_WITHOUT_NOTES), begin)
