"""The drill 'Follow-ups': a ladder of probes on one story."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from storybank.bank.drilling import find_story, grade_of_probes, suggest_stories
from storybank.bank.practice import Graded
from storybank.errors import StorybankError
from storybank.model import Card, Grade
from storybank.probes import Probe
from storybank.tui.messages import Practised
from storybank.tui.messages.choice_made import ChoiceMade
from storybank.tui.messages.grade_given import GradeGiven
from storybank.tui.screens.page import SessionScreen
from storybank.tui.widgets.drill_header import DrillHeader
from storybank.tui.widgets.finder import Choice, Finder
from storybank.tui.widgets.grades import GradeRow
from storybank.tui.widgets.key_bar import KeyBar
from storybank.tui.widgets.story_choices import story_choices

_SIGNS = {True: ("✓ ", "bold $success"), False: ("✗ ", "bold $error")}


class FollowUpsScreen(SessionScreen[None]):
    """One probe after the other, the most likely first; each is answered aloud and ticked."""

    CSS_PATH = "follow_ups.tcss"
    GUIDE = """\
What an interviewer asks next about a story: its gaps first, then its figures and choices, then what is asked of any
story. Answer aloud, and say honestly whether you could. At the end comes the grade; 1 to 4 change it.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,space", "mark(True)", "I could", key_display="y"),
        Binding("n", "mark(False)", "I could not"),
        Binding("backspace", "back", "Back", key_display="⌫"),
        *(Binding(str(g.value), f"grade({g.value})", g.name.title()) for g in Grade),
        Binding("u", "undo", "Undo"),
        Binding("enter", "done", "Done"),
        Binding("escape", "dismiss", "End"),
    ]

    def __init__(self, story: str | None = None) -> None:
        """Ask for `story`, or for one that is to be chosen."""
        super().__init__()
        self._story = story
        self.card: Card | None = None
        self.probes: list[Probe] = []
        self.marks: list[bool] = []
        """Whether the probes so far could be answered."""
        self.graded: Graded | None = None

    def compose(self) -> ComposeResult:
        """The choice of a story, then the ladder."""
        yield DrillHeader("Follow-ups")
        with Vertical(id="stage"):
            if self._story is None:
                yield Finder(self._suggest, "Which story? The first one is due most")
            yield VerticalScroll(Static(id="ladder"), id="climb")
            yield GradeRow()
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin where the story is known."""
        if self._story is None:
            self.query_one(DrillHeader).show("which story?")
            self.query_one(Finder).reset()
        else:
            self.begin(self.session.bank.card(self._story))

    def _suggest(self, typed: str) -> list[Choice]:
        if typed.strip():
            return story_choices(suggest_stories(self.session.bank.cards, typed, limit=50))
        return story_choices(one.card for one in self.session.practice.stories())

    @on(ChoiceMade)
    def _chosen(self, message: ChoiceMade) -> None:
        card = find_story(self.session.bank.cards, message.key or message.typed)
        if card:
            self.begin(card)

    def begin(self, card: Card) -> None:
        """Ask for the first probe."""
        try:
            self.probes = self.session.practice.probes(card.id)
        except StorybankError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        self.card, self.marks, self.graded = card, [], None
        self.add_class("-climbing")
        self.set_focus(None)
        self._show()

    # --- the ladder ---

    @property
    def is_through(self) -> bool:
        """Whether all probes were asked."""
        return self.card is not None and len(self.marks) == len(self.probes)

    def _show(self) -> None:
        assert self.card
        number = min(len(self.marks) + 1, len(self.probes))
        self.query_one(DrillHeader).show(
            f"{self.card.id}  {self.card.title} · {number} of {len(self.probes)}",
            self.marks,
            len(self.probes) - len(self.marks),
        )
        self.query_one("#ladder", Static).update(Content("\n").join(self._rungs()))
        self.query_one("#climb").scroll_end(animate=False)
        self.set_class(self.is_through, "-through")
        practice = self.session.practice
        grade = self.graded.review.grade if self.graded else None
        due = self.graded.standing.due if self.graded else None
        self.query_one(GradeRow).show(grade, due, practice.now(), practice.zone)
        self.refresh_bindings()

    def _rungs(self) -> Iterator[Content]:
        for probe, mark in zip(self.probes, self.marks, strict=False):
            yield Content.assemble(_SIGNS[mark], (probe.text, "$foreground-muted"))
        if self.is_through:
            yield Content()
            yield Content.styled(f"{sum(self.marks)} of {len(self.probes)} answered", "bold")
            return
        probe = self.probes[len(self.marks)]
        yield Content()
        yield Content.assemble(("▶ ", "bold $primary"), (probe.text, "bold"))
        yield Content.styled(f"  {probe.why}", "$foreground-muted")

    # --- keys ---

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys work where they make sense, and only there are they shown."""
        if action == "mark":
            return self.card is not None and not self.is_through
        if action == "back":
            return bool(self.marks)
        return self.is_through if action in {"grade", "undo", "done"} else True

    def action_mark(self, could: bool) -> None:
        """Go on to the next probe; after the last one comes the grade."""
        self.marks.append(could)
        if self.is_through:
            self.action_grade(grade_of_probes(sum(self.marks), len(self.marks)).value)
        self._show()

    def action_back(self) -> None:
        """Think again about the last probe."""
        if self.graded:
            self.action_undo()
        self.marks.pop()
        self._show()

    def action_grade(self, value: int) -> None:
        """Grade the ladder, otherwise than before where it was graded."""
        card = self.card
        assert card
        if self._write(self._take_back):
            self._write(lambda: setattr(self, "graded", self.session.practice.grade_probes(card.id, Grade(value))))
        self._show()

    @on(GradeGiven)
    def _graded(self, message: GradeGiven) -> None:
        self.action_grade(message.grade.value)

    def action_undo(self) -> None:
        """Take the grade back."""
        self._write(self._take_back)
        self._show()

    def action_done(self) -> None:
        """Go back."""
        self.dismiss()

    def _take_back(self) -> None:
        if self.graded:
            self.session.practice.take_back(self.graded.review)
        self.graded = None

    def _write(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except StorybankError as error:
            self.notify(f"{error}\n1 to 4 try again.", title="Not written", severity="error", markup=False)
            return False
        self.post_message(Practised())
        return True
