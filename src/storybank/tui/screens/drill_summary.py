"""How a session of a drill went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storybank.bank.drill_session import Answered, DrillSession, Summary
from storybank.errors import StorybankError
from storybank.model import Mode
from storybank.text.when import due_words
from storybank.tui.messages import DrillChosen, Practised
from storybank.tui.screens.drill_question import NAMES
from storybank.tui.screens.page import SessionScreen
from storybank.tui.widgets.drill_header import DrillHeader
from storybank.tui.widgets.key_bar import KeyBar


class DrillSummaryScreen(SessionScreen[None]):
    """The figures, and each question with its answer."""

    CSS_PATH = "drill_summary.tcss"
    GUIDE = """\
What was right, how fast it came, and when each question comes back. `u` takes the last grade back.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "dismiss", "Done", key_display="⏎"),
        Binding("r", "again", "Another session"),
        Binding("u", "undo", "Undo the last grade"),
    ]

    def __init__(self, drill: DrillSession) -> None:
        """Sum up `drill`."""
        super().__init__()
        self.drill = drill

    def compose(self) -> ComposeResult:
        """Tiles above, questions below."""
        yield DrillHeader(NAMES[self.drill.plan.mode])
        with Vertical(id="stage"):
            yield Horizontal(*(Static(classes="tile") for _ in range(4)), id="tiles")
            with VerticalScroll(id="questions"):
                yield Static(id="lines")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show it."""
        self.show()
        self.query_one("#questions").focus()

    def show(self) -> None:
        """Show how it went."""
        summary = self.drill.summary
        answered = len(summary.answered)
        self.query_one(DrillHeader).show(
            f"{answered} of {len(self.drill.turns)} answered", [one.right for one in summary.answered]
        )
        for tile, (figure, words) in zip(self.query(".tile").results(Static), self._tiles(summary), strict=True):
            tile.update(Content.assemble((figure, "bold $primary"), "\n", (words, "$foreground-muted")))
        self.query_one("#lines", Static).update(Content("\n").join(self._lines(summary)))

    def _tiles(self, summary: Summary) -> Iterator[tuple[str, str]]:
        practice = self.session.practice
        seconds = summary.median_seconds
        yield (f"{summary.right} of {summary.judged}", "right") if summary.judged else (
            str(len(summary.answered)), "answered",
        )  # fmt: skip
        yield ("-" if seconds is None else f"{seconds:.1f} s"), "median"
        yield str(len(summary.slow)), "over 7 s"
        due = summary.due_next
        yield (due_words(due, practice.now(), practice.zone) if due else "-"), "next one due"

    def _lines(self, summary: Summary) -> Iterator[Content]:
        interviewer = 0
        for one in summary.answered:
            if one.turn.interviewer != interviewer:
                interviewer = one.turn.interviewer
                yield Content.styled(f"Interviewer {interviewer}", "bold")
            yield from self._question(one)
            yield Content()
        if self.drill.plan.mode is Mode.MOCK and summary.answered:
            names = ", ".join(self.drill.told) or "none"
            yield Content.styled(f"Stories told: {names}; none twice.", "$foreground-muted")

    def _question(self, one: Answered) -> Iterator[Content]:
        signs = {True: ("✓ ", "bold $success"), False: ("✗ ", "bold $error"), None: ("• ", "$foreground-muted")}
        yield Content.assemble(signs[one.right], one.turn.prompt.text)
        practice = self.session.practice
        parts = [one.answer or "no answer"]
        if one.seconds is not None:
            parts.append(f"{one.seconds:.1f} s" + (", too late" if one.is_late else ", slow" if one.is_slow else ""))
        parts.append(one.review.grade.name.title() if one.review else "not graded")
        if one.due:
            parts.append(f"comes back {due_words(one.due, practice.now(), practice.zone)}")
        yield Content.styled("  " + " · ".join(parts), "$foreground-muted")
        better = self._better(one)
        if better:
            yield Content.assemble(("  better: ", "$foreground-muted"), better)

    def _better(self, one: Answered) -> str:
        if one.right is not False:
            return ""
        return f"{one.best.id} {one.best.title}" if one.best else one.turn.prompt.principle

    def action_again(self) -> None:
        """The same drill with other questions."""
        plan = self.drill.plan
        self.dismiss()
        self.app.post_message(DrillChosen(plan))

    def action_undo(self) -> None:
        """Take the last grade back."""
        try:
            self.drill.take_back()
        except StorybankError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.post_message(Practised())
            self.show()
