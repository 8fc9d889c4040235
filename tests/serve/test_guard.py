"""Who is let in, and what a browser is told."""

from __future__ import annotations

import re

import aiohttp
import pytest

from tests.serve.conftest import Served, served

EVIL = "http://evil.example"


async def refused(at: Served, path: str, **headers: str) -> str:
    """The page of a request that must be refused."""
    async with at.client.get(at.address + path, headers=headers, allow_redirects=False) as answer:
        assert answer.status == 403
        assert answer.cookies == {}
        return await answer.text()


async def test_without_the_token_nothing_is_served() -> None:
    async with served() as at:
        for path in ("/", "/ended", "/page/page.js", "/static/js/textual.js", "/nothing", "/ws"):
            assert "Open the link that <code>storybank serve</code> printed" in await refused(at, path)
        assert "not of the server that runs now" in await refused(at, "/?token=wrong")
        assert "not of the server that runs now" in await refused(at, "/?token=%ed%a0%80")
        assert "not let in yet" in await refused(at, "/", Cookie="storybank-1=x")
        await at.let_in()


async def test_the_token_lets_one_browser_in_once() -> None:
    async with served() as at:
        async with at.client.get(at.link, allow_redirects=False) as answer:
            assert answer.status == 303
            assert answer.headers["Location"] == "/"
            assert re.fullmatch(
                rf"storybank-{at.server.port}=[\w-]{{43}}; HttpOnly; Path=/; SameSite=Strict",
                answer.headers["Set-Cookie"],
            )
        async with at.client.get(at.address) as answer:
            assert answer.status == 200
        async with at.client.get(at.link) as answer:  # the same browser may use its link as a bookmark
            assert (answer.status, str(answer.url)) == (200, f"{at.address}/")
        at.client.cookie_jar.clear()
        assert "used already" in await refused(at, at.link.removeprefix(at.address))


async def test_the_cookie_is_not_the_token() -> None:
    async with served() as at:
        await at.let_in()
        (cookie,) = at.client.cookie_jar
        assert cookie.value not in at.link


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "evil.example:{port}", "localhost.evil:{port}"]
)
async def test_another_host_is_refused(host: str) -> None:
    async with served() as at:
        await at.let_in()
        page = await refused(at, "/", Host=host.format(port=at.server.port))
        assert "under its own address only" in page


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
async def test_names_of_loopback_are_served(name: str) -> None:
    async with served() as at:
        await at.let_in()
        host = f"{name}:{at.server.port}"
        async with at.client.get(at.address, headers={"Host": host}) as answer:
            assert answer.status == 200
            assert f"ws://{host}/ws" in await answer.text()


@pytest.mark.parametrize("origin", [EVIL, "null", "", "http://localhost:1", "https://127.0.0.1:{port}"])
async def test_another_origin_is_refused(origin: str) -> None:
    async with served() as at:
        await at.let_in()
        foreign = origin.format(port=at.server.port)
        assert "another site" in await refused(at, "/", Origin=foreign)
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            async with at.tab(Origin=foreign):
                pass


async def test_a_websocket_needs_an_origin_and_the_cookie() -> None:
    async with served() as at:
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            async with at.tab():
                pass
        await at.let_in()
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            async with at.client.ws_connect(f"{at.address}/ws"):
                pass
        async with at.tab() as tab:
            assert await tab.receive_bytes() == b"90"


async def test_every_answer_has_a_policy() -> None:
    async with served() as at:
        await refused(at, "/")
        await at.let_in()
        for path in ("/", "/nothing", "/static/css/xterm.css", "/page/page.js"):
            async with at.client.get(at.address + path) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; script-src 'self';")
                assert "frame-ancestors 'none'" in policy
                assert set(re.findall(r"\w+://[^ ;]+", policy)) == {
                    f"ws://{name}:{at.server.port}" for name in ("127.0.0.1", "localhost")
                }
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["X-Frame-Options"] == "DENY"
                assert answer.headers["Cache-Control"] == "no-store"


async def test_nothing_is_fetched_from_outside() -> None:
    async with served() as at:
        await at.let_in()
        async with at.client.get(f"{at.address}/?fontsize=<script>") as answer:
            page = await answer.text()
        assert 'data-font-size="16"' in page
        linked = re.findall(r'(?:src|href)="([^"]+)"', page)
        assert len(linked) > 3
        for path in linked:
            assert path.startswith(("/page/", "/static/"))
            async with at.client.get(at.address + path) as answer:
                assert answer.status == 200
                loaded = re.findall(r"url\(\s*[\"']?([^)\"']+)|@import|\bfetch\(\"([^\"]+)", await answer.text())
            assert all(address.startswith("/") for found in loaded for address in found if address)


@pytest.mark.parametrize("path", ["/download/x", "/static/", "/static/%2e%2e/server.py", "/page/"])
async def test_no_downloads_and_no_folders(path: str) -> None:
    async with served() as at:
        await at.let_in()
        async with at.client.get(at.address + path) as answer:
            assert answer.status in {403, 404}
