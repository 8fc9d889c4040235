"""`storybank serve` as a command."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from storybank.cli.commands import serve_command
from storybank.serve import server
from storybank.serve.server import listen
from tests.conftest import RunCli

LINK = "http://127.0.0.1:1/?token=t"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that a server would have started; none is started, and it ends at once."""
    commands: list[list[str]] = []

    async def serve(command: list[str], door: object, opened: object) -> None:
        door.close()  # type: ignore[attr-defined]
        commands.append(command)
        opened(LINK)  # type: ignore[operator]

    monkeypatch.setattr(server, "serve", serve)
    return commands


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that a browser would have been opened with."""
    links: list[str] = []
    monkeypatch.setattr(serve_command, "_open", links.append)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    return links


def test_the_link_is_data_and_the_rest_is_narration(
    sample_bank: Path, run: RunCli, started: list[list[str]], opened: list[str]
) -> None:
    ran = run("serve", "--bank", sample_bank)
    assert (ran.code, ran.out) == (0, f"{LINK}\n")
    assert "Stop with ctrl-C" in ran.err
    assert opened == [LINK]
    assert started == [[sys.executable, "-P", "-m", "storybank", "tui", "--bank", str(sample_bank)]]


def test_without_a_bank_the_app_finds_the_sample(run: RunCli, started: list[list[str]], opened: list[str]) -> None:
    assert run("serve").code == 0
    assert started == [[sys.executable, "-P", "-m", "storybank", "tui"]]


def test_no_browser_where_none_is_wanted_or_there_is_no_display(
    run: RunCli, started: list[list[str]], opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("serve", "--no-open").code == 0
    monkeypatch.delenv("DISPLAY")
    assert run("serve").code == 0
    assert len(started) == 2
    assert opened == []


def test_a_port_that_is_taken(run: RunCli, sample_bank: Path) -> None:
    with listen(0) as door:
        port = door.getsockname()[1]
        ran = run("serve", "--bank", sample_bank, "--port", port)
    assert (ran.code, ran.out) == (2, "")
    assert f"port {port} cannot be used: address already in use. Without --port a free one is taken" in ran.err


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_no_port(port: str, run: RunCli) -> None:
    assert run("serve", "--port", port).code == 2


def test_no_bank(run: RunCli, tmp_path: Path, started: list[list[str]]) -> None:
    assert run("serve", "--bank", tmp_path / "none").code == 2
    assert started == []


def test_without_the_extra_it_says_what_to_install(run: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "storybank.serve.server")
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    ran = run("serve", "--no-open")
    assert (ran.code, ran.out) == (2, "")
    assert 'pip install "storybank[serve]"' in ran.err
