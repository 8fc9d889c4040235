"""Settings: every mistake is named with its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from storybank.bank.config import TEMPLATE, Config, read_config
from storybank.errors import InputFileError


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "storybank.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_template_holds_the_defaults(tmp_path: Path) -> None:
    assert read_config(write(tmp_path, TEMPLATE)) == Config()
    uncommented = TEMPLATE.replace("\n# ", "\n").replace("The settings", "# The settings", 1)
    shown = read_config(write(tmp_path, uncommented.removeprefix("# ")))
    assert shown.match == Config().match
    assert shown.bank.principles == Config().bank.principles


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[bank\n", "not valid TOML"),
        ("[bnak]\n", "unknown table 'bnak'. Did you mean 'bank'?"),
        ('[match]\nbackedn = "x"\n', "unknown key 'backedn'. Did you mean 'backend'?"),
        ("[bank]\nlevel = 6\n", "'level' must be a text"),
        ('[match]\nbackend = "gpt"\n', "unknown backend 'gpt'. Use one of: built-in, sentence-transformers"),
        ("bank = 3\n", "a table was expected"),
    ],
)
def test_mistakes(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputFileError) as caught:
        read_config(write(tmp_path, text))
    assert message in str(caught.value)
    assert "storybank.toml" in str(caught.value)
