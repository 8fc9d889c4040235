"""What the app remembers, and that losing it is no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.bank.preferences import Preferences


def test_it_remembers_from_run_to_run(tmp_path: Path) -> None:
    path = tmp_path / "new" / "app.json"
    Preferences(path).put("theme", "paper")
    Preferences(path).put("other", "x")
    assert Preferences(path).get("theme") == "paper"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"theme": 3}', "[" * 100_000])
def test_a_broken_file_is_empty_and_can_be_written_again(tmp_path: Path, content: str) -> None:
    path = tmp_path / "app.json"
    path.write_text(content)
    preferences = Preferences(path)
    assert preferences.get("theme") is None
    preferences.put("theme", "night")
    assert Preferences(path).get("theme") == "night"


def test_what_cannot_be_written_is_kept_for_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    preferences = Preferences(tmp_path / "file" / "app.json")
    preferences.put("theme", "night")
    assert preferences.get("theme") == "night"
