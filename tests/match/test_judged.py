"""What people said of questions like this one."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from storybank.bank.bank import open_bank
from storybank.bank.judged_arrays import ARRAYS
from storybank.embed.behaviour_model import BehaviourModel
from storybank.errors import InputFileError
from storybank.match.asked import Asked
from storybank.match.judged import JudgedQuestions, Lessons, question_keys
from storybank.match.question import read_question
from storybank.model import JudgedQuestion
from storybank.promptfile import read_judged, write_judged
from storybank.training.corpus import graded_questions
from tests.conftest import REPOSITORY, RunCli

TEXTS = ["conflict with a peer", "a missed deadline", "a gift"]
VECTORS = np.eye(3, dtype=np.float32)
GRADES = np.array([[1, 0, 0], [0, 1 / 3, 0], [0, 0, 0]], dtype=np.float32)


def asked(row: int) -> Asked:
    return Asked(read_question(TEXTS[row]), VECTORS[row], VECTORS[row], VECTORS[row][None])


@pytest.fixture
def judged() -> JudgedQuestions:
    return JudgedQuestions(Lessons.none(6, 3).learn(question_keys(VECTORS, VECTORS), GRADES), TEXTS.__getitem__)


def test_a_judged_question_gets_its_own_grades(judged: JudgedQuestions) -> None:
    verdicts = judged.verdicts(asked(0))
    np.testing.assert_allclose(verdicts.grades, [1, 0, 0], atol=0.15)  # one reader may err
    assert verdicts.nearest == pytest.approx(1)
    assert verdicts.unanswered == pytest.approx(0, abs=1e-4)
    assert judged.verdicts(asked(1)).unanswered == pytest.approx(1, abs=1e-4)  # a grade of 1 is no good answer


def test_only_stories_that_were_ever_judged_are_moved(judged: JudgedQuestions) -> None:
    before = np.array([0.2, 0.2, 0.2], dtype=np.float32)
    after = judged.blend(before, judged.verdicts(asked(0)))
    assert after[0] > 0.7
    assert after[1] < 0.2
    assert after[2] == before[2]


def test_the_reason_names_the_question(judged: JudgedQuestions) -> None:
    assert judged.why(judged.verdicts(asked(0)), 0) == ["was judged right for 'conflict with a peer'"]
    assert judged.why(judged.verdicts(asked(0)), 1) == []
    assert judged.why(judged.verdicts(asked(1)), 1) == []  # in a pinch is no reason


def expected(lessons: Lessons, keys: NDArray[np.float32]) -> NDArray[np.float32]:
    return lessons.expected(lessons.likeness(keys))


def test_what_is_learnt_later_corrects_what_was_learnt_before() -> None:
    keys = question_keys(VECTORS, VECTORS)
    before = Lessons.none(keys.shape[1], 3).learn(keys, GRADES)
    after = before.learn(keys[1:2], np.array([[0, 1, 0]], dtype=np.float32))
    assert expected(before, keys[1:2])[0, 1] < 0.4
    assert expected(after, keys[1:2])[0, 1] > 0.8
    np.testing.assert_allclose(
        expected(after, keys[2:]), expected(before, keys[2:]), atol=0.05
    )  # it asks for other things


def test_many_readers_outweigh_one() -> None:
    """Nine questions that ask for the same, and one reader of ten who errs."""
    same = np.repeat(question_keys(VECTORS, VECTORS)[:1], 10, axis=0)
    grades = np.ones((10, 1), dtype=np.float32)
    grades[3] = 0
    assert expected(Lessons.none(same.shape[1], 1).learn(same, grades), same[:1])[0, 0] == pytest.approx(0.9, abs=0.02)


@given(st.text(), st.dictionaries(st.text(min_size=1), st.sampled_from([0.5, 1, 1.5, 2, 2.5, 3])))
def test_what_is_written_is_read_again(text: str, grades: dict[str, float]) -> None:
    one = JudgedQuestion(text, grades)
    assert read_judged(write_judged(one), Path("x.jsonl")) == [one]


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "{}",
        '{"question": 1, "grades": {}}',
        '{"question": "a", "grades": {"CO-1": 4}}',
        '{"question": "a", "grades": {"CO-1": true}}',
        "x",
        "[" * 99_999,
    ],
)
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(InputFileError) as caught:
        read_judged(f"\n{line}\n", Path("x.jsonl"))
    assert caught.value.line == 2


QUESTION = "When did you last change your mind about a colleague?"


def test_a_judgement_changes_the_answer(run: RunCli, sample_bank: Path) -> None:
    before = run("match", QUESTION, "--bank", sample_bank).out
    assert "1. HD-2" not in before
    ran = run("match", QUESTION, "--judge", "hd-2", "--bank", sample_bank)
    assert (ran.code, ran.out) == (0, "")
    assert "remembered in" in ran.err
    assert (sample_bank / "prompts" / "judged" / "own.jsonl").read_text() == (
        f'{{"question": "{QUESTION}", "grades": {{"HD-2": 3}}}}\n'
    )
    again = run("match", QUESTION, "--explain", "--bank", sample_bank).out
    assert f"was judged right for '{QUESTION}'" in again


def test_no_story_answers(run: RunCli, sample_bank: Path) -> None:
    assert run("match", QUESTION, "--judge", "none", "--bank", sample_bank).code == 0
    assert run("match", QUESTION, "--bank", sample_bank).code == 1


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([QUESTION, "--judge", "CO-1=4"], "no grade"),
        ([QUESTION, "--judge", "CO-99"], "no story 'CO-99'"),
        (["--batch", "x", "--judge", "CO-1"], "one question"),
    ],
)
def test_a_judgement_that_is_none(run: RunCli, sample_bank: Path, args: list[str], words: str) -> None:
    ran = run("match", *args, "--bank", sample_bank)
    assert ran.code == 2
    assert words in ran.err
    assert not (sample_bank / "prompts" / "judged" / "own.jsonl").exists()


def test_the_sample_bank_is_not_judged(run: RunCli) -> None:
    assert "read-only" in run("match", QUESTION, "--judge", "CO-1").err


def test_a_broken_file_is_told_and_the_rest_counts(run: RunCli, sample_bank: Path) -> None:
    file = sample_bank / "prompts" / "judged" / "own.jsonl"
    file.write_text("oops\n")
    ran = run("match", QUESTION, "--bank", sample_bank)
    assert "own.jsonl:1: not a judged question" in ran.err
    assert ran.out
    assert "own.jsonl:1" in run("doctor", "--bank", sample_bank).out


def test_the_shipped_reading_is_of_the_shipped_file() -> None:
    """Else every first match would read thousands of questions anew."""
    (file,) = (REPOSITORY / "prompts" / "judged").glob("*.jsonl")
    with np.load(ARRAYS) as arrays:
        assert str(arrays["sha256"]) == hashlib.sha256(file.read_bytes()).hexdigest()
        assert str(arrays["model"]) == BehaviourModel().fingerprint
        assert len(arrays["keys"]) == len(read_judged(file.read_text(encoding="utf-8"), file))


def test_judged_questions_name_stories_that_exist_and_leave_the_benchmark_alone() -> None:
    (file,) = (REPOSITORY / "prompts" / "judged").glob("*.jsonl")
    judged = read_judged(file.read_text(encoding="utf-8"), file)
    ids = {card.id for card in open_bank(cwd=Path("/"), env={}).cards}
    assert all(one.grades.keys() <= ids for one in judged)
    assert not {one.text for one in judged} & {graded.text for graded in graded_questions()}
    assert len({one.text for one in judged}) == len(judged)
