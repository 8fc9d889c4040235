"""A story was told in a real interview."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Button, Input, Label, Static

from storybank.text.when import local_day
from storybank.tui.screens.dialog import FormDialog


class StoryToldDialog(FormDialog[None]):
    """Asks where a story was told and how it went, and writes that down."""

    GUIDE = (
        "# Told in a real interview\n\nAsk and Drill warn you before you tell the story at this company again. "
        "The companies that you name in `storybank.toml` are suggested."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Note it")]

    def __init__(self, story_id: str) -> None:
        """Ask about `story_id`."""
        super().__init__()
        self._story = story_id

    def compose(self) -> ComposeResult:
        """Three fields and two buttons."""
        companies = self.session.bank.config.interview.companies
        with Vertical(classes="box") as box:
            box.border_title = f"{self._story} was told"
            box.border_subtitle = "ctrl+s notes it, escape closes"
            yield Static("\n".join(self._earlier()), markup=False, classes="earlier")
            yield Label("Company")
            first = companies[0] if len(companies) == 1 else ""
            yield Input(first, id="company", suggester=SuggestFromList(companies, case_sensitive=False))
            yield Label("Round", classes="label")
            yield Input(id="round")
            yield Label("How it went", classes="label")
            yield Input(id="result")
            with Horizontal(classes="buttons"):
                yield Button("Cancel", id="cancel")
                yield Button("Note it", variant="primary", id="write")

    def _earlier(self) -> list[str]:
        return [
            f"Told before at {use.company}{f', round {use.round}' if use.round else ''}, {local_day(use.at)}"
            for use in self.session.practice.told(self._story)[-3:]
        ]

    def on_mount(self) -> None:
        """Without an earlier telling there is no line for it."""
        self.query_one(".earlier").display = bool(self._earlier())
        self.query_one("#company", Input).focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter goes to the next field; in the last one it is done."""
        if event.input.id == "result":
            self.action_write()
        else:
            self.focus_next()

    def action_write(self) -> None:
        """Write it down.

        Raises:
            StorybankError: no company was named, or the database cannot be written.
        """
        company, round_, result = (self.query_one(f"#{name}", Input).value for name in ("company", "round", "result"))
        if not company.strip():
            self.query_one("#company").focus()
        use = self.session.practice.log_use(self._story, company, round_=round_.strip(), result=result.strip())
        self.app.notify(f"{use.story} told at {use.company}", markup=False)
        self.dismiss(None)
