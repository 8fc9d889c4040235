"""The server: one page, one websocket a tab, one app a websocket."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress

import aiohttp_jinja2
from aiohttp import web
from textual_serve.server import Server, to_int

from storybank.errors import UsageError
from storybank.serve.child import Child
from storybank.serve.guard import LOOPBACK, PAGE, Guard

MOST = 2
"""Tabs that may be open at once: each is a process of its own."""
_PATIENCE = 4.0
"""Seconds a tab waits for a place: one that is reloaded is there before its old self has gone."""
_GRACE = 3.0
"""Seconds an app has to end by itself."""
_LAST_WORDS = 1.0
"""Seconds the server waits for answers under way when it ends."""
_SMALLEST, _FONT, _LARGEST = 8, 16, 48
"""Size of the letters in pixels; `?fontsize=` asks for another."""
_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")


class BrowserServer(Server):
    """textual-serve's server for one browser of this machine."""

    def __init__(
        self, command: Sequence[str], port: int, *, most: int = MOST, patience: float = _PATIENCE, grace: float = _GRACE
    ) -> None:
        """Serve the app that `command` starts, on a `port` that is listened on already."""
        super().__init__(command[0], LOOPBACK, port, title="storybank", templates_path=PAGE)
        self.guard = Guard(port)
        self._command = tuple(command)
        self._most = most
        self._patience = patience
        self._grace = grace
        self._places = asyncio.Semaphore(most)
        self._children: set[Child] = set()
        self._last = ""
        """Why the last tab was closed, in words; its page asks for them."""

    async def _make_app(self) -> web.Application:
        """What is served, behind the guard; downloads are not."""
        app = web.Application()
        self.guard.protect(app)
        app.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/ws", self.handle_websocket),
                web.get("/ended", self.handle_ended),
                web.static("/page", PAGE),
                web.static("/static", self.statics_path),
            ]
        )
        app.on_shutdown.append(self.on_shutdown)
        return app

    @asynccontextmanager
    async def listening(self, door: socket.socket) -> AsyncIterator[None]:
        """Answer at `door` while the block runs; afterwards no app is left."""
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=_LAST_WORDS)
        await runner.setup()
        try:
            await web.SockSite(runner, door).start()
            yield
        finally:
            await runner.cleanup()

    async def on_shutdown(self, app: web.Application) -> None:
        """End the apps of all tabs."""
        await asyncio.gather(*(child.stop() for child in self._children))

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page; its addresses hold for every name of the server."""
        size = min(max(to_int(request.query.get("fontsize", ""), _FONT), _SMALLEST), _LARGEST)
        context = {"font_size": size, "socket": f"ws://{request.host}/ws"}
        return aiohttp_jinja2.render_template("index.html", request, context)

    async def handle_ended(self, request: web.Request) -> web.Response:
        """Why the tab was closed that asks."""
        return web.Response(text=self._last)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run an app for a tab, if there is room for one more."""
        try:
            async with asyncio.timeout(self._patience):
                await self._places.acquire()
        except TimeoutError:
            self._last = f"{self._most} tabs with storybank are open already. Close one, then open this again."
            raise web.HTTPServiceUnavailable(text=self._last) from None
        try:
            return await self._run_app(request)
        finally:
            self._places.release()

    async def _run_app(self, request: web.Request) -> web.WebSocketResponse:
        tab = web.WebSocketResponse(heartbeat=15)
        await tab.prepare(request)
        child = Child(self._command, tab, self._grace, self._app_ended)
        self._children.add(child)
        try:
            await child.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            await self._process_messages(tab, child)
        finally:
            await child.stop()
            self._children.discard(child)
        return tab

    def _app_ended(self, code: int) -> None:
        went_well = "You left storybank. All takes are kept."
        went_wrong = "storybank could not go on. The terminal in which 'storybank serve' runs says why."
        self._last = went_wrong if code else went_well


def listen(port: int) -> socket.socket:
    """Take a port on loopback; 0 takes any free one.

    Raises:
        UsageError: the port is taken, or may not be used.
    """
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        why = (os.strerror(error.errno) if error.errno else str(error)).lower()
        raise UsageError(f"port {port} cannot be used: {why}", hint="Without --port a free one is taken") from None


async def serve(command: Sequence[str], door: socket.socket, opened: Callable[[str], None]) -> None:
    """Serve until the process is told to end.

    Args:
        command: program and arguments that start the app.
        door: from `listen`.
        opened: hears the link, once it works.
    """
    server = BrowserServer(command, door.getsockname()[1])
    async with server.listening(door):
        told = _told_to_end()
        opened(server.guard.link)
        await told.wait()


def _told_to_end() -> asyncio.Event:
    """Set when the process is told to end, by ctrl-C, by its terminal closing, or by the system."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in _ENDINGS:
        with suppress(NotImplementedError, AttributeError):  # Windows: asyncio.run turns ctrl-C into cancellation
            loop.add_signal_handler(getattr(signal, name), told.set)
    return told
