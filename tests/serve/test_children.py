"""The apps behind the tabs: what they may say, how many they are, and that none is left."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest

from tests.serve.apps import LOCKING, SERVER, STUBBORN
from tests.serve.conftest import PATIENCE, Served, environment, served

posix = pytest.mark.skipif(sys.platform == "win32", reason="file locks and signals of POSIX")


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.01)


async def why(at: Served) -> str:
    async with at.client.get(f"{at.address}/ended") as answer:
        return await answer.text()


async def test_keys_and_drawings_pass_and_the_end_is_told() -> None:
    async with served() as at:
        await at.let_in()
        async with at.tab() as tab:
            assert await tab.receive_bytes() == b"90"
            await tab.send_json(["stdin", "grüße"])
            assert (await tab.receive_bytes()).decode() == "grüße"
            await tab.send_json(["stdin", "leave"])
            assert (await tab.receive()).type is aiohttp.WSMsgType.CLOSE
        assert await why(at) == "You left storybank. All takes are kept."
        async with at.tab() as tab:
            await tab.receive_bytes()
            await tab.send_json(["stdin", "crash"])
            assert (await tab.receive()).type is aiohttp.WSMsgType.CLOSE
        assert "could not go on" in await why(at)


async def test_an_app_that_does_not_start_closes_its_tab() -> None:
    async with served([sys.executable, "-c", "raise SystemExit(3)"]) as at:
        await at.let_in()
        async with at.tab() as tab:
            assert (await tab.receive()).type is aiohttp.WSMsgType.CLOSE
        assert "could not go on" in await why(at)


async def test_links_lead_to_pages_only_and_files_are_not_offered() -> None:
    async with served() as at:
        await at.let_in()
        async with at.tab() as tab:
            await tab.receive_bytes()
            await tab.send_json(["stdin", "offer"])
            assert await tab.receive_json() == ["open_url", {"url": "https://example.org/", "new_tab": True}]
            assert await tab.receive_bytes() == b"offered"


async def test_a_third_tab_is_told_why_it_stays_empty() -> None:
    async with served(patience=0.0) as at:
        await at.let_in()
        async with at.tab() as one, at.tab() as two:
            assert await one.receive_bytes() == await two.receive_bytes() == b"90"
            with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
                async with at.tab():
                    pass
            assert await why(at) == "2 tabs with storybank are open already. Close one, then open this again."


async def test_a_tab_that_is_reloaded_waits_for_its_own_place() -> None:
    async with served() as at:
        await at.let_in()
        async with at.tab():
            async with at.tab():
                reloaded = asyncio.create_task(_width(at))
            assert await reloaded == b"90"


async def _width(at: Served) -> bytes:
    async with at.tab() as tab:
        return await tab.receive_bytes()


async def test_an_app_that_does_not_hear_is_killed() -> None:
    async with served([sys.executable, "-c", STUBBORN], grace=0.05) as at:
        await at.let_in()
        async with at.tab() as tab:
            process = int(await tab.receive_bytes())
            os.kill(process, 0)
        await until(lambda: not _alive(process))


async def test_no_app_is_left_when_the_server_ends() -> None:
    async with served([sys.executable, "-c", STUBBORN], grace=0.05) as at:
        await at.let_in()
        tab = await at.client.ws_connect(f"{at.address}/ws", headers={"Origin": at.address})
        process = int(await tab.receive_bytes())
        os.kill(process, 0)
    assert not _alive(process)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"])
async def test_a_textual_app_ends_with_its_server(name: str, tmp_path: Path) -> None:
    how = getattr(signal, name)
    lock = tmp_path / "lock"
    app = (sys.executable, "-c", LOCKING, str(lock))
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVER, *app, stdout=PIPE, stderr=PIPE, env=environment()
    )
    assert server.stdout is not None
    link = (await server.stdout.readline()).decode().strip()
    address = link.partition("/?")[0]
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        async with client.get(link) as answer:
            assert answer.status == 200
        async with client.ws_connect(f"{address}/ws", headers={"Origin": address}):
            await until(lambda: _locked(lock))
            server.send_signal(how)
            code = await asyncio.wait_for(server.wait(), PATIENCE)
    assert code == (-how if name == "SIGKILL" else 0)
    await until(lambda: not _locked(lock))
    assert lock.read_text() == "held"


def _locked(path: Path) -> bool:
    import fcntl

    if not path.exists():
        return False
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
