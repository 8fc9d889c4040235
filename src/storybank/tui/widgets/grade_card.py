"""One grade that can be given."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from storybank.model import Grade
from storybank.tui.messages.grade_given import GradeGiven

_COLORS = {Grade.AGAIN: "error", Grade.HARD: "warning", Grade.GOOD: "success", Grade.EASY: "primary"}


class GradeCard(Static):
    """Its key, its name, and when the story would be due; a click gives it."""

    DEFAULT_CSS = """
    GradeCard {
        width: 1fr; height: 4; content-align: center middle; text-align: center;
        border: round $foreground 20%; color: $text;
        &:hover { background: $boost; }
        &.-given { border: heavy $primary; background: $boost; }
    }
    """

    def __init__(self, grade: Grade, due: str) -> None:
        """Offer a grade; `due` says when the story would be due again."""
        super().__init__(id=f"grade-{int(grade)}")
        self._grade = grade
        self._due = due

    def render(self) -> Content:
        """'3 Good', 'in 4 d'."""
        given = "✓ " if self.has_class("-given") else ""
        name = (f"{given}{self._grade.name.title()}", f"$text-{_COLORS[self._grade]} bold")
        return Content.assemble(
            (f"{int(self._grade)} ", "$text-accent bold"), name, "\n", (self._due, "$foreground 70%")
        )

    def on_click(self) -> None:
        """Give it."""
        self.post_message(GradeGiven(self._grade))
