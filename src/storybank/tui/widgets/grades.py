"""The four grades, of which one may be given."""

from __future__ import annotations

from datetime import datetime, tzinfo

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from storybank.model import Grade
from storybank.text.when import due_words
from storybank.tui.messages.grade_given import GradeGiven


class GradeButton(Static):
    """One grade; a click gives it."""

    DEFAULT_CSS = """
    GradeButton { width: auto; padding: 0 1; margin-right: 1; color: $text-muted; background: $panel; }
    GradeButton:hover { color: $text; background: $boost; }
    GradeButton.-given { color: $text; background: $primary; text-style: bold; }
    """

    def __init__(self, grade: Grade) -> None:
        super().__init__(id=f"grade-{grade.value}")
        self.grade = grade

    def show(self, given: bool) -> None:
        """Mark it as given or not, also without colour."""
        self.set_class(given, "-given")
        sign = "●" if given else " "
        self.update(Content(f"{sign} {self.grade.value} {self.grade.name.title()}"))

    def on_click(self) -> None:
        """Give it."""
        self.post_message(GradeGiven(self.grade))


class GradeRow(Horizontal):
    """Again, Hard, Good, Easy, and when the question comes back."""

    DEFAULT_CSS = """
    GradeRow { height: 1; }
    GradeRow .due { width: 1fr; color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        """The grades, and what follows."""
        for grade in Grade:
            yield GradeButton(grade)
        yield Static(classes="due")

    def show(self, grade: Grade | None, due: datetime | None, now: datetime, zone: tzinfo | None) -> None:
        """Mark the grade that was given."""
        for button in self.query(GradeButton):
            button.show(button.grade is grade)
        words = f"comes back {due_words(due, now, zone)}" if due else "not graded"
        self.query_one(".due", Static).update(Content(words))
