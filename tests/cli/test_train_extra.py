"""`storybank train` where the extra is missing."""

from __future__ import annotations

import sys

import pytest

from tests.conftest import RunCli


def test_the_extra_is_named(run: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("torch", "datasets", "sentence_transformers"):
        monkeypatch.setitem(sys.modules, name, None)
    for name in [name for name in sys.modules if name.startswith("storybank.training.")]:
        monkeypatch.delitem(sys.modules, name)
    ran = run("train", "--out", "x")
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'storybank[transformers]'" in ran.err
