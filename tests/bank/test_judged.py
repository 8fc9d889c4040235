"""Files with judged questions in a bank of one's own: few, empty, broken, or about other stories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from storybank.bank import judged
from storybank.bank.bank import open_bank
from storybank.bank.matching import Matcher
from storybank.bank.vectors import Drawer
from storybank.embed.behaviour_model import BehaviourModel
from tests.conftest import RunCli, add_story

QUESTION = "Tell me about a time you simplified a process."
FAR = "When did a candidate you hired turn out badly?"


@pytest.fixture
def bank(empty_bank: Path) -> Path:
    """Two stories that nobody has tagged."""
    for name in ("A-1", "A-2"):
        add_story(empty_bank, name, title=f"story {name}")
    return empty_bank


def write(bank: Path, *lines: str, name: str = "own.jsonl") -> Path:
    file = bank / "prompts" / "judged" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return file


def line(question: str, **grades: int) -> str:
    return json.dumps({"question": question, "grades": {name.replace("_", "-"): g for name, g in grades.items()}})


def ask(run: RunCli, bank: Path, question: str = QUESTION) -> dict[str, object]:
    ran = run("match", question, "--json", "--bank", bank)
    assert ran.err == ""
    found: dict[str, object] = json.loads(ran.out)
    return found


@pytest.mark.parametrize("lines", [(), ("", "  ")])
def test_a_file_without_questions_is_no_file(run: RunCli, bank: Path, lines: tuple[str, ...]) -> None:
    before = ask(run, bank)
    write(bank, *lines)
    assert ask(run, bank) == before


def test_one_judgement_leaves_far_questions_alone(run: RunCli, bank: Path) -> None:
    before = ask(run, bank)
    write(bank, line(FAR, A_2=3))
    after = ask(run, bank)
    assert after["confidence"] == pytest.approx(before["confidence"], abs=0.02)
    assert after["verdict"] == before["verdict"]


def test_a_judgement_counts_for_its_own_question(run: RunCli, bank: Path) -> None:
    write(bank, line(QUESTION, A_2=3))
    found = Matcher(open_bank(bank, cwd=bank, env={})).match(QUESTION)
    assert found.matches[0].card.id == "A-2"
    assert found.matches[0].score > 0.7
    assert f"was judged right for '{QUESTION}'" in found.matches[0].why


def test_a_later_judgement_adds_to_an_earlier_one_and_none_takes_it_back(run: RunCli, bank: Path) -> None:
    for name in ("A-3", "A-4"):
        add_story(bank, name, title=f"story {name}")
    for given in ("A-3=2", "A-2"):
        assert run("match", QUESTION, "--judge", given, "--bank", bank).code == 0
    answer = Matcher(open_bank(bank, cwd=bank, env={})).match(QUESTION.upper())
    assert [match.card.id for match in answer.matches][:2] == ["A-2", "A-3"]
    assert [match.score for match in answer.matches][:2] == pytest.approx([1, 2 / 3])
    assert answer.matches[2].score < 0.34
    assert run("match", QUESTION, "--judge", "none", "--bank", bank).code == 0
    again = Matcher(open_bank(bank, cwd=bank, env={})).match(QUESTION)
    assert all(match.score < 0.34 for match in again.matches)


def test_no_story_answers_in_a_bank_without_other_judgements(run: RunCli, bank: Path) -> None:
    before = ask(run, bank)["confidence"]
    assert isinstance(before, float)
    assert run("match", QUESTION, "--judge", "none", "--bank", bank).code == 0
    after = ask(run, bank)
    assert after["fits"] is False
    assert isinstance(after["confidence"], float)
    assert after["confidence"] < before


def test_ids_are_read_in_any_case_and_unknown_ones_are_told(run: RunCli, bank: Path) -> None:
    known = ask(run, bank)
    write(bank, line(QUESTION, a_2=3))
    told = ask(run, bank)
    assert told != known
    write(bank, line(QUESTION, B_9=3))
    assert ask(run, bank) == known  # it says nothing of these stories
    assert "judges stories that the bank does not have: B-9" in run("doctor", "--bank", bank).out


def test_files_do_not_drop_each_others_vectors(run: RunCli, bank: Path) -> None:
    write(bank, line(QUESTION, A_2=3), name="a.jsonl")
    write(bank, line(FAR, A_1=3), name="b.jsonl")
    ask(run, bank)
    kept = open_bank(bank, cwd=bank, env={}).store.vectors(Drawer(BehaviourModel(), "judged").fingerprint)
    assert len(kept) == 2


def test_learning_in_slices(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(bank, line(QUESTION, A_2=3), line(FAR, A_1=3), line("Tell me about a rumour you stopped.", A_1=1))
    monkeypatch.setattr(judged, "_SLICE", 1)
    matcher = Matcher(open_bank(bank, cwd=bank, env={}))
    assert matcher.match(QUESTION).matches[0].card.id == "A-2"
    assert matcher.match(FAR).matches[0].card.id == "A-1"


def test_one_broken_line_is_told_and_the_others_count(run: RunCli, bank: Path) -> None:
    write(bank, line(QUESTION, A_2=3), "oops")
    ran = run("match", QUESTION, "--top", 1, "--bank", bank)
    assert "own.jsonl:2: not a judged question" in ran.err
    assert ran.out.startswith("1. A-2")


def test_a_question_that_is_no_text_is_not_remembered(run: RunCli, bank: Path) -> None:
    ran = run("match", "a time you \udcff", "--judge", "A-1", "--bank", bank)
    assert (ran.code, ran.out) == (2, "")
    assert "not in UTF-8" in ran.err
    write(bank, '{"question": "\\ud800", "grades": {}}')
    assert "own.jsonl:1: not a judged question" in run("match", QUESTION, "--bank", bank).err
