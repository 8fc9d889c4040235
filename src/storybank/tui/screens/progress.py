"""The page 'Progress'."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Center, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Sparkline, Static

from storybank.bank.progress import Progress, progress
from storybank.errors import StorybankError
from storybank.tui.messages import StoryChosen
from storybank.tui.messages.progress_measured import ProgressMeasured
from storybank.tui.messages.work_failed import WorkFailed
from storybank.tui.screens.page import Page
from storybank.tui.widgets import progress_bars
from storybank.tui.widgets.columns import Columns
from storybank.tui.widgets.figure import Figure
from storybank.tui.widgets.labelled_bars import Bars
from storybank.tui.widgets.retell_table import RetellTable

_EMPTY = Content.from_markup(
    "[bold]Nothing practised yet[/]\n\n"
    "Press [bold $text-primary]1[/], choose a story and press [bold $text-primary]enter[/]: tell it aloud against "
    "the clock, then say how it went.\n"
    "Or press [bold $text-primary]3[/] for a drill: a question, and ten seconds to name a story.\n\n"
    "[$foreground-muted]Your takes, the time of each section, how fast stories come to mind and what is due next will "
    "be drawn here.[/]"
)
_TAKES = ("when", "story", "time", "", "grade", "fillers", "title")
_USES = ("when", "story", "company", "round", "result")


class ProgressPage(Page):
    """What was practised, how it went, and what comes."""

    MODE = "progress"
    CSS_PATH = "progress.tcss"
    GUIDE = (
        "What you have **practised**: takes a day over four weeks, the time of each section against its plan over the "
        "last ten takes, how fast stories come to mind in drills, and what is due in the next two weeks. "
        "Enter on a take rehearses its story again."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("t", "takes", "Latest takes")]

    AUTO_FOCUS = ""
    _progress: Progress | None = None

    def body(self) -> Iterable[Widget]:
        """Figures, four pictures, and two tables; or a friendly word where there is nothing."""
        yield Center(Static(_EMPTY, classes="empty"))
        with VerticalScroll(classes="all"):
            with Horizontal(classes="figures"):
                for name, caption in (
                    ("takes", "takes"),
                    ("spoken", "spoken"),
                    ("streak", "days in a row"),
                    ("graded", "stories graded"),
                    ("due", "due today"),
                    ("left", "no interview set"),
                ):
                    yield Figure(caption, id=f"figure-{name}")
            with Horizontal(classes="row charts"):
                yield self._card("Takes a day, four weeks", Columns(id="taken"))
                yield self._card("Due in the next two weeks", Columns(id="due"))
            with Horizontal(classes="row bars"):
                yield self._card("Time of each section, last ten takes", Bars(id="sections"), *self._line("fillers"))
                yield self._card("How fast stories come to mind", *self._line("recalls"), Bars(id="speeds"))
            with Horizontal(classes="row tables"):
                yield self._card("Latest takes", RetellTable(_TAKES, id="latest"), classes="-wider")
                yield self._card("Told in interviews", RetellTable(_USES, id="uses"))

    def _card(self, title: str, *inner: Widget, classes: str = "") -> Vertical:
        card = Vertical(*inner, classes=f"card {classes}")
        card.border_title = title
        return card

    def _line(self, name: str) -> tuple[Widget, Widget]:
        """A sparkline under its words."""
        return Static(id=f"{name}-words", classes="words"), Sparkline([], id=name)

    # --- what is true now ---

    def refresh_page(self) -> None:
        """Read the history."""
        self._measure()

    @work(thread=True, exclusive=True, group="progress")
    def _measure(self) -> None:
        titles = {card.id: card.title for card in self.session.bank.cards}
        try:
            self.post_message(ProgressMeasured(progress(self.session.practice, titles)))
        except StorybankError as error:
            self.post_message(WorkFailed(error))

    @on(ProgressMeasured)
    def _measured(self, message: ProgressMeasured) -> None:
        found = self._progress = message.progress
        self.set_class(found.is_empty, "-empty")
        self._show_figures(found)
        self.query_one("#taken", Columns).show(progress_bars.taken(found))
        self.query_one("#due", Columns).show(progress_bars.due(found))
        self.query_one("#sections", Bars).show(list(progress_bars.sections(found.stats)))
        self.query_one("#speeds", Bars).show(progress_bars.speeds(found.stats), 1.0)
        self._show_lines(found)
        self._show_tables(found)
        self.refresh_bindings()
        if self.focused is None and not found.is_empty:
            self.action_takes()

    def _show_figures(self, found: Progress) -> None:
        stats = found.stats
        hours, rest = divmod(round(stats.seconds / 60), 60)
        shown = {
            "takes": (str(stats.takes), "take" if stats.takes == 1 else "takes"),
            "spoken": (f"{hours}:{rest:02}", "hours spoken"),
            "streak": (str(stats.streak), "day in a row" if stats.streak == 1 else "days in a row"),
            "graded": (str(stats.practised), f"of {stats.stories} stories graded"),
            "due": (str(found.due_now), "due today"),
            "left": ("-", "no interview set") if found.interview is None else _until(found),
        }
        for name, (value, caption) in shown.items():
            self.query_one(f"#figure-{name}", Figure).show(value, caption)

    def _show_lines(self, found: Progress) -> None:
        stats = found.stats
        recalls, fillers = "No retrieval drills yet: press 3.", "No fillers counted yet."
        if stats.median_latency is not None:
            recalls = f"{len(found.recalls)} times asked, {stats.median_latency:.1f} s in the middle"
        if stats.fillers_a_minute is not None:
            fillers = f"Fillers: {stats.fillers_a_minute:.1f} a minute over the last takes"
        self.query_one("#recalls-words", Static).update(Content(recalls))
        self.query_one("#fillers-words", Static).update(Content(fillers))
        self.query_one("#recalls", Sparkline).data = found.recalls
        self.query_one("#fillers", Sparkline).data = found.fillers

    def _show_tables(self, found: Progress) -> None:
        zone = self.session.practice.zone
        self.query_one("#latest", RetellTable).show([progress_bars.take_cells(one, zone) for one in found.latest])
        self.query_one("#uses", RetellTable).show([progress_bars.use_cells(use, zone) for use in found.uses])

    # --- keys ---

    @on(RetellTable.RowSelected, "#latest")
    def _again(self, event: RetellTable.RowSelected) -> None:
        if self._progress is not None:
            take = self._progress.latest[event.cursor_row].take
            self._tell(take.story, take.prompt)

    @on(RetellTable.RowSelected, "#uses")
    def _told(self, event: RetellTable.RowSelected) -> None:
        if self._progress is not None:
            use = self._progress.uses[event.cursor_row]
            self._tell(use.story, use.prompt or None)

    def _tell(self, story: str, prompt: str | None) -> None:
        if self._progress is not None and story in self._progress.titles:
            self.app.post_message(StoryChosen(story, prompt))
        else:
            self.notify(f"{story} is no longer in the bank.", severity="warning", markup=False)

    def action_takes(self) -> None:
        """Go to the table of takes, or, where it is out of sight there, back up to the picture."""
        table, picture = self.query_one("#latest", RetellTable), self.query_one(".all", VerticalScroll)
        if self.has_class("-narrow") and (table.has_focus or self.focused is None):
            picture.focus(scroll_visible=False)
            picture.scroll_home(animate=False)
        else:
            table.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are no takes to go to before the first."""
        return not self.has_class("-empty") if action == "takes" else super().check_action(action, parameters)


def _until(found: Progress) -> tuple[str, str]:
    assert found.interview is not None
    days = found.days_left
    return str(days), f"day{'' if days == 1 else 's'} to the interview on {found.interview:%d %b}"
