"""The matcher through its front door."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybank.bank.bank import Bank, open_bank
from storybank.bank.matching import Matcher, Verdict
from storybank.embed.behaviour_model import SHIPPED
from storybank.errors import StoreError
from tests.conftest import RunCli, add_story


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(open_bank(cwd=Path("/"), env={}))


CLEAR = {
    "Tell me about a time you made a technical decision that turned out to be wrong.": {"ET-2", "P-AR"},
    "How have you turned around an underperforming engineer?": {"HD-3", "ET-3"},
    "Describe a time you pushed back on an unrealistic deadline.": {"HB-2"},
    "Tell me about hiring for diversity.": {"HD-4"},
    "Tell me about a time you cut costs.": {"DR-3", "OW-10"},
    "How did you resolve a conflict between two teams?": {"ET-5"},
    "Walk me through the hardest bug you ever tracked down.": {"DD-1", "DD-2", "DD-3", "DD-4", "DD-5", "OW-10", "OW-2"},
}
"""Questions of ours whose answer nobody would dispute."""


@pytest.mark.parametrize("question", CLEAR)
def test_the_obvious_story_comes_first(question: str, matcher: Matcher) -> None:
    answer = matcher.match(question)
    assert answer.matches[0].card.id in CLEAR[question]
    assert answer.fits


def test_a_story_told_already_steps_back_behind_one_nearly_as_good(matcher: Matcher) -> None:
    question = "Tell me about a time you improved a process."
    usual = [match.card.id for match in matcher.match(question, top=53).matches]
    again = matcher.match(question, top=53, told={usual[0]})
    order = [match.card.id for match in again.matches]
    assert order.index(usual[0]) > 0
    assert [story for story in order if story != usual[0]] == usual[1:]
    assert again.confidence == matcher.match(question).confidence
    assert again.matches[0].score > again.matches[order.index(usual[0])].score - 0.2


def test_why_names_the_behaviour_the_place_and_the_sentence(matcher: Matcher) -> None:
    match = matcher.match("Tell me about a time you made a mistake").matches[0]
    asks = next(reason for reason in match.why if reason.startswith("asks for: "))
    place = asks.partition(" - shown in ")[2]
    line = int(place.partition("line ")[2].partition(":")[0])
    quote = place.partition('"')[2].rstrip('"').removesuffix(" ...")
    text = (Path(__file__).parents[2] / match.card.file).read_text(encoding="utf-8").split("\n")
    assert quote in text[line - 1]


@pytest.mark.parametrize(
    ("prompt", "verdict"),
    [
        ("What is your salary expectation?", Verdict.NO_QUESTION),
        ("Design a URL shortener", Verdict.NO_QUESTION),
        ("asdf", Verdict.NO_QUESTION),
        ("🙂", Verdict.NO_QUESTION),
        ("", Verdict.NO_QUESTION),
        ("the of and", Verdict.NO_QUESTION),
        ("Erzählen Sie mir von einer Situation, in der Sie gescheitert sind.", Verdict.OTHER_LANGUAGE),
        ("Tell me about a time you mourned a pet with your neighbours' children.", Verdict.NOTHING_FITS),
    ],
)
def test_what_no_story_can_answer_is_told_apart(prompt: str, verdict: Verdict, matcher: Matcher) -> None:
    answer = matcher.match(prompt)
    assert answer.verdict is verdict
    assert not answer.fits
    assert answer.remark


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80) | st.sampled_from(['"', "a AND b", "NEAR(x y)", 'C++ "x', "-a", "^x*", "a" * 100_000]))
def test_any_prompt_gets_an_answer(prompt: str) -> None:
    matcher = Matcher(open_bank(cwd=Path("/"), env={}))
    answer = matcher.match(prompt)
    assert 0.0 <= answer.confidence <= 1.0
    assert all(0.0 <= match.score <= 1.0 for match in answer.matches)


def test_the_same_prompt_the_same_answer_alone_or_in_a_batch(matcher: Matcher) -> None:
    prompts = ["a time you failed", "how do you give feedback?", "a decision without data"]
    together = [matcher.match(prompt) for prompt in prompts]
    alone = [Matcher(open_bank(cwd=Path("/"), env={})).match(prompt) for prompt in reversed(prompts)]
    assert [a.matches for a in together] == [a.matches for a in reversed(alone)]


def bank_of(root: Path, *ids: str) -> Bank:
    for story_id in ids:
        add_story(root, story_id)
    return open_bank(root)


def test_an_empty_bank_and_one_story(empty_bank: Path) -> None:
    answer = Matcher(bank_of(empty_bank)).match("a time you failed")
    assert answer.verdict is Verdict.EMPTY_BANK
    answer = Matcher(bank_of(empty_bank, "CO-1")).match("a time you fixed a failing system")
    assert [match.card.id for match in answer.matches] == ["CO-1"]
    assert any("confirm them: storybank tag CO-1" in reason for reason in answer.matches[0].why)


def test_a_story_without_text_never_comes_first(empty_bank: Path) -> None:
    (empty_bank / "stories" / "AA-1.md").write_text("---\nid: AA-1\ntitle: Empty\n---\n\n## Situation\n")
    bank = bank_of(empty_bank, "CO-1")
    for prompt in ("a time you failed", "a system you repaired", "conflict"):
        assert Matcher(bank).match(prompt).matches[0].card.id == "CO-1"


def test_the_json_of_the_design(run: RunCli) -> None:
    ran = run("match", "--json", "--top", "2", "Tell me about a time you did more with less")
    data = json.loads(ran.out)
    assert data["schema"] == 1
    assert data["id"] is None
    assert isinstance(data["fits"], bool)
    assert set(data["principles"][0]) == {"name", "p"}
    assert sum(p["p"] for p in data["principles"]) == pytest.approx(1, abs=0.01)
    assert len(data["matches"]) == 2
    assert {"id", "title", "score", "principles", "file", "why"} <= set(data["matches"][0])
    assert data["matches"][0]["file"].startswith("stories/")


def test_a_batch_is_one_object_a_line(run: RunCli, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"id": "q1", "question": "A time you failed?", "other": 1}\n\nA time you won?\n')
    ran = run("match", "--batch", path, "--json", "--top", "53")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [a["id"] for a in answers] == ["q1", None]
    assert all(len(a["matches"]) == 53 for a in answers)
    from_pipe = run("match", "--batch", "-", "--top", "53", stdin=path.read_text())
    assert from_pipe.out == ran.out
    path.write_text('ok\n{"id": "q1"}\n')
    bad = run("match", "--batch", path)
    assert (bad.code, bad.out) == (3, "")
    assert f"{path}:2: not a JSON object with 'question'" in bad.err


def test_usage(run: RunCli) -> None:
    assert run("match").code == 2
    nothing = run("match", "What is your salary expectation?")
    assert nothing.code == 1
    assert nothing.out.startswith("Nothing in your bank answers this. It asks no behavioural question")


TERSE = """---
id: {id}
title: Checkout errors
---

## Situation

Checkout conversion 42%, mobile users affected, unclear root cause.

## Action

- Implemented automated test coverage validation
- Created comprehensive dashboards with real-time alerting for latency
- Reduced build time from 40 minutes to 9 minutes
"""


def test_a_terse_bank_has_a_language_too(run: RunCli, empty_bank: Path) -> None:
    for name in ("A-1", "A-2", "A-3"):
        (empty_bank / "stories" / f"{name}.md").write_text(TERSE.format(id=name))
    ran = run("match", "Erzählen Sie mir von einer Situation, in der Sie gescheitert sind.", "--bank", empty_bank)
    assert ran.code == 1
    assert "The question is in German, your stories are in English" in ran.out


def test_many_questions_are_answered_as_one_by_one(matcher: Matcher) -> None:
    prompts = [
        "",
        *CLEAR,
        "the of and",
        "Erzählen Sie mir von einer Situation, in der Sie gescheitert sind.",
        *CLEAR,
    ] * 5
    together = list(matcher.match_all(prompts, top=1))
    assert len(together) == len(prompts)
    for prompt, answer in zip(prompts, together, strict=True):
        alone = matcher.match(prompt, top=1)
        assert (answer.question, answer.verdict, answer.remark) == (alone.question, alone.verdict, alone.remark)
        assert answer.confidence == pytest.approx(alone.confidence, abs=1e-4)
        assert [match.card.id for match in answer.matches] == [match.card.id for match in alone.matches]


def test_a_principle_is_seen_before_a_full_stop(matcher: Matcher) -> None:
    asked = matcher.match("Give me an example of Customer Obsession.").principles
    assert next(iter(asked)) == "Customer Obsession"
    assert asked["Customer Obsession"] > 0.4


@pytest.mark.parametrize("line", ['{"question": null}', '{"question": ' + "[" * 99_999])
def test_a_batch_line_that_asks_nothing(run: RunCli, tmp_path: Path, line: str) -> None:
    (tmp_path / "batch.jsonl").write_text(line + "\n")
    ran = run("match", "--batch", tmp_path / "batch.jsonl")
    assert (ran.code, ran.out) == (3, "")
    assert "batch.jsonl:1: not a JSON object with 'question'" in ran.err


def test_a_story_that_another_program_removed(empty_bank: Path) -> None:
    file = add_story(empty_bank, "A-1")
    matcher = Matcher(open_bank(empty_bank, cwd=empty_bank, env={}))
    matcher.match("a time you failed")  # reads the shelf
    matcher._read.clear()
    file.unlink()
    open_bank(empty_bank, cwd=empty_bank, env={})
    with pytest.raises(StoreError, match="gone"):
        matcher.match("Tell me about a time you fixed a nightly export.")


def test_a_model_of_other_behaviours_is_named(run: RunCli, empty_bank: Path) -> None:
    add_story(empty_bank, "A-1")
    model = shutil.copytree(SHIPPED, empty_bank / "model")
    about = json.loads((model / "model.json").read_text())
    (empty_bank / "storybank.toml").write_text('[match]\nmodel = "model"\n')
    (model / "model.json").write_text(json.dumps(about | {"behaviours": about["behaviours"][::-1]}))
    ran = run("match", "a time you failed", "--bank", empty_bank)
    assert (ran.code, ran.out) == (3, "")
    assert "the model reads other behaviours" in ran.err
    for broken in ("{}", "[]", "oops"):
        (model / "model.json").write_text(broken)
        assert "model.json: the matcher's model file is damaged" in run("match", "failed", "--bank", empty_bank).err
