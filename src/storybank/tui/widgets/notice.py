"""One line that says what the user should know, and what to press."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Notice(Static):
    """A quiet line; it is not there while there is nothing to say."""

    DEFAULT_CSS = """
    Notice {
        height: auto; max-height: 5; padding: 0 2; display: none;
        text-wrap: nowrap; text-overflow: ellipsis; background: $warning 14%; color: $text;
    }
    Notice.-said { display: block; }
    """

    def say(self, *lines: Content) -> None:
        """Show these lines; none hides the notice."""
        self.update(Content("\n").join(lines))
        self.set_class(bool(lines), "-said")
