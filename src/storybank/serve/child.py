"""The app of one browser tab: a process that ends with its tab."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from storybank.serve.driver import BrowserDriver

_DRIVER = f"{BrowserDriver.__module__}:{BrowserDriver.__name__}"
_READY = b"__GANGLION__\n"
"""The app's first word, after which it draws."""
_DRAWN, _SAID = b"D", b"M"
"""Kinds of packets; a third kind carries files, which are not handed out."""
_LINKS = ("https://", "http://", "mailto:")
"""What a story may link to; a browser would also run 'javascript:'."""


class Child(AppService):
    """Textual's service for one app, started without a shell and stopped for certain."""

    def __init__(
        self, command: Sequence[str], socket: web.WebSocketResponse, grace: float, ended: Callable[[int], None]
    ) -> None:
        """Run `command` for `socket`.

        Args:
            command: program and arguments.
            socket: the tab; it is closed when the app has ended.
            grace: seconds the app has to end by itself when it is stopped.
            ended: hears the exit code before the tab is closed.
        """
        super().__init__(
            command[0],
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=socket.close,  # type: ignore[arg-type]  # returns whether it closed
            download_manager=DownloadManager(),
        )
        self._command = tuple(command)
        self._grace = grace
        self._ended = ended

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        return {**environment, "TEXTUAL_DRIVER": _DRIVER, "STORYBANK_IN_BROWSER": "1"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the app in a session of its own: ctrl-C at the server's terminal is the server's to hear.

        What the app has to say besides drawing goes to the server's standard error.
        """
        self._process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=PIPE,
            stdout=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = self._process.stdin
        return self._process

    async def run(self) -> None:
        """Pass on what the app draws until it ends, then close the tab."""
        assert self._process is not None
        assert self._process.stdout is not None
        with suppress(asyncio.IncompleteReadError):
            await self._process.stdout.readuntil(_READY)
            await self._pass_on(self._process.stdout)
        self._ended(await self._process.wait())
        with suppress(ConnectionError):
            await self.remote_close()

    async def _pass_on(self, drawn: asyncio.StreamReader) -> None:
        """Pass on packet by packet: a letter, the length of the rest, the rest."""
        while True:
            kind = await drawn.readexactly(1)
            payload = await drawn.readexactly(int.from_bytes(await drawn.readexactly(4), "big"))
            if kind == _DRAWN:
                await self.on_data(payload)
            elif kind == _SAID:
                await self.on_meta(payload)

    async def stop(self) -> None:
        """Ask the app to end, and end it where it does not; may be called twice at once."""
        if self._process is None or self._task is None:
            return
        try:
            async with asyncio.timeout(self._grace):
                await self.send_meta({"type": "quit"})
                await self._process.wait()
        except TimeoutError:
            _kill(self._process)
            await self._process.wait()
        with suppress(TimeoutError):  # something that the app started may hold on to its output
            await asyncio.wait_for(self._task, self._grace)

    async def on_data(self, payload: bytes) -> None:
        """Pass on what is drawn; for a tab that is gone it is read all the same, or the app could not end."""
        with suppress(ConnectionError):
            await super().on_data(payload)

    async def on_meta(self, data: bytes) -> None:
        """Pass on links that lead to a page; that the app is about to end, `run` tells when it has."""
        said = json.loads(data)
        if said.get("type") == "open_url" and str(said.get("url")).lower().startswith(_LINKS):
            with suppress(ConnectionError):
                await super().on_meta(data)


def _kill(process: Process) -> None:
    """End a process and all that it started."""
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)  # it leads a session, and so a group, of its own
        else:
            process.kill()
