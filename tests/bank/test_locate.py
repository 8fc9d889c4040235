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
    """With neither HOME nor an entry in the user database, the data folder is not a path that can be used."""
    monkeypatch.setattr("platformdirs.user_data_path", lambda *args, **kwargs: Path("~/.local/share/storybank"))
    assert database_path(locate(None, Path("/"), {})) is None
    assert run("show", "CO-1").code == 0
    assert run("paths").out.splitlines()[-2:] == ["database\tin memory", "preferences\tnowhere"]
