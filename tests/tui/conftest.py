"""Driving the app: `async def` tests, an injected clock, and golden screens."""

from __future__ import annotations

import asyncio
import inspect
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from storybank.bank.bank import open_bank
from storybank.bank.create import create_bank
from storybank.bank.matching import Matcher
from storybank.bank.practice import Practice
from storybank.tui.app import StorybankApp
from storybank.tui.session import Session
from tests.tui.drive import FixedMatcher

SMALL, LARGE = (80, 24), (200, 60)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a coroutine test in a loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@dataclass
class FakeTime:
    """A steady clock and a time of day that move only when they are told to."""

    start: datetime = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    passed: float = 0.0
    edited: list[Path] = field(default_factory=list)

    def clock(self) -> float:
        return self.passed

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.passed)

    def sleep(self, seconds: float) -> None:
        self.passed += seconds


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


MakeApp = Callable[..., StorybankApp]


@pytest.fixture
def make_app(time: FakeTime) -> MakeApp:
    """The app on a bank's folder, with an injected clock, random source and editor."""

    def make(root: Path, first: object = None) -> StorybankApp:
        bank = open_bank(root)
        practice = Practice(bank, now=time.now, clock=time.clock, zone=UTC)
        return StorybankApp(Session(bank, practice, Random(7), time.edited.append), first)

    return make


@pytest.fixture(scope="session")
def indexed_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample stories with their index; nobody writes into it."""
    root = create_bank(tmp_path_factory.mktemp("indexed") / "bank", sample=True)
    open_bank(root).store.close()
    return root


@pytest.fixture
def shared_bank(indexed_bank: Path, tmp_path: Path) -> Path:
    """A database of one's own, indexed already, over sample stories that other tests read, too."""
    root = tmp_path / "bank"
    shutil.copytree(indexed_bank / ".storybank", root / ".storybank")
    shutil.copy(indexed_bank / "storybank.toml", root)
    for folder in ("stories", "prompts"):
        (root / folder).symlink_to(indexed_bank / folder)
    return root


@pytest.fixture
def app(make_app: MakeApp, sample_bank: Path) -> StorybankApp:
    """The app on a bank of one's own with the sample stories."""
    return make_app(sample_bank)


class _Svg(SingleFileSnapshotExtension):
    """One .svg a screen, to be looked at in any browser."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


Golden = Callable[[StorybankApp], None]


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> Golden:
    """Hold the screen against its stored picture; `pytest --snapshot-update` draws it anew."""

    def compare(app: StorybankApp) -> None:
        assert app.export_screenshot(title="storybank") == snapshot(extension_class=_Svg)

    return compare


@pytest.fixture
def ready_app(make_app: MakeApp, shared_bank: Path, monkeypatch: pytest.MonkeyPatch) -> StorybankApp:
    """The app on sample stories that nobody changes: its matcher always finds the same, and nothing is checked."""
    monkeypatch.setattr("storybank.tui.checking.check_all", lambda *_: None)
    app = make_app(shared_bank)
    app.session._matcher = cast(Matcher, FixedMatcher(app.session.bank))
    return app
