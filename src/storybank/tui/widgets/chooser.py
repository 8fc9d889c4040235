"""One of several values, turned by a key or a click."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static


class Chooser(Static):
    """'m Length ‹ 3 minutes ›'."""

    DEFAULT_CSS = """
    Chooser { width: auto; height: 1; color: $text-muted; }
    Chooser:hover { background: $boost; }
    Chooser.-fixed { color: $text-disabled; }
    """

    value: reactive[str] = reactive("", layout=True)

    class Turned(Message):
        """The user clicked on it."""

        def __init__(self, chooser: Chooser) -> None:
            super().__init__()
            self.chooser = chooser

        @property
        def control(self) -> Chooser:
            """Which one."""
            return self.chooser

    def __init__(self, key: str, label: str, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._key = key
        self._label = label

    def render(self) -> Content:
        """The key, what it turns, the value."""
        if self.has_class("-fixed"):
            return Content.assemble(f"  {self._label}   ", (self.value, "$text-muted"), "  ")
        return Content.assemble(
            (self._key, "$text-accent bold"),
            (f" {self._label} ", "$text-muted"),
            ("‹ ", "$text-accent"),
            (self.value, "$text bold"),
            (" ›", "$text-accent"),
        )

    def on_click(self) -> None:
        """Turn it."""
        self.post_message(self.Turned(self))
