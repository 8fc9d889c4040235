"""Tags: suggested by the model, decided by the author, and nothing else of the file touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from storybank.match.behaviours import load_taxonomy
from tests.conftest import RunCli, add_story


def test_suggestions_are_ranked_and_placed(empty_bank: Path, run: RunCli) -> None:
    add_story(empty_bank, "CO-1")
    data = json.loads(run("tag", "CO-1", "--suggest", "--json", "--bank", empty_bank).out)
    assert data["behaviours"] == {}
    strengths = [s["strength"] for s in data["suggestions"]]
    assert strengths == sorted(strengths, reverse=True)
    assert len(strengths) == 16
    assert all(1 <= s["grade"] <= 3 for s in data["suggestions"])
    assert all("line " in s["place"] for s in data["suggestions"])


def test_grades_are_written_and_removed(empty_bank: Path, run: RunCli) -> None:
    path = add_story(empty_bank, "CO-1")
    before = path.read_text()
    ran = run("tag", "CO-1", "--set", "prevent=2", "--set", "root_cause=3", "--json", "--bank", empty_bank)
    assert json.loads(ran.out)["behaviours"] == {"root_cause": 3, "prevent": 2}
    assert path.read_text() == before.replace("\n---\n\n##", "\nbehaviours: {root_cause: 3, prevent: 2}\n---\n\n##", 1)
    run("tag", "CO-1", "--set", "prevent=0", "--set", "root_cause=0", "--bank", empty_bank)
    assert path.read_text() == before


def test_comments_and_unknown_keys_survive(empty_bank: Path, run: RunCli) -> None:
    path = empty_bank / "stories" / "mine.md"
    path.write_text(
        "---\nid: X-1   # mine\nbehaviours: {mistake: 1}\nmood: good\n---\nSituation - It broke.\n\nResult - Fine.\n"
    )
    run("tag", "X-1", "--set", "mistake=3", "--bank", empty_bank)
    assert path.read_text() == (
        "---\nid: X-1   # mine\nbehaviours: [mistake]\nmood: good\n---\n\nSituation - It broke.\n\nResult - Fine.\n"
    )


def test_a_file_without_front_matter_gets_one(empty_bank: Path, run: RunCli) -> None:
    path = empty_bank / "stories" / "CO-5-plain.md"
    path.write_text("## Situation\n\nIt broke.\n")
    run("tag", "CO-5", "--set", "mistake=2", "--bank", empty_bank)
    assert path.read_text() == "---\nid: CO-5\nbehaviours: {mistake: 2}\n---\n\n## Situation\n\nIt broke.\n"


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("mistke=3", "unknown behaviour 'mistke'. Nearest: mistake"),
        ("mistake=4", "'mistake=4' is not KEY=GRADE"),
        ("mistake", "'mistake' is not KEY=GRADE"),
    ],
)
def test_mistakes(setting: str, message: str, empty_bank: Path, run: RunCli) -> None:
    path = add_story(empty_bank, "CO-1")
    before = path.read_bytes()
    ran = run("tag", "CO-1", "--set", setting, "--bank", empty_bank)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert path.read_bytes() == before


def test_the_full_list_is_searchable(run: RunCli) -> None:
    found = run("tag", "CO-1", "--search", "budgets").out
    assert "less_budget" in found
    every = run("tag", "CO-1", "--search", "").out
    assert len(every.splitlines()) == len(load_taxonomy()) + 1


def test_an_author_s_tags_outweigh_the_model(empty_bank: Path, run: RunCli) -> None:
    add_story(empty_bank, "CO-1")
    add_story(empty_bank, "CO-2", title="Other")
    run("tag", "CO-2", "--set", "mentor=3", "--bank", empty_bank)
    answer = json.loads(run("match", "How have you coached a junior colleague?", "--json", "--bank", empty_bank).out)
    assert answer["matches"][0]["id"] == "CO-2"
    assert not any("predicted" in reason for reason in answer["matches"][0]["why"])
    doctor = run("doctor", "--bank", empty_bank).out
    assert "CO-1 is matched by prediction only" in doctor
    assert "CO-2 is matched" not in doctor
    assert json.loads(run("coverage", "--json", "--bank", empty_bank).out)["untagged"] == ["CO-1"]
