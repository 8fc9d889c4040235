"""A setting in one line: its name, its value, its keys."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class Setting(Static):
    """Shows a setting; a click changes it, on the left half to less and on the right half to more."""

    DEFAULT_CSS = """
    Setting { height: 1; padding: 0 1; }
    Setting:hover { background: $boost; }
    """

    class Changed(Message):
        """The setting was clicked."""

        def __init__(self, setting: str, step: int) -> None:
            """Change `setting` by `step`."""
            super().__init__()
            self.setting = setting
            self.step = step

    def __init__(self, setting: str, name: str) -> None:
        """Name the `setting`; it is found by the id `name`."""
        super().__init__(id=name)
        self._setting = setting

    def show(self, name: str, value: str, keys: str) -> None:
        """Show another value."""
        self.update(Content.assemble((f"{name:<14}", "$foreground-muted"), (value, "bold"), (f"   {keys}", "$primary")))

    def on_click(self, event: events.Click) -> None:
        """Change it."""
        self.post_message(self.Changed(self._setting, 1 if event.x * 2 >= self.size.width else -1))
