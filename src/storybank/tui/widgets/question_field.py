"""A field for a question: several lines to see, one line to send."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea


class QuestionField(TextArea):
    """Grows with its text up to a few lines. Enter sends; a pasted text becomes one paragraph."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.select(-1)", "Previous", show=False),
        Binding("down", "screen.select(1)", "Choose", key_display="↑↓"),
    ]
    DEFAULT_CSS = """
    QuestionField {
        height: auto; min-height: 3; max-height: 8;
        border: round $panel; background: $background; padding: 0 1;
        &:focus { border: round $primary; }
        & .text-area--cursor-line { background: transparent; }
    }
    """

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(self, placeholder: str = "") -> None:
        """Show `placeholder` while there is no text."""
        super().__init__(placeholder=placeholder, highlight_cursor_line=False)

    @property
    def question(self) -> str:
        """The text in one line."""
        return " ".join(self.text.split())

    async def _on_key(self, event: events.Key) -> None:
        """Send on enter, which would begin a new line."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted())

    async def _on_paste(self, event: events.Paste) -> None:
        """Take the pasted text for one paragraph."""
        event.prevent_default()
        event.stop()
        text = " ".join(event.text.split())
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)
