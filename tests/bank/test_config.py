"""Settings: every mistake is named with its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from storybank.bank.config import TEMPLATE, Config, read_config
from storybank.errors import InputFileError


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "storybank.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_template_holds_the_defaults(tmp_path: Path) -> None:
    path = write(tmp_path, TEMPLATE)
    assert read_config(path) == Config(file=path)
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
        ("interview = 3\n", "a table was expected. Write '[interview]'"),
        ("[interview]\ndat = 2027-01-31\n", "unknown key 'dat'. Did you mean 'date'?"),
        ('[interview]\ndate = "soon"\n', "'date' in [interview] is soon, which is no date. Write it as 2027-01-31"),
        ("[interview]\ndate = 2027-01-31T10:00:00\n", "which is no date"),
        ('[interview]\ncompanies = "Amazon"\n', "'companies' in [interview] must be a list of names"),
        ("[paces.panel]\nacton = 90\n", "unknown key 'acton' in [paces.panel]"),
        ("[paces]\npanel = 90\n", "[paces.panel] must be a table"),
        ("paces = 90\n", "'paces' must be tables"),
    ],
)
def test_mistakes(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputFileError) as caught:
        read_config(write(tmp_path, text))
    assert message in str(caught.value)
    assert "storybank.toml" in str(caught.value)


def test_interviews_and_paces_of_ones_own(tmp_path: Path) -> None:
    interview = '[interview]\ndate = 2027-01-31\ncompanies = ["Amazon"]\n'
    paces = "[paces.panel]\ntotal = 100\nsituation = 1\naction = 3\n"
    config = read_config(write(tmp_path, interview + paces))
    assert config.interview.date == date(2027, 1, 31)
    assert config.interview.companies == ("Amazon",)
    assert config.paces["panel"].planned == {"situation": 25, "action": 75}
    assert config.paces["standard-2"].total == 120
    assert read_config(write(tmp_path, '[interview]\ndate = "2027-01-31"\n')).interview.date == date(2027, 1, 31)
