"""The page 'Drill': which drill, how long, on what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from storybank.bank.drill_session import DRILL_MODES, DrillSession, Plan
from storybank.bank.outlook import lately, outlook
from storybank.errors import StorybankError, UsageError
from storybank.model import Mode, Prompt, Review
from storybank.text.when import ago_words
from storybank.tui.messages import DrillChosen
from storybank.tui.screens.drill_question import NAMES
from storybank.tui.screens.page import Page
from storybank.tui.session import Session
from storybank.tui.widgets.outlook_table import OutlookTable
from storybank.tui.widgets.setting import Setting

_LATELY = 30
"""Answers that are listed."""
_ANSWER = 10
"""Columns for an answer."""
_NOTHING_YET = "Nothing yet. What you answer is listed here, with the time it took and its grade."
MOST = 50
"""Questions, or interviewers, of one session."""
_WORDS = {
    Mode.RETRIEVE: "ten seconds to name the story",
    Mode.GUESS: "what is the question really after?",
    Mode.ANSWER: "told in full, against the clock",
    Mode.FOLLOW_UPS: "what is asked next about a story",
    Mode.MOCK: "several interviewers, no story twice",
}


class Modes(OptionList):
    """The drills; enter begins one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "select", "Begin", key_display="⏎")]


class DrillPage(Page):
    """The drills on the left, what there is to do on the right."""

    MODE = "drill"
    CSS_PATH = "drill.tcss"
    GUIDE = """\
Questions are drawn by spacing and by your weak spots: what is due comes first, then principles with few or red-flagged
stories and questions you answered slowly. No question comes twice in a session.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus,equals_sign,right", "count(1)", "More", key_display="+"),
        Binding("minus,left", "count(-1)", "Fewer", key_display="-"),
        Binding("p", "principle", "Principle"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.plans = {mode: Plan.of(mode) for mode in DRILL_MODES}
        """What was set for each mode."""

    def body(self) -> Iterable[Widget]:
        """Modes and settings beside the outlook."""
        entries = [item for mode in DRILL_MODES for item in (_entry(mode), None)]
        modes = Modes(*entries[:-1], id="modes")
        modes.border_title = "Drills"
        settings = Vertical(Setting("count", "count"), Setting("principle", "principle"), id="settings")
        settings.border_title = "This session"
        table = VerticalScroll(OutlookTable(), id="outlook", can_focus=False)
        table.border_title = "Your questions"
        told = VerticalScroll(Static(id="lately-text"), id="lately", can_focus=False)
        told.border_title = "Lately"
        picture = Vertical(table, told, id="picture")
        yield Horizontal(Vertical(modes, settings, id="choice"), picture, id="drill-body")

    @property
    def mode(self) -> Mode:
        """The drill that is marked."""
        row = self.query_one("#modes", OptionList).highlighted
        return DRILL_MODES[row or 0]

    @property
    def plan(self) -> Plan:
        """What the marked drill is to be."""
        return self.plans[self.mode]

    def refresh_page(self) -> None:
        """Count anew."""
        if self.is_mounted:
            self._show_settings()
            self._show_outlook()

    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        self.refresh_page()

    def _show_settings(self) -> None:
        plan = self.plan
        one = "Interviewers" if plan.mode is Mode.MOCK else "Questions"
        count, principle = self.query_one("#count", Setting), self.query_one("#principle", Setting)
        ladder = plan.mode is Mode.FOLLOW_UPS
        count.show(one, "all that the story invites" if ladder else f"{plan.count}", "" if ladder else "- +")
        principle.show(
            "Principle", "chosen with the story" if ladder else plan.principle or "all", "" if ladder else "p"
        )

    def _show_outlook(self) -> None:
        table = self.query_one(OutlookTable)
        try:
            whole, each = outlook(self.session.practice, self.mode)
        except StorybankError as error:
            table.update(Content(str(error)))
            return
        table.show(whole, each, self.session.bank.principles, self.plan.principle)
        lines = [self._answered(*one) for one in lately(self.session.practice, _LATELY)]
        self.query_one("#lately-text", Static).update(Content("\n").join(lines or [Content(_NOTHING_YET)]))

    def _answered(self, prompt: Prompt, review: Review) -> Content:
        practice = self.session.practice
        time = f"{review.seconds:5.1f} s" if review.seconds is not None else "       "
        principle = self.session.bank.principles.find(review.answer)
        answer = principle.code if principle else review.answer or "-"
        day = ago_words(review.at, practice.now(), practice.zone)
        return Content.assemble(
            (f"{day:<9} ", "$foreground-muted"), f"{review.grade.name.title():<6}{time}  ",
            (f"{answer[:_ANSWER]:<{_ANSWER}}  ", "bold"), prompt.text,
        )  # fmt: skip

    # --- keys ---

    @on(OptionList.OptionSelected)
    def action_begin(self) -> None:
        """Begin the marked drill."""
        self.post_message(DrillChosen(self.plan))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Follow-ups have no settings."""
        has_settings = not self.is_mounted or self.mode is not Mode.FOLLOW_UPS
        return has_settings if action in {"count", "principle"} else True

    def action_count(self, step: int) -> None:
        """More or fewer questions."""
        count = min(MOST, max(1, self.plan.count + step))
        self.plans[self.mode] = replace(self.plan, count=count)
        self._show_settings()

    def action_principle(self) -> None:
        """Ask only for one principle, or for all."""
        from storybank.tui.screens.choose_principle import ALL, ChoosePrinciple

        def chosen(name: str | None) -> None:
            if name:
                self.plans[self.mode] = replace(self.plan, principle=None if name == ALL else name)
                self.refresh_page()

        self.app.push_screen(ChoosePrinciple(self.session.bank.principles), chosen)

    @on(Setting.Changed)
    def _set(self, message: Setting.Changed) -> None:
        if message.setting == "principle":
            self.action_principle()
        else:
            self.action_count(message.step)


def _entry(mode: Mode) -> Option:
    words = Content.assemble((NAMES[mode], "bold"), "\n", (_WORDS[mode], "$foreground-muted"))
    return Option(words, id=mode.value)


def drill_screen(session: Session, plan: Plan, random: Random) -> Screen[None]:
    """The screen of a drill.

    Raises:
        UsageError: there is nothing to drill with.
        StoreError: the history cannot be read.
    """
    if not session.bank.cards:
        raise UsageError("your bank is empty", hint="Add stories first: storybank import FILE, or storybank new")
    if plan.mode is Mode.FOLLOW_UPS:
        from storybank.tui.screens.follow_ups import FollowUpsScreen

        return FollowUpsScreen(plan.story)
    drill = DrillSession(session.practice, plan, random)
    if not drill.turns:
        raise UsageError(f"no questions for {plan.principle}" if plan.principle else "your bank has no questions")
    return _question_screen(drill)


def _question_screen(drill: DrillSession) -> Screen[None]:
    if drill.plan.mode is Mode.GUESS:
        from storybank.tui.screens.guess import GuessScreen

        return GuessScreen(drill)
    if drill.plan.mode is Mode.ANSWER:
        from storybank.tui.screens.answer import AnswerScreen

        return AnswerScreen(drill)
    from storybank.tui.screens.retrieve import RetrieveScreen

    return RetrieveScreen(drill)
