"""What a command does not load, proved in a clean interpreter; and the layers, held by import-linter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "sqlmodel",
    "fsrs",
    "sqlalchemy",
    "numpy",
    "textual",
    "rich",
    "markdown_it",
    "yaml",
    "rapidfuzz",
    "tokenizers",
    "ftfy",
)
NEVER = ("torch", "sentence_transformers", "transformers", "textual", "alembic", "tokenizers.trainers")
_REPORT = """
import json, sys
sys.argv = ["storybank", *json.loads(sys.argv[1])]
from storybank.cli.main import main
try:
    main()
except SystemExit:
    pass
print("\\n" + json.dumps(sorted(sys.modules)))
"""


def loaded(tmp_path: Path, *args: str, env: dict[str, str] | None = None) -> set[str]:
    """The modules that a command has loaded when it ends; the second run, when nothing needs indexing."""
    whole = {**os.environ, "XDG_DATA_HOME": str(tmp_path), **(env or {})}
    command = [sys.executable, "-c", _REPORT, json.dumps(args)]
    for _ in range(2):
        ran = subprocess.run(command, env=whole, capture_output=True, text=True, check=True, cwd="/")
    return set(json.loads(ran.stdout.splitlines()[-1]))


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["mtach"]])
def test_start_up_loads_nothing_heavy(args: list[str], tmp_path: Path) -> None:
    assert loaded(tmp_path, *args).isdisjoint(HEAVY + NEVER)


def test_completion_loads_nothing_heavy(tmp_path: Path) -> None:
    asked = {"_STORYBANK_COMPLETE": "bash_complete", "COMP_WORDS": "storybank show C", "COMP_CWORD": "2"}
    assert loaded(tmp_path, env=asked).isdisjoint(HEAVY + NEVER)


@pytest.mark.parametrize(
    "args",
    [["list"], ["search", "checkout"], ["principles"], ["show", "CO-1"], ["paths"], ["due"], ["stats"], ["history"]],
)
def test_reading_verbs_load_the_store_alone(args: list[str], tmp_path: Path) -> None:
    modules = loaded(tmp_path, *args)
    assert "sqlmodel" in modules
    assert modules.isdisjoint({*NEVER, "numpy", "markdown_it", "ftfy", "rich"})


@pytest.mark.parametrize("args", [["check"], ["check", "CO-1"], ["rules"], ["numbers", "CO-1"]])
def test_the_check_loads_no_database(args: list[str], tmp_path: Path) -> None:
    assert loaded(tmp_path, *args).isdisjoint(
        {*NEVER, "sqlmodel", "sqlalchemy", "sqlite3", "numpy", "ftfy", "rich", "rapidfuzz"}
    )


@pytest.mark.parametrize("args", [["match", "a time you failed"], ["coverage"], ["doctor"]])
def test_no_command_loads_torch_or_the_terminal_app(args: list[str], tmp_path: Path) -> None:
    assert loaded(tmp_path, *args).isdisjoint(NEVER)


def test_the_app_starts_without_what_it_needs_later() -> None:
    code = (
        "import sys, storybank.cli.app, storybank.tui.screens.library\n"
        "late = {'numpy', 'tokenizers', 'markdown_it', 'yaml', 'rapidfuzz', 'ftfy', 'fsrs', 'storybank.rules'}\n"
        "assert not late & set(sys.modules), late & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_core_needs_no_framework() -> None:
    code = (
        "import sys, storybank.match, storybank.storyfile, storybank.promptfile, storybank.importers\n"
        "import storybank.pace, storybank.schedule, storybank.probes\n"
        "assert not {'click', 'rich', 'textual', 'sqlmodel', 'sqlalchemy', 'sqlite3', 'torch'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
