"""Which bank a command works on."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.bank.create import create_bank
from storybank.bank.locate import Origin, database_path, locate
from storybank.errors import UsageError
from tests.conftest import REPOSITORY, RunCli


def test_the_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, env, user, given = (tmp_path / n for n in ("here", "env", "data/storybank/bank", "given"))
    assert locate(None, tmp_path, {}).origin is Origin.SAMPLE
    create_bank(user)
    assert locate(None, tmp_path, {}).origin is Origin.USER
    create_bank(env)
    assert locate(None, tmp_path, {"STORYBANK_HOME": str(env)}).root == env
    create_bank(here)
    below = here / "stories" / "deep"
    below.mkdir()
    assert locate(None, below, {"STORYBANK_HOME": str(env)}).root == here
    create_bank(given)
    assert locate(given, below, {"STORYBANK_HOME": str(env)}).root == given


@pytest.mark.parametrize("env", [{}, {"STORYBANK_HOME": "/nowhere"}])
def test_a_folder_that_is_no_bank(env: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="storybank init"):
        locate(None if env else tmp_path, tmp_path, env)


def test_the_sample_bank_is_ours() -> None:
    location = locate(None, Path("/"), {})
    assert location.root == REPOSITORY
    assert location.is_sample


def test_without_a_home(monkeypatch: pytest.MonkeyPatch, run: RunCli) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.setenv("HOME", "~nobody-here")
    location = locate(None, Path("/"), {})
    assert database_path(location) is None or database_path(location).is_absolute()  # type: ignore[union-attr]
    assert run("show", "CO-1").code == 0
