"""The drill 'Retrieve', and the mock loop: name the story for a question before the time runs out."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on, work
from textual.content import Content

from storybank.bank.drill_session import Turn
from storybank.bank.drilling import RIGHT_AMONG, Retrieved, find_story, is_text, judge, suggest_stories
from storybank.errors import StorybankError
from storybank.model import StoryText
from storybank.tui.messages.choice_made import ChoiceMade
from storybank.tui.messages.story_judged import StoryJudged
from storybank.tui.messages.work_failed import WorkFailed
from storybank.tui.screens.drill_question import DrillQuestion, Phase
from storybank.tui.widgets.answer_clock import SPEEDS
from storybank.tui.widgets.finder import Choice, Finder
from storybank.tui.widgets.reasons import reason_lines
from storybank.tui.widgets.story_choices import story_choices

_REASONS = 2
_MARGIN = 12
"""Columns beside the verdict."""
_WIDEST = 184
"""Columns of the verdict, and of the story that is read beside it."""


class RetrieveScreen(DrillQuestion):
    """Name the story; then the matcher's choice, with its reasons."""

    GUIDE = """\
Ten seconds to name the story you would tell: type its id or words of its title, and press enter; a number chooses from
the list. Enter on the empty field says that no story of yours answers it.

Then you see how fast you were, what the matcher would have told, and the grade that follows; 1 to 4 change it.
In a mock loop no story may be told twice.
"""

    def finder(self) -> Finder:
        """Stories, by what is typed."""
        cards = self.session.bank.cards
        return Finder(self._suggest, "Which story? Its id or words of its title", is_text=lambda t: is_text(cards, t))

    def _suggest(self, typed: str) -> list[Choice]:
        return story_choices(suggest_stories(self.session.bank.cards, typed))

    def on_mount(self) -> None:
        """Have the matcher read the stories while the person thinks."""
        self.warm_up()

    @on(ChoiceMade)
    def _named(self, message: ChoiceMade) -> None:
        """Judge the story that was named, unless it was told in this loop already."""
        if self.phase is not Phase.ASKING:
            return
        card = find_story(self.session.bank.cards, message.key or message.typed)
        refusal = self.drill.refusal(card.id) if card else ""
        if refusal:
            self.remark(f"! {refusal}. Another one?")
            self.query_one(Finder).reset()
            return
        seconds, told = self.seconds, tuple(self.drill.told)
        self.phase = Phase.WAITING
        self.show_verdict(Content.styled("The matcher reads your stories …", "$foreground-muted"))
        self._judge(self.turn, message.key or message.typed, seconds, told)

    @work(thread=True, group="judge", exit_on_error=False)
    def _judge(self, turn: Turn, typed: str, seconds: float, told: tuple[str, ...]) -> None:
        try:
            answer = self.session.match(turn.prompt.text, RIGHT_AMONG + len(told))
            found = judge(answer, self.session.bank.cards, typed, seconds, told)
            texts = self.session.bank.texts([found.to_read.id] if found.to_read else [])
            self.post_message(StoryJudged(turn, found, next(iter(texts.values()), None)))
        except StorybankError as error:
            self.post_message(WorkFailed(error))

    @on(StoryJudged)
    def _judged(self, message: StoryJudged) -> None:
        found = message.found
        if self.phase is not Phase.WAITING or message.turn != self.turn:
            return
        named = found.named.id if found.named else ""
        best = found.choice[0].card if found.choice else None
        warning = self.session.practice.warning(named) if named else ""
        self._show(found, warning, message.text)
        self.keep(lambda: self.drill.answer(found.grade, named, right=found.right, seconds=found.seconds, best=best))

    def _show(self, found: Retrieved, warning: str, text: StoryText | None) -> None:
        card = found.to_read
        columns = 2 if self.has_class("-vast") else 1
        width = min(_WIDEST, self.size.width) // columns - _MARGIN
        lines = Content("\n").join(verdict_lines(found, warning, width))
        self.show_verdict(lines, f"{card.id} {card.title}" if card else "", text)


def verdict_lines(found: Retrieved, warning: str, width: int) -> Iterator[Content]:
    """What is to be said of the story that was named."""
    yield _named(found)
    if warning:
        yield Content.styled(f"! {warning}", "$warning")
    yield Content()
    if not found.answer.fits:
        yield Content(f"Nothing in your bank answers this. {found.answer.remark}".rstrip())
    yield Content.styled("The matcher would tell" if found.answer.fits else "The nearest", "$foreground-muted")
    for rank, match in enumerate(found.choice, 1):
        mine = "  ← yours" if found.named and match.card.id == found.named.id else ""
        yield Content.assemble(
            f"{rank}  ", (match.card.id, "bold $primary"), f"  {match.card.title}", (mine, "$success")
        )
        for reason in match.why[:_REASONS]:
            yield from (Content.assemble("   ", line) for line in reason_lines(reason, width - 3))


def _named(found: Retrieved) -> Content:
    sign, style = ("✓ Right", "bold $success") if found.right else ("✗ Not this one", "bold $error")
    if found.named is None:
        words = "no story answers it" if found.right else "no story was named"
        return Content.assemble((sign if found.right else "✗", style), f"  {words}", _speed(found))
    return Content.assemble((sign, style), "  ", (found.named.id, "bold"), f"  {found.named.title}", _speed(found))


def _speed(found: Retrieved) -> Content:
    if found.seconds is None:
        return Content()
    words, style = SPEEDS[found.speed] if found.speed else ("too late", "$error")
    return Content.styled(f"   {found.seconds:.1f} s, {words}", style)
