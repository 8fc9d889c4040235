"""How the app behind a browser tab talks to the server, and how it notices that the server is gone."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual.app import App
from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class BrowserDriver(WebDriver):
    """Textual's web driver that does not outlive its server, not even one that was killed."""

    def __init__(self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None):
        """Drive `app`, as Textual asks for it."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._to_server = self._write
        self._margin = ""
        self._write = self._write_while_heard  # type: ignore[assignment]  # Textual's is a partial of os.write

    def _write_while_heard(self, data: bytes) -> int:
        """Write to the server; a server that is gone is no error, the app is about to end."""
        with suppress(BrokenPipeError):
            return self._to_server(data)
        return 0

    def write(self, data: str) -> None:
        """Draw; what the cells leave free of the page takes the theme's background, also when the theme changes."""
        background = self._app.theme_variables.get("background", "")
        if background != self._margin:
            self._margin = background
            data = f"\x1b]11;{background}\x07{data}"
        super().write(data)

    def run_input_thread(self) -> None:
        """Pass on what the server sends; when nothing can come any more, end the app."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.send_message(ExitApp())
