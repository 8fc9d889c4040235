"""Who is let in: this machine's browser that was given the link, and no page of another site.

A server on loopback is within reach of every page the browser shows, and of every program of the machine. Three
things keep them out, and none of them alone would do:

- the Host header must name loopback, or a name of the attacker's that resolves to 127.0.0.1 (DNS rebinding) is refused;
- the Origin, which a browser always sends with a websocket, must be ours: a cookie is no protection here, because
  pages of other ports of localhost count as the same site;
- a cookie must be there, which one browser gets for a token that only the printed link carries, and only once.
"""

from __future__ import annotations

import secrets
from hmac import compare_digest
from pathlib import Path

import aiohttp_jinja2
import jinja2
from aiohttp import web
from aiohttp.typedefs import Handler

LOOPBACK = "127.0.0.1"
"""The one address that is listened on."""
PAGE = Path(__file__).parent / "page"
"""What the browser is given besides textual-serve's own files."""
TOKEN = "token"  # noqa: S105 - the name of the parameter
_NAMES = (LOOPBACK, "localhost", "[::1]")
_HTTP = 80
_STRANGER = (  # a strict cookie is left out where another page led here
    "This browser was not let in yet. If you have just opened the link from another page, "
    "click into the address and press enter."
)
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "storybank",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_POLICY = (
    "default-src 'none'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self' {sockets}; "
    "style-src 'self' 'unsafe-inline'; "  # the terminal writes its colours into style elements
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Guard:
    """The guard of one run of the server."""

    def __init__(self, port: int) -> None:
        """Guard the server on `port`, with a token nobody knows yet."""
        self._hosts = _hosts(port)
        self._origins = frozenset(f"http://{host}" for host in self._hosts)
        self._cookie = f"storybank-{port}"  # cookies know no ports: two servers must not take each other's
        self._pass = secrets.token_urlsafe(32)
        self._token: str | None = secrets.token_urlsafe(32)
        self.link = f"http://{LOOPBACK}:{port}/?{TOKEN}={self._token}"
        """What lets one browser in, once."""
        sockets = " ".join(f"ws://{host}" for host in sorted(self._hosts) if "[" not in host)  # no IPv6 in policies
        self._headers = {**_HEADERS, "Content-Security-Policy": _POLICY.format(sockets=sockets)}

    def protect(self, app: web.Application) -> None:
        """Stand before everything that `app` serves."""
        app.middlewares.append(self._only_from_here)
        app.middlewares.append(self._only_with_pass)
        app.on_response_prepare.append(self._add_headers)
        aiohttp_jinja2.setup(app, loader=jinja2.FileSystemLoader(PAGE), autoescape=True)

    @web.middleware
    async def _only_from_here(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what is not meant for this server, or comes from a page that is not of this server."""
        if request.headers.get("Host", "").lower() not in self._hosts:
            return _refused(request, "This server answers under its own address only.")
        origin = request.headers.get("Origin")
        if origin is None and request.headers.get("Upgrade") is None:
            return await handler(request)  # a person opened a page: that sends no origin
        if (origin or "").lower() not in self._origins:
            return _refused(request, "A page of another site asked for this. storybank talks to its own page only.")
        return await handler(request)

    @web.middleware
    async def _only_with_pass(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse a browser without the cookie; give it to the one that brings the token."""
        given = request.query.get(TOKEN)
        if _same(request.cookies.get(self._cookie), self._pass):
            return await handler(request) if given is None else _to_the_app()
        if given is None:
            return _refused(request, _STRANGER)
        if self._token is None:
            return _refused(request, "This link was used already; it lets one browser in, once.")
        if not _same(given, self._token):
            return _refused(request, "This link is not of the server that runs now.")
        self._token = None
        response = _to_the_app()
        response.set_cookie(self._cookie, self._pass, httponly=True, samesite="Strict", path="/")
        return response

    async def _add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        """Say with every answer what the browser may do with it."""
        response.headers.update(self._headers)


def _hosts(port: int) -> frozenset[str]:
    named = {f"{name}:{port}" for name in _NAMES}
    return frozenset(named | set(_NAMES) if port == _HTTP else named)


def _same(given: str | None, wanted: str) -> bool:
    """Whether a secret is right, in a time that tells nothing about it."""
    return given is not None and compare_digest(given.encode(errors="backslashreplace"), wanted.encode())


def _to_the_app() -> web.Response:
    """To the page itself, so that the token stays neither in the address nor in the history."""
    return web.Response(status=303, headers={"Location": "/"})


def _refused(request: web.Request, why: str) -> web.Response:
    return aiohttp_jinja2.render_template("refused.html", request, {"why": why}, status=403)
