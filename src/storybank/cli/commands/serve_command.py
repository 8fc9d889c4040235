"""`storybank serve`."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from threading import Thread

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write
from storybank.errors import UsageError

_EXTRA = frozenset({"aiohttp", "aiohttp_jinja2", "jinja2", "textual_serve"})
"""What the extra 'serve' brings."""


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="The port on loopback; by default any free one.",
)
@click.option("--no-open", is_flag=True, help="Print the link only; open no browser.")
@options.bank_option
def command(port: int, no_open: bool, bank_dir: Path | None) -> None:
    """Open the app in a browser, on this machine only. The printed link lets one browser in, once."""
    try:
        from storybank.serve.server import listen, serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        raise UsageError("the browser needs textual-serve", hint='pip install "storybank[serve]"') from None
    app = _app_command(bank_dir)
    door = listen(port)

    def opened(link: str) -> None:
        write(link)
        narrate("open the link in a browser of this machine; it works once. Stop with ctrl-C")
        if not no_open and _has_display():
            _open(link)

    asyncio.run(serve(app, door, opened))
    narrate("stopped")


def _app_command(bank_dir: Path | None) -> list[str]:
    """What starts the app on the bank, which is opened once here: what is wrong with it is said before a browser opens.

    Python's -P, or a file in the folder one stands in could take the place of a module.
    """
    bank = options.open_bank(bank_dir)
    found_again = bank.location.is_sample
    return [sys.executable, "-P", "-m", "storybank", "tui", *([] if found_again else ["--bank", str(bank.root)])]


def _has_display() -> bool:
    """Whether a browser would have a window; without one, Python may open a browser in the terminal."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open(link: str) -> None:
    """Open the browser; it may take its time, and the server answers meanwhile."""
    import webbrowser

    Thread(target=webbrowser.open, args=(link,), daemon=True).start()
