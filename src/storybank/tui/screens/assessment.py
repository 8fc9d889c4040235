"""The end of an exercise: what the assessor looks for, and one's own scores."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from storybank.bank.working import BEST_SCORE, Working
from storybank.errors import StorybankError
from storybank.model import Case
from storybank.pace import points
from storybank.text.when import minutes
from storybank.tui.screens.page import SessionScreen
from storybank.tui.widgets.criteria import Criteria
from storybank.tui.widgets.key_bar import KeyBar
from storybank.tui.widgets.markdown_text import MarkdownText


class AssessmentScreen(SessionScreen[bool]):
    """Scores an exercise; gives whether it is over."""

    CSS_PATH = "assessment.tcss"
    GUIDE = (
        "Be your own assessor: read your notes against each line and press `1` (not there) to `5` (convincing). "
        "The scores are kept with your notes. Enter ends the exercise, escape goes back into it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "Keep and end", priority=True),
        Binding("n", "notes", "Notes"),
        Binding("escape", "dismiss(False)", "Back to the exercise"),
    ]

    def __init__(self, working: Working) -> None:
        """Judge what was worked out in `working`."""
        super().__init__()
        self._working = working

    def compose(self) -> ComposeResult:
        """The sum, the criteria, the keys."""
        yield Static(self._summary(), classes="summary")
        with Horizontal(classes="both"):
            yield Criteria()
            with VerticalScroll(classes="notes") as notes:
                notes.border_title = "Your notes"
                yield MarkdownText(self._working.notes)
        if isinstance(self._working.exercise, Case) and self._working.exercise.remember:
            yield Static(Content(self._working.exercise.remember), classes="remember")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the first criterion."""
        self._show()
        self.query_one(Criteria).focus()

    def _summary(self) -> Content:
        working = self._working
        every = sum(len(group.points) for group in points(working.exercise))
        spent, planned = sum(working.seconds), working.exercise.minutes * 60
        lines = [
            Content.assemble((working.exercise.title, "bold $text-primary"), "  How did you do?"),
            Content(
                f"{minutes(spent)} of {minutes(planned)}, {len(working.covered)} of {every} points covered. "
                f"Score each line with 1 to {BEST_SCORE}: what the assessor looks for, or what you left out."
            ),
            Content.styled(self._notes(), "$foreground-muted"),
        ]
        return Content("\n").join(lines)

    def _notes(self) -> str:
        record = self._working.record
        if record is not None and record.notes:
            return f"Your notes are in the bank: {record.notes}"
        return "No notes were written." if self._working.keeps_notes else "The sample bank keeps no notes."

    def _show(self) -> None:
        self.query_one(Criteria).show(self._working.criteria, self._working.scores)

    @on(Criteria.Scored)
    def _scored(self, message: Criteria.Scored) -> None:
        self._working.score(message.criterion, message.score)
        self._save(ended=False)
        self._show()
        self.query_one(".summary", Static).update(self._summary())

    def action_notes(self) -> None:
        """Read the notes in place of the criteria, and back."""
        self.toggle_class("-reading")
        self.query_one(".notes" if self.has_class("-reading") else "Criteria").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is room the notes stand beside the criteria."""
        return self.has_class("-narrow") if action == "notes" else super().check_action(action, parameters)

    def _save(self, *, ended: bool) -> bool:
        try:
            self._working.save(ended=ended)
        except StorybankError as error:
            self.notify(f"Not saved yet: {error}", severity="error", markup=False)
            return False
        return True

    @on(OptionList.OptionSelected)
    def action_done(self) -> None:
        """Keep it all and end the exercise; where that fails, it can be tried again."""
        if self._save(ended=True):
            self.app.notify(self._notes(), title="Kept", markup=False)
            self.dismiss(True)
