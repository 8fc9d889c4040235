"""Small questions on top of a screen."""

from __future__ import annotations

from typing import ClassVar, TypeVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Button

from storybank.tui.guard import Guarded
from storybank.tui.session import HasSession, Session

Result = TypeVar("Result")


class Dialog(Guarded, ModalScreen[Result]):
    """A box in the middle; escape closes it, and nothing has happened. Its content is in a container `.box`."""

    GUIDE: ClassVar[str] = ""
    """Markdown for F1."""
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog .box {
        width: 64; max-width: 95%; height: auto; max-height: 90%; padding: 1 2;
        border: round $border; border-title-style: bold; background: $surface; border-subtitle-color: $text-muted;
    }
    Dialog .label { color: $text-muted; margin: 1 0 0 0; }
    Dialog Input, Dialog Select { margin: 0; }
    Dialog .buttons { height: auto; margin: 1 0 0 0; align-horizontal: right; }
    Dialog .buttons Button { margin: 0 0 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close")]

    @property
    def session(self) -> Session:
        """The bank and its practice."""
        return cast(HasSession, self.app).session

    def action_close(self) -> None:
        """Close it without a result."""
        self.dismiss(None)


class FormDialog(Dialog[Result]):
    """A dialog with fields and the buttons `#cancel` and `#write`; ctrl+s writes too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Write it")]

    def action_write(self) -> None:
        """Write what the fields hold, and close."""
        raise NotImplementedError

    @on(Button.Pressed, "#cancel")
    def _cancelled(self) -> None:
        self.action_close()

    @on(Button.Pressed, "#write")
    def _pressed(self) -> None:
        self.action_write()
