"""A new story: its title and principle."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Label, Select

from storybank.errors import UsageError
from storybank.tui.screens.dialog import FormDialog


class NewStoryDialog(FormDialog[str]):
    """Asks for title and principle, writes the file, and gives back the id."""

    GUIDE = (
        "# New story\n\nThe file is written with empty sections, under the next free id of the principle, "
        "and opened in your editor."
    )

    def compose(self) -> ComposeResult:
        """Two fields and two buttons."""
        with Vertical(classes="box") as box:
            box.border_title = "New story"
            box.border_subtitle = "ctrl+s writes it, escape closes"
            yield Label("Title")
            yield Input(placeholder="Cart abandonment", id="title")
            yield Label("Primary principle", classes="label")
            names = [(f"{one.code:5}{one.name}", one.name) for one in self.session.bank.principles]
            yield Select(names, prompt="none yet", id="principle")
            with Horizontal(classes="buttons"):
                yield Button("Cancel", id="cancel")
                yield Button("Write it", variant="primary", id="write")

    @on(Input.Submitted)
    def _entered(self) -> None:
        """Enter in the title asks for the principle; with one chosen, it is done."""
        choice = self.query_one(Select)
        if choice.is_blank():
            choice.focus()
        else:
            self.action_write()

    def action_write(self) -> None:
        """Write the file.

        Raises:
            StorybankError: there is no title, or the bank cannot be written.
        """
        from storybank.bank.create import new_story

        title = " ".join(self.query_one(Input).value.split())
        if not title:
            self.query_one(Input).focus()
            raise UsageError("the story needs a title", hint="A few words that you will recognise")
        bank = self.session.bank
        choice = self.query_one(Select)
        principle = None if choice.is_blank() else bank.principles.find(str(choice.value))
        path = new_story(bank, title, principle)
        self.session.stories_changed()
        file = path.relative_to(bank.root).as_posix()
        self.dismiss(next(card.id for card in bank.cards if card.file == file))
