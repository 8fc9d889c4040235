"""Without sentence-transformers its backend says how to install it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import RunCli


def test_the_extra_is_named(sample_bank: Path, run: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    (sample_bank / "storybank.toml").write_text('[match]\nbackend = "sentence-transformers"\n', encoding="utf-8")
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    ran = run("match", "--bank", sample_bank, "a time you failed")
    assert ran.code == 2
    assert ran.out == ""
    assert "pip install 'storybank[transformers]'" in ran.err
