"""The page 'Ask': any question, and the stories that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from storybank.errors import StorybankError
from storybank.tui.messages.question_matched import QuestionMatched
from storybank.tui.messages.story_chosen import StoryChosen
from storybank.tui.messages.work_failed import WorkFailed
from storybank.tui.screens.page import BREAKPOINTS, Page
from storybank.tui.widgets.question_field import QuestionField
from storybank.tui.widgets.ranking import Ranking
from storybank.tui.widgets.reasons import Reasons
from storybank.tui.widgets.story_reader import StoryReader

if TYPE_CHECKING:
    from storybank.bank.matching import Answer, Match
    from storybank.model import StoryText

_TOP = 10
_HINT = """\
Any behavioural question, in any words: typed, or pasted from a mail.

Your best stories appear as you type, each with its reasons: what the question asks to see, and the sentence of yours \
that shows it. Where your bank has no answer, it says so, and names the story to write.

Enter tells the chosen story with this question. F2 draws a question."""


class AskPage(Page):
    """A question above, the ranked stories and their reasons below."""

    MODE = "ask"
    CSS_PATH = "ask.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    DELAY: ClassVar[float] = 0.15
    """Seconds without a keystroke before the question is matched."""
    GUIDE = """\
Type or paste any interview question. The stories that answer it appear as you type, with a score, their principles and
the reasons; nothing is hidden, a story told at one of your companies carries a warning.

When nothing fits, the page says what to write, and shows the nearest stories.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "rehearse", "Rehearse"),
        Binding("up", "select(-1)", "Previous", show=False),
        Binding("down", "select(1)", "Choose", key_display="↑↓"),
        Binding("f2", "draw", "Draw one"),
        Binding("ctrl+l", "clear", "Clear"),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.answer: Answer | None = None
        """The answer to what stands in the field; None while there is none yet."""
        self._warnings: Mapping[str, str] = {}
        self._texts: Mapping[str, StoryText] = {}
        self._number = 0
        self._timer: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """The field, the verdict, the stories and why."""
        yield QuestionField("Tell me about a time you ...")
        yield Static(id="verdict")
        yield Static(Content(_HINT), id="hint")
        with_why = Horizontal(Ranking(), Reasons(), StoryReader(), id="found")
        with_why.display = False
        yield with_why

    def on_mount(self) -> None:
        """Name the parts, and read the model before it is asked for."""
        self.query_one(QuestionField).border_title = "Question"
        self.query_one(Reasons).border_title = "Why"
        self.query_one(StoryReader).border_title = "The story"
        self.warm_up()

    def refresh_page(self) -> None:
        """Match again: the stories or what was told may have changed."""
        if self.is_mounted and self.question:
            self._ask()

    @property
    def question(self) -> str:
        """What stands in the field."""
        return self.query_one(QuestionField).question

    @property
    def chosen(self) -> Match | None:
        """The story that is chosen."""
        row = self.query_one(Ranking).highlighted
        return self.answer.matches[row] if self.answer and row is not None else None

    # --- asking ---

    @on(QuestionField.Changed)
    def _changed(self) -> None:
        """Match when the typing pauses."""
        self.answer = None
        self._number += 1
        if self._timer:
            self._timer.stop()
        if self.question:
            self._timer = self.set_timer(self.DELAY, self._ask)
        else:
            self._show_nothing()

    def _ask(self) -> None:
        if self._timer:
            self._timer.stop()
        if not self.session.is_ready:
            self._say("…", "Reading your stories for the first time", "$foreground-muted")
        self._match(self._number, self.question)

    @work(thread=True, exclusive=True, group="match", exit_on_error=False)
    def _match(self, number: int, question: str) -> None:
        if number != self._number or get_current_worker().is_cancelled:
            return
        try:
            told = self.session.practice.warnings()
            answer = self.session.match(question, _TOP, told)
            texts = self.session.bank.texts([match.card.id for match in answer.matches])
            self.post_message(QuestionMatched(number, answer, told, texts))
        except StorybankError as error:
            self.post_message(WorkFailed(error))

    @on(WorkFailed)
    def _failed(self, message: WorkFailed) -> None:
        message.prevent_default()
        self._say("✗", str(message.error), "$error")

    # --- showing ---

    @on(QuestionMatched)
    def _matched(self, message: QuestionMatched) -> None:
        if message.number != self._number:
            return
        answer, self._warnings, self._texts = message.answer, message.warnings, message.texts
        verdict = answer.verdict
        listed = verdict in (verdict.FITS, verdict.NOTHING_FITS)
        self.answer = answer
        self._tell_verdict(answer)
        self.query_one("#hint").display = False
        self.query_one("#found").display = listed
        ranking = self.query_one(Ranking)
        ranking.border_title = "Stories" if answer.fits else "The nearest stories"
        ranking.show(answer.matches if listed else (), self._warnings, self.session.bank.principles)

    def _tell_verdict(self, answer: Answer) -> None:
        verdict = answer.verdict
        sure = f"{answer.sureness} ({answer.confidence:.0%})"
        if answer.fits:
            self._say("✓", f"Your bank answers this: {sure}", "$success")
        elif verdict is verdict.NOTHING_FITS:
            self._say("✗", f"Nothing in your bank answers this. {answer.remark}", "$warning")
        elif verdict is verdict.EMPTY_BANK:
            self._say("✗", f"Your bank is empty. {answer.remark}", "$warning")
        else:
            self._say("·", answer.remark, "$foreground-muted")

    def _say(self, sign: str, words: str, style: str) -> None:
        self.query_one("#verdict", Static).update(Content.assemble((f"{sign} {words}", style)))

    def _show_nothing(self) -> None:
        self.query_one("#verdict", Static).update("")
        self.query_one("#found").display = False
        self.query_one("#hint").display = True

    @on(Ranking.OptionHighlighted)
    def _highlighted(self) -> None:
        match = self.chosen
        if self.answer and match:
            self.query_one(Reasons).show(self.answer, match, self._warnings.get(match.card.id, ""))
            self.query_one(StoryReader).show(self._texts[match.card.id])

    # --- keys ---

    @on(QuestionField.Submitted)
    @on(Ranking.OptionSelected)
    def action_rehearse(self) -> None:
        """Tell the chosen story with this question; where the answer is not there yet, ask at once."""
        match = self.chosen
        if match:
            self.post_message(StoryChosen(match.card.id, self.question))
        elif self.question and self.answer is None:
            self._ask()

    def action_select(self, step: int) -> None:
        """Choose another story, wherever the focus is."""
        ranking = self.query_one(Ranking)
        if step < 0:
            ranking.action_cursor_up()
        else:
            ranking.action_cursor_down()

    def action_draw(self) -> None:
        """Ask a question of the bank's."""
        prompts = self.session.practice.prompts
        if not prompts:
            self.notify("The bank has no questions.", severity="warning")
            return
        self._write(self.session.random.choice(prompts).text)

    def action_clear(self) -> None:
        """Begin with another question."""
        self._write("")

    def action_edit(self) -> None:
        """Go back to the question."""
        self.set_focus(self.query_one(QuestionField))

    def action_leave(self) -> None:
        """Leave the field, so that keys are commands again."""
        ranking = self.query_one(Ranking)
        self.set_focus(ranking if self.chosen else None)

    def _write(self, text: str) -> None:
        field = self.query_one(QuestionField)
        field.text = text
        field.move_cursor(field.document.end)
        field.focus()
