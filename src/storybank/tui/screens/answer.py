"""The drill 'Answer': a question answered in full, against the clock."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from storybank.bank.drill_session import Turn
from storybank.bank.drilling import RIGHT_AMONG, find_story, is_text, suggest_stories
from storybank.errors import StorybankError
from storybank.model import Card
from storybank.text.when import minutes
from storybank.tui.messages import StoryChosen
from storybank.tui.messages.choice_made import ChoiceMade
from storybank.tui.messages.stories_proposed import StoriesProposed
from storybank.tui.messages.work_failed import WorkFailed
from storybank.tui.screens.drill_question import DrillQuestion, Phase
from storybank.tui.widgets.finder import Choice, Finder
from storybank.tui.widgets.story_choices import story_choices

if TYPE_CHECKING:
    from storybank.bank.drill_session import DrillSession


class AnswerScreen(DrillQuestion):
    """The matcher's story or another one is told as the answer."""

    GUIDE = """\
The question is answered in full: choose the matcher's story, or type the id or title of another one, and tell it
against the clock. Its grade is the question's, too.
"""
    TIMED = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+n", "skip", "Skip")]

    def __init__(self, drill: DrillSession) -> None:
        super().__init__(drill)
        self._proposed: list[Card] = []
        self._told_since: datetime | None = None

    def finder(self) -> Finder:
        """The matcher's stories, or those meant by what is typed."""
        cards = self.session.bank.cards
        return Finder(
            self._suggest, "Enter tells it; or another story's id or title", is_text=lambda t: is_text(cards, t)
        )

    def _suggest(self, typed: str) -> list[Choice]:
        return story_choices(suggest_stories(self.session.bank.cards, typed) if typed.strip() else self._proposed)

    def ask(self, *, rested: bool = False) -> None:
        """Have the matcher propose stories."""
        self._proposed, self._told_since = [], None
        super().ask(rested=rested)
        if self.drill.turn and self.phase is Phase.ASKING:
            self._propose(self.drill.turn)

    @work(thread=True, exclusive=True, group="propose", exit_on_error=False)
    def _propose(self, turn: Turn) -> None:
        try:
            answer = self.session.match(turn.prompt.text, RIGHT_AMONG)
            self.post_message(StoriesProposed(turn, [match.card for match in answer.matches]))
        except StorybankError as error:
            self.post_message(WorkFailed(error))

    @on(StoriesProposed)
    def _show_proposed(self, message: StoriesProposed) -> None:
        if message.turn == self.drill.turn:
            self._proposed = message.cards
            self.query_one(Finder).narrow()

    @on(ChoiceMade)
    def _tell(self, message: ChoiceMade) -> None:
        card = find_story(self.session.bank.cards, message.key or message.typed)
        if card and self.phase is Phase.ASKING:
            self._told_since = self.session.practice.now()
            self.post_message(StoryChosen(card.id, self.turn.prompt.text))
        elif self.phase is Phase.ASKING:
            self.remark(f"! No story is like '{message.typed}'." if message.typed else "")

    def on_screen_resume(self) -> None:
        """Take the take that was told for the answer."""
        since, self._told_since = self._told_since, None
        told = self.drill.collect(since) if since and self.phase is Phase.ASKING else None
        if told:
            answered, take = told
            words = f"{answered.answer}  told in {minutes(take.total)} of {minutes(take.planned_total)}"
            self.show_verdict(Content.assemble(("✓ ", "bold $success"), words))
            self.keep(lambda: None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A question can be passed over while it is asked."""
        return self.phase is Phase.ASKING if action == "skip" else super().check_action(action, parameters)

    def action_skip(self) -> None:
        """Pass the question over."""
        self.drill.answer(None)
        self.ask()
