"""A server at a free port, and a client that is let in."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

import storybank
from storybank.serve.server import BrowserServer, listen
from tests.serve.apps import ECHO
from tests.tui.conftest import pytest_pyfunc_call  # noqa: F401 - runs coroutine tests

PATIENCE = 60.0
"""Seconds until a test gives up on something that takes a tenth of one."""


def environment() -> dict[str, str]:
    """For a process of its own: the same storybank as here, from whichever folder."""
    return {**os.environ, "PYTHONPATH": str(Path(storybank.__file__).parent.parent)}


@dataclass(frozen=True)
class Served:
    """A running server and a client of it."""

    server: BrowserServer
    client: aiohttp.ClientSession
    address: str

    @property
    def link(self) -> str:
        return self.server.guard.link

    async def let_in(self) -> None:
        async with self.client.get(self.link) as answer:
            assert answer.status == 200, await answer.text()

    @asynccontextmanager
    async def tab(self, **headers: str) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
        given = {"Origin": self.address, **headers}
        async with self.client.ws_connect(f"{self.address}/ws?width=90&height=30", headers=given) as socket:
            yield socket


@asynccontextmanager
async def served(
    command: Sequence[str] = (), *, patience: float = PATIENCE, grace: float = PATIENCE
) -> AsyncIterator[Served]:
    door = listen(0)
    port = door.getsockname()[1]
    server = BrowserServer(command or [sys.executable, "-c", ECHO], port, patience=patience, grace=grace)
    jar = aiohttp.CookieJar(unsafe=True)  # takes cookies of an address without a name
    async with server.listening(door), aiohttp.ClientSession(cookie_jar=jar) as client:
        yield Served(server, client, f"http://127.0.0.1:{port}")
