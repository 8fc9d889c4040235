"""The app in a real browser, and a page of another site in the same browser."""

from __future__ import annotations

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import web
from textual.color import Color

from storybank.tui.themes import NIGHT
from tests.serve.chromium import EXECUTABLE, chromium
from tests.serve.conftest import environment, served

pytestmark = pytest.mark.skipif(EXECUTABLE is None, reason="Chromium is not installed (Debian: apt install chromium)")
MARGIN = "getComputedStyle(document.querySelector('.xterm-viewport')).backgroundColor"
ATTACK = """
<title>Another site</title>
<script>
  const tries = {
    socket: () => new Promise(done => {
      const socket = new WebSocket("ws://ADDRESS/ws?width=80&height=24");
      socket.onopen = () => done("in");
      socket.onerror = () => done("out");
    }),
    read: () => fetch("http://ADDRESS/", {credentials: "include"}).then(() => "in", () => "out"),
    blind: () => fetch("http://ADDRESS/", {credentials: "include", mode: "no-cors"}).then(() => "in", () => "out"),
    script: () => new Promise(done => {
      const script = document.createElement("script");
      script.onload = () => done("in");
      script.onerror = () => done("out");
      script.src = "http://ADDRESS/page/page.js";
      document.head.append(script);
    }),
  };
  (async () => {
    const found = {};
    for (const [name, attempt] of Object.entries(tries)) found[name] = await attempt();
    window.found = JSON.stringify(found);
  })();
</script>
"""


async def test_the_app_is_seen_and_driven(sample_bank: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "storybank", "serve", "--no-open", "--bank", str(sample_bank))
    server = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE, env=environment())
    try:
        assert server.stdout is not None
        link = (await server.stdout.readline()).decode().strip()
        address = link.partition("/?")[0]
        async with chromium(tmp_path / "profile") as browser:
            tab = await browser.tab()
            await tab.open(link)
            await tab.until_read("Cart abandonment")
            assert await tab.value("location.href") == f"{address}/"
            assert await tab.value("document.cookie") == ""
            assert await tab.value(MARGIN) == "rgb({}, {}, {})".format(*Color.parse(NIGHT.background or "").rgb)
            await tab.press("/", 191)  # the keyboard is the app's without a click
            await tab.until_read("To the stories")
            for letter, code in (("z", 90), ("q", 81), ("x", 88)):
                await tab.press(letter, code)
            await tab.until_read("zqx")
            server.send_signal(signal.SIGINT)
            await tab.until_read("storybank serve does not run any more")
            outside = [url for url in tab.asked if url.partition("://")[2].partition("/")[0] != address[7:]]
            assert outside == []
            assert [text for text in tab.refused if "Content Security Policy" in text] == []
        _, said = await server.communicate()
        assert server.returncode == 0
        assert b"Traceback" not in said
    finally:
        if server.returncode is None:
            server.kill()
            await server.wait()


async def test_a_page_of_another_port_gets_nothing(tmp_path: Path) -> None:
    async with served() as at, chromium(tmp_path / "profile") as browser:
        tab = await browser.tab()
        await tab.open(at.link)  # the browser has the cookie, and takes both pages for the same site
        await tab.until("document.body.classList.contains('-loaded')")
        async with _site(ATTACK.replace("ADDRESS", at.address.removeprefix("http://"))) as address:
            evil = await browser.tab()
            await evil.open(address)
            await evil.until("window.found")
            found = await evil.value("window.found")
    assert found == '{"socket":"out","read":"out","blind":"out","script":"out"}'


@asynccontextmanager
async def _site(text: str) -> AsyncIterator[str]:
    """A site with one page, at a port of its own."""

    async def page(request: web.Request) -> web.Response:
        return web.Response(text=text, content_type="text/html")

    app = web.Application()
    app.router.add_get("/", page)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()
