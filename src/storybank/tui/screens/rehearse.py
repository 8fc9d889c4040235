"""One take of a story."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from storybank.bank.rehearsal import Rehearsal
from storybank.bank.telling import Choice, Shown, last_choice, turned, words_shown
from storybank.errors import StoreError, StorybankError
from storybank.model import Card, SectionName, Story, TakeRecord
from storybank.pace import State
from storybank.text.when import local_day, minutes
from storybank.tui.messages import Practised, StoryChosen
from storybank.tui.screens.page import SessionScreen
from storybank.tui.screens.question import Answer, Question
from storybank.tui.widgets.chooser import Chooser
from storybank.tui.widgets.key_bar import KeyBar
from storybank.tui.widgets.story_head import StoryHead
from storybank.tui.widgets.take_view import TakeView

_REDRAW = 0.1
"""Seconds between two drawings; times come from the clock alone."""
_TICK = 1.0
_LITTLE = 10.0
"""Seconds told that nobody minds losing."""
_GO_ON, _THROW_AWAY = Answer("g", "Go on", "primary"), Answer("t", "Throw away", "error")
_LEAVING = ("Leave this take?", "can be kept, to go on later.", _GO_ON, Answer("k", "Keep for later"), _THROW_AWAY)
_RESTARTING = ("Begin anew?", "is dropped then.", _GO_ON, Answer("r", "Begin anew", "error"))
_UNSAVED = ("Not saved yet", "is not written yet.", Answer("s", "Save again", "primary"), _THROW_AWAY)


class RehearseScreen(SessionScreen[None]):
    """The clock of a take: choose, tell, and on to its result."""

    CSS_PATH = "rehearse.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide"), (150, "-board")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall"), (48, "-high")]  # noqa: RUF012
    GUIDE = """\
# Rehearse

Tell the story aloud, section by section, against its clock. **enter** starts it, and goes on to the next section;
after the last one the take is over and you see what it came to.

Before the start **m** turns the length and **v** what you see: the full text, your cues, only the headings, or nothing.
Press **f** whenever you hear yourself say 'um'. A pause costs no time. **escape** pauses, and asks before anything is
lost.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,s", "save_again", "Save again"),
        Binding("enter,space", "start", "Start"),
        Binding("space", "pause", "Pause"),
        Binding("space", "go_on", "Go on"),
        Binding("enter,right,down", "next", "Next"),
        Binding("enter,right,down", "finish", "Finish"),
        Binding("backspace,left,up", "back", "Back"),
        Binding("f", "filler", "Filler"),
        Binding("m", "length(1)", "Length"),
        Binding("right", "length(1)", "Longer", show=False),
        Binding("left", "length(-1)", "Shorter", show=False),
        Binding("v", "shown", "Show"),
        Binding("v", "shown_meanwhile", "Show", show=False),
        Binding("g", "grade_last", "Grade the last take"),
        Binding("r", "restart", "Restart"),
        Binding("pagedown", "scroll_words(1)", "Read on", show=False),
        Binding("pageup", "scroll_words(-1)", "Read back", show=False),
        Binding("escape", "leave", "Leave"),
    ]
    card: Card
    story: Story
    rehearsal: Rehearsal
    choice: Choice

    def __init__(self, chosen: StoryChosen, broken: TakeRecord | None = None) -> None:
        """Tell what was `chosen`, or go on with the `broken`-off take of it."""
        super().__init__()
        self.chosen = chosen
        self._broken = broken
        self._failure: StoreError | None = None
        """Why the finished take is not yet written."""
        self._asking = False
        self._keys: dict[str, bool] = {}

    @classmethod
    def resumed(cls, record: TakeRecord) -> RehearseScreen:
        """Go on with a take that broke off, paused where it was."""
        return cls(StoryChosen(record.story, record.prompt, shown=record.shown or None), record)

    # --- what is there ---

    def compose(self) -> ComposeResult:
        """The story, the take, the keys; nothing where the story cannot be read."""
        try:
            self._prepare()
        except StorybankError as error:
            self.app.notify(str(error), title="This story cannot be told", severity="error", markup=False)
            self.call_after_refresh(self._give_up)
            return
        practice = self.session.practice
        yield StoryHead(self.card, self.rehearsal.record.prompt)
        yield Static(id="notice", markup=False)
        yield TakeView(self.choice, self._words(), practice.takes(self.card.id))
        yield KeyBar()

    def on_mount(self) -> None:
        """Keep what is drawn, and what is kept, in step with the clock."""
        if not self.query(TakeView):
            return
        self._show_notice(self._remark())
        self.set_interval(_REDRAW, self._redraw)
        self.set_interval(_TICK, self.rehearsal.tick)
        self._redraw()

    def on_screen_suspend(self) -> None:
        """What covers the clock stops it: help, the palette, another story."""
        if self._is_made:
            self.rehearsal.pause()

    def on_screen_resume(self) -> None:
        """The clock stands as it was left."""
        if self.query(TakeView):
            self._changed()

    def on_unmount(self) -> None:
        """Whoever leaves the app in the middle finds the take where it was."""
        if self._is_made:
            self.rehearsal.pause()
        if self._failure is not None:
            with suppress(StoreError):
                self.rehearsal.save()

    def _give_up(self) -> None:
        self.dismiss()

    @property
    def _is_made(self) -> bool:
        return hasattr(self, "rehearsal")

    def _prepare(self) -> None:
        """Read the story, settle the choice, make the take."""
        bank, practice = self.session.bank, self.session.practice
        self.card = bank.card(self.chosen.story_id)
        self.story = bank.story(self.card.id)[0].story
        last = self.session.choice or last_choice(practice)
        shown = Shown(self.chosen.shown) if self.chosen.shown else last.shown
        self._last = practice.ungraded(self.card.id)
        if self._broken is not None:
            self.rehearsal = practice.resume(self._broken)
            self.choice = Choice(self.rehearsal.pace, shown)
        else:
            self.choice = Choice(self.chosen.pace or last.pace, shown)
            self.rehearsal = self._begin()

    def _begin(self) -> Rehearsal:
        choice, prompt = self.choice, self.chosen.prompt
        return self.session.practice.begin(self.card.id, choice.pace, prompt=prompt, shown=choice.shown)

    def _words(self) -> dict[SectionName, str]:
        return words_shown(self.story, self.choice.shown, self.choice.pace)

    def _remark(self) -> str:
        """What to know before the start."""
        told = self.session.practice.warning(self.card.id)
        if told:
            return f"! {told}"
        if self._last and self._can_choose:
            day = local_day(self._last.started, self.session.practice.zone)
            return f"The take of {day} ({minutes(self._last.total)}) has no grade yet: g"
        return ""

    def _show_notice(self, text: str, *, is_error: bool = False) -> None:
        notice = self.query_one("#notice", Static)
        notice.update(Content(text))
        notice.display = bool(text)
        notice.set_class(is_error, "-error")

    def _redraw(self) -> None:
        self.query_one(TakeView).show(self.rehearsal)

    # --- which keys mean something now ---

    @property
    def _can_choose(self) -> bool:
        return self.rehearsal.state is State.READY

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key is there only while it does something."""
        return self._meaningful().get(action, True) if self._is_made else True

    def _meaningful(self) -> dict[str, bool]:
        """Action -> whether it does something now, for those that do not always."""
        state, take = self.rehearsal.state, self.rehearsal.take
        ready, telling = state is State.READY, state in (State.RUNNING, State.PAUSED)
        return {
            "save_again": self._failure is not None,
            "start": ready,
            "length": ready,
            "shown": ready,
            "grade_last": ready and self._last is not None,
            "pause": state is State.RUNNING,
            "go_on": state is State.PAUSED,
            "next": telling and not take.is_last,
            "finish": telling and take.is_last,
            "back": telling and take.section > 0,
            "filler": telling,
            "restart": telling,
        }

    def _changed(self) -> None:
        """Show the new state, and its keys where they are others now."""
        self._redraw()
        keys = self._meaningful()
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()

    # --- before the start ---

    @on(Chooser.Turned, "#length")
    async def _length_clicked(self) -> None:
        if self._can_choose:
            await self.action_length(1)

    @on(Chooser.Turned, "#shown")
    async def _shown_clicked(self) -> None:
        await self.action_shown()

    async def action_length(self, by: int) -> None:
        """Another length."""
        paces = tuple(self.session.practice.paces.values())
        self.choice = Choice(turned(paces, self.choice.pace, by), self.choice.shown)
        self.rehearsal = self._begin()
        await self._choose()

    async def action_shown(self) -> None:
        """Show less, and after nothing everything."""
        self.choice = Choice(self.choice.pace, turned(tuple(Shown), self.choice.shown))
        self.rehearsal.show(self.choice.shown)
        await self._choose()

    async def action_shown_meanwhile(self) -> None:
        """Show less during the take; its key stands beside what is shown."""
        await self.action_shown()

    async def _choose(self) -> None:
        self.session.choice = self.choice
        await self.query_one(TakeView).choose(self.choice, self._words())
        self._changed()

    def action_grade_last(self) -> None:
        """The result of the last take, whose grade was skipped."""
        if self._last is not None:
            self._show_result(self._last)

    # --- while it is told ---

    def action_start(self) -> None:
        """Start the clock."""
        self.session.choice = self.choice
        self.rehearsal.start()
        self._show_notice("")
        self._changed()

    def action_pause(self) -> None:
        """Stop the clock."""
        self.rehearsal.pause()
        self._changed()

    def action_go_on(self) -> None:
        """Go on after a pause."""
        self.rehearsal.start()
        self._changed()

    def action_next(self) -> None:
        """On to the next section."""
        self.rehearsal.next()
        self._changed()

    def action_back(self) -> None:
        """Back to the section before."""
        self.rehearsal.back()
        self._changed()

    def action_filler(self) -> None:
        """Count an 'um'."""
        self.rehearsal.filler()
        self._changed()

    def action_scroll_words(self, pages: int) -> None:
        """Turn the words by a page."""
        self.query_one(TakeView).scroll_words(pages)

    # --- how it ends ---

    def action_finish(self) -> None:
        """End the take."""
        self._keep(self.rehearsal.next)

    def action_save_again(self) -> None:
        """Try to write the finished take once more."""
        self._keep(self.rehearsal.save)

    def _keep(self, step: Callable[[], None]) -> None:
        """Write the finished take; where that fails, it stays here to be tried again."""
        try:
            step()
        except StoreError as error:
            self._failure = error
            self._show_notice(f"Your take is not saved yet: {error}", is_error=True)
            self._changed()
            return
        self._failure = None
        self.app.post_message(Practised())
        self._show_result(self.rehearsal.record)

    def _show_result(self, take: TakeRecord) -> None:
        from storybank.tui.screens.result import ResultScreen

        self.app.switch_screen(ResultScreen(take))

    @work
    async def action_restart(self) -> None:
        """Begin anew; it asks first where something would be lost."""
        if self.rehearsal.total >= _LITTLE and await self._asked(*_RESTARTING) != "r":
            return
        if self._done(self.rehearsal.restart):
            self._changed()

    @work
    async def action_leave(self) -> None:
        """Leave; it asks first where something would be lost."""
        if self.rehearsal.state is State.READY:
            self.dismiss()
            return
        answer = await self._asked(*(_UNSAVED if self._failure else _LEAVING))
        steps = {"t": self.rehearsal.abandon, "k": self.rehearsal.save}
        if answer == "s":
            self.action_save_again()
        elif answer in steps and self._done(steps[answer]):
            self.dismiss()

    async def _asked(self, title: str, fate: str, *answers: Answer) -> str | None:
        """Ask with the clock stopped; it goes on where it ran unless something else is answered than to go on."""
        if self._asking:
            return None
        self._asking = True
        ran = self.rehearsal.state is State.RUNNING
        self.rehearsal.pause()
        self._changed()
        told = f"What was told so far ({minutes(self.rehearsal.total)}) {fate}"
        answer = await self.app.push_screen_wait(Question(title, told, *answers))
        self._asking = False
        if ran and answer in (None, "g"):
            self.action_go_on()
        return answer

    def _done(self, step: Callable[[], None]) -> bool:
        """Whether a step could be written; else its failure is told."""
        try:
            step()
        except StoreError as error:
            self.app.notify(str(error), severity="error", markup=False)
            return False
        return True
