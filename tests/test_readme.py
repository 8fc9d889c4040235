"""The README says what is: its table of commands is the program's, and its figures are the benchmark's kind."""

from __future__ import annotations

import re
from urllib.parse import unquote

from storybank.cli.main import VERBS
from storybank.match.behaviours import load_taxonomy
from storybank.training.corpus import graded_questions
from tests.conftest import REPOSITORY, RunCli

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_table() -> None:
    table = dict(re.findall(r"^\| `storybank (\w+)` \| (.*) \|$", README, re.MULTILINE))
    assert table == VERBS


def test_the_transcript_is_what_the_program_prints(run: RunCli) -> None:
    shown = re.search(r'^\$ storybank match "([^"]+)"\n(.*?)\n\$', README, re.MULTILINE | re.DOTALL)
    assert shown
    assert run("match", shown[1]).out.rstrip() == shown[2]


def test_pictures_are_goldens_of_the_app() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all((REPOSITORY / unquote(picture)).is_file() for picture in pictures)


def test_counts_in_the_text() -> None:
    assert f"reads\n{len(load_taxonomy())} behaviours" in README
    assert f"On {len(graded_questions())} questions of ours" in README
    judged = (REPOSITORY / "prompts" / "judged" / "sample.jsonl").read_text(encoding="utf-8").count("\n")
    assert f"{judged:,} questions that two readers judged" in README
