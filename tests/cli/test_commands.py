"""The verbs, as a person calls them: data on standard output, narration on standard error, exit codes of the design."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import RunCli, add_story


def test_help_lists_every_verb(run: RunCli) -> None:
    from storybank.cli.main import VERBS

    ran = run("--help")
    assert ran.code == 0
    for verb, line in VERBS.items():
        assert f"{verb} " in ran.out
        assert line in " ".join(ran.out.split())
        assert run(verb, "--help").code == 0


def test_version(run: RunCli) -> None:
    from storybank import __version__

    assert run("--version").out == f"storybank {__version__}\n"


def test_without_a_verb_in_a_pipe_the_help(run: RunCli) -> None:
    assert run().out == run("--help").out


def test_an_unknown_verb_names_the_nearest(run: RunCli) -> None:
    ran = run("mtach", "x")
    assert ran.code == 2
    assert "Did you mean 'match'?" in ran.err


def test_init_new_list_show(tmp_path: Path, run: RunCli) -> None:
    bank = tmp_path / "mine"
    assert run("init", bank).out == f"{bank}\n"
    assert (bank / ".gitignore").read_text() == ".storybank/\n"
    assert run("list", "--bank", bank).code == 1
    made = run("new", "The night", "of the export", "-p", "dive deep", "--bank", bank)
    assert made.out.strip() == str(bank / "stories" / "DD-1-the-night-of-the-export.md")
    assert run("new", "Second", "-p", "DD", "--bank", bank).out.endswith("DD-2-second.md\n")
    listed = run("list", "--bank", bank)
    assert [line.split("\t")[:3] for line in listed.out.splitlines()] == [
        ["id", "title", "principles"],
        ["DD-1", "The night of the export", "DD"],
        ["DD-2", "Second", "DD"],
    ]
    shown = run("show", "dd-1", "--bank", bank)
    assert shown.out.startswith("# DD-1: The night of the export\n\nDive Deep\n\n## Situation\n")
    assert json.loads(run("--bank", bank, "show", "DD-1", "--json").out)["principles"] == ["Dive Deep"]


def test_init_keeps_what_is_there(tmp_path: Path, run: RunCli) -> None:
    (tmp_path / ".gitignore").write_text("*.pyc")
    assert run("init", tmp_path, "--sample").code == 0
    assert (tmp_path / ".gitignore").read_text() == "*.pyc\n.storybank/\n"
    assert len(list((tmp_path / "stories").rglob("*.md"))) == 53
    again = run("init", tmp_path)
    assert again.code == 2
    assert "is a bank already" in again.err


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (["-p", "earn trust", "--tag", "brand-lift"], ["P-AR", "P-ET"]),
        (["-p", "HDB", "--level", "l6"], ["ET-3", "HB-4", "HD-1", "HD-2", "HD-3", "HD-4", "HD-5"]),
        (["--tag", "nothing"], []),
    ],
)
def test_filters(filters: list[str], ids: list[str], run: RunCli) -> None:
    ran = run("list", "--json", *filters)
    assert [story["id"] for story in json.loads(ran.out)["stories"]] == ids
    assert ran.code == (0 if ids else 1)


def test_an_unknown_principle_names_the_nearest(run: RunCli) -> None:
    ran = run("list", "-p", "Deliver")
    assert ran.code == 2
    assert ran.out == ""
    assert "unknown principle 'Deliver'. Nearest: 'Deliver Results' (DR)" in ran.err


def test_an_unknown_story_names_the_nearest(run: RunCli) -> None:
    ran = run("show", "CO-11")
    assert ran.code == 2
    assert "no story 'CO-11'. Nearest: CO-1" in ran.err


def test_the_sample_bank_is_read_only(run: RunCli) -> None:
    for command in (["new", "x"], ["edit", "CO-1"]):
        ran = run(*command)
        assert ran.code == 3
        assert "storybank init" in ran.err


def test_principles(run: RunCli) -> None:
    data = json.loads(run("principles", "--json").out)
    assert data["schema"] == 1
    assert [p["code"] for p in data["principles"]][:3] == ["CO", "OW", "IS"]
    assert all(p["meaning"] and p["slug"] for p in data["principles"])


def test_coverage_names_gaps_and_duplicates(empty_bank: Path, run: RunCli) -> None:
    add_story(empty_bank, "CO-1", "Same words", "Customer Obsession, Dive Deep")
    add_story(empty_bank, "CO-2", "Same words", "Customer Obsession")
    data = json.loads(run("coverage", "--json", "--bank", empty_bank).out)
    by_name = {p["name"]: p for p in data["principles"]}
    assert by_name["Customer Obsession"]["primary"] == ["CO-1", "CO-2"]
    assert by_name["Dive Deep"] == {
        "name": "Dive Deep", "code": "DD", "primary": [], "secondary": ["CO-1"], "gap": True,
    }  # fmt: skip
    assert "Customer Obsession" not in data["gaps"]
    assert data["failures"] == {"stories": [], "enough": False}
    assert data["duplicates"][0]["stories"] == ["CO-1", "CO-2"]
    grid = run("coverage", "--stories", "--bank", empty_bank).out.splitlines()
    assert grid[0].split("\t")[:2] == ["story", "CO"]
    assert grid[1].split("\t")[:2] == ["CO-1", "P"]


def test_doctor_and_paths(empty_bank: Path, run: RunCli) -> None:
    add_story(empty_bank, "CO-1")
    assert run("doctor", "--bank", empty_bank).code == 0
    (empty_bank / "stories" / "bad.md").write_text("---\nid: [\n---\n")
    ran = run("doctor", "--bank", empty_bank)
    assert ran.code == 3
    assert f"{empty_bank}/stories/bad.md:3: error: broken YAML" in ran.out
    rebuilt = run("doctor", "--rebuild", "--json", "--bank", empty_bank)
    assert json.loads(rebuilt.out)["stories"] == 1
    assert json.loads(run("paths", "--json", "--bank", empty_bank).out)["bank"] == str(empty_bank)


def test_edit_opens_the_file_and_says_what_is_wrong_afterwards(
    empty_bank: Path, run: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = add_story(empty_bank, "CO-1")
    monkeypatch.setenv("EDITOR", "sed -i s/Ownership/Owneship-no/")
    ran = run("edit", "CO-1", "--bank", empty_bank)
    assert ran.code == 0
    assert f"{path}:4: unknown principle 'Owneship-no'" in ran.err
    monkeypatch.setenv("EDITOR", "no-such-editor")
    ran = run("edit", "CO-1", "--bank", empty_bank)
    assert ran.code == 2
    assert "no editor 'no-such-editor'. Set EDITOR" in ran.err


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("storybank show C", "CO-1"), ("storybank list -p own", "ownership"), ("storybank li", "list")],
)
def test_completion(typed: str, offered: str, empty_bank: Path) -> None:
    add_story(empty_bank, "CO-1", "Cart")
    words = typed.split()
    asked = {
        "_STORYBANK_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
        "STORYBANK_HOME": str(empty_bank),
    }
    command = [sys.executable, "-m", "storybank"]
    ran = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    assert offered in ran.stdout


def test_json_on_a_pipe_is_one_object_and_nothing_else(run: RunCli) -> None:
    for command in (["list"], ["search", "checkout"], ["coverage"], ["principles"], ["paths"], ["doctor"]):
        ran = run(*command, "--json")
        assert json.loads(ran.out)["schema"] == 1
        assert "sample bank" in ran.err
