"""Drills without a front end: what is meant by what was typed, what is right, and a session's grades."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from storybank.bank.bank import Bank, open_bank
from storybank.bank.drill_session import DrillSession, Plan
from storybank.bank.drilling import (
    find_story,
    grade_of_probes,
    guessed,
    is_text,
    judge,
    suggest_principles,
    suggest_stories,
)
from storybank.bank.matching import Answer, Match, Verdict
from storybank.bank.outlook import outlook
from storybank.bank.practice import Practice
from storybank.errors import StoreError
from storybank.model import Card, Grade, Mode, Prompt
from storybank.principles import PrincipleSet
from storybank.schedule import Latency
from tests.conftest import add_story

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
CARDS = [
    Card("CO-1", "Cart abandonment", "a.md"),
    Card("CO-10", "Halved 30% of the [returns]", "b.md"),
    Card("DD-1", "The slow creep", "c.md"),
    Card("HB-5", "Keeping the lights on", "d.md"),
]


def answer(*ids: str, verdict: Verdict = Verdict.FITS) -> Answer:
    matches = tuple(Match(card, 0.5, ("because",)) for name in ids for card in CARDS if card.id == name)
    return Answer("Why?", verdict, 0.8, {}, (), matches)


def ids(cards: list[Card]) -> list[str]:
    return [card.id for card in cards]


def test_a_story_is_found_by_id_words_and_in_spite_of_a_typo() -> None:
    assert ids(suggest_stories(CARDS, "co-1")) == ["CO-1", "CO-10"]
    assert ids(suggest_stories(CARDS, "the")) == ["CO-10", "DD-1", "HB-5"]
    assert ids(suggest_stories(CARDS, "creep slow")) == ["DD-1"]
    assert ids(suggest_stories(CARDS, "cart abandonmnet")) == ["CO-1"]
    assert ids(suggest_stories(CARDS, "co", limit=1)) == ["CO-1"]
    assert suggest_stories(CARDS, " ") == suggest_stories(CARDS, "zzz") == []
    assert find_story(CARDS, "hb-5") == find_story(CARDS, "keep the light on") == CARDS[3]
    assert find_story(CARDS, "") is None


def test_a_digit_is_text_only_where_an_id_or_a_title_goes_on_with_it() -> None:
    assert is_text(CARDS, "co-1")
    assert is_text(CARDS, "halved 3")
    assert not is_text(CARDS, "cart2")
    assert not is_text(CARDS, "2")
    assert is_text(CARDS, "3")  # 'Halved 30%'


def test_principles_are_suggested_by_code_name_and_alias(principles: PrincipleSet) -> None:
    def names(typed: str) -> list[str]:
        return [p.code for p in suggest_principles(principles, typed)]

    assert len(names("")) == len(principles)
    assert names("dd")[0] == "DD"
    assert "DD" in names("deep")
    assert names("deliver resluts")[0] == "DR"
    prompt = Prompt("p1", "Why?", "Dive Deep")
    assert guessed(principles, prompt, "dd")[1]
    assert not guessed(principles, prompt, "Ownership")[1]
    assert guessed(principles, prompt, "xyzzy") == (None, False)


def test_right_is_what_the_matcher_would_take() -> None:
    found = judge(answer("CO-1", "DD-1", "CO-10", "HB-5"), CARDS, "creep", 2.5)
    assert (found.right, found.speed, found.grade) == (True, Latency.FAST, Grade.EASY)
    assert not judge(answer("CO-1", "DD-1", "CO-10", "HB-5"), CARDS, "HB-5", 2.5).right
    assert judge(answer("CO-1", "DD-1", "CO-10", "HB-5"), CARDS, "HB-5", 2.5, told={"CO-1"}).right
    late = judge(answer("CO-1"), CARDS, "CO-1", 10.1)
    assert (late.late, late.speed, late.grade) == (True, None, Grade.AGAIN)
    none = judge(answer("CO-1", verdict=Verdict.NOTHING_FITS), CARDS, "", 4.0)
    assert (none.right, none.named, none.grade) == (True, None, Grade.GOOD)
    given_up = judge(answer("CO-1"), CARDS, "", 4.0)
    assert (given_up.right, given_up.seconds, given_up.grade) == (False, None, Grade.AGAIN)


@pytest.mark.parametrize(
    ("answered", "asked", "grade"),
    [(0, 8, Grade.AGAIN), (4, 8, Grade.HARD), (6, 8, Grade.GOOD), (8, 8, Grade.EASY), (0, 0, Grade.AGAIN)],
)
def test_follow_ups_are_graded_by_their_share(answered: int, asked: int, grade: Grade) -> None:
    assert grade_of_probes(answered, asked) is grade


@pytest.fixture
def bank(empty_bank: Path) -> Bank:
    add_story(empty_bank, "CO-1")
    return open_bank(empty_bank)


@pytest.fixture
def practice(bank: Bank) -> Practice:
    return Practice(bank, now=lambda: NOW, clock=lambda: 0.0, zone=UTC)


def test_a_session_asks_each_question_once_and_keeps_the_grades(practice: Practice) -> None:
    session = DrillSession(practice, Plan.of(Mode.RETRIEVE, 4, "Dive Deep"), Random(1))
    assert {turn.prompt.principle for turn in session.turns} == {"Dive Deep"}
    assert len({turn.prompt.id for turn in session.turns}) == 4
    session.answer(Grade.EASY, "CO-1", right=True, seconds=2.0)
    session.answer(Grade.AGAIN, right=False, seconds=8.0)
    assert session.grade(Grade.HARD).review
    assert [review.grade for review in practice.history.reviews()] == [Grade.EASY, Grade.HARD]
    summary = session.summary
    assert (summary.right, summary.judged, summary.median_seconds) == (1, 2, 5.0)
    assert [one.seconds for one in summary.slow] == [8.0]
    assert summary.due_next
    assert summary.due_next > NOW
    session.take_back()
    session.take_back()
    assert [review.grade for review in practice.history.reviews()] == [Grade.EASY]
    session.answer(None)
    session.answer(Grade.GOOD)
    assert session.turn is None
    again = DrillSession(practice, Plan.of(Mode.RETRIEVE, 4, "Dive Deep"), Random(1))
    assert len(again.turns) == 4


def test_what_could_not_be_written_is_asked_again(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    session = DrillSession(practice, Plan(), Random(1))
    turn = session.turn
    with monkeypatch.context() as patch:
        patch.setattr("storybank.store.history.History.add_review", _busy)
        with pytest.raises(StoreError):
            session.answer(Grade.GOOD, "CO-1")
    assert session.turn is turn
    assert session.answer(Grade.GOOD, "CO-1").review


def _busy(*_: object) -> None:
    raise StoreError("another storybank is writing")


def test_a_mock_loop_refuses_a_story_told_before(practice: Practice) -> None:
    session = DrillSession(practice, Plan.of(Mode.MOCK, 2), Random(1))
    assert [turn.interviewer for turn in session.turns] == [1, 1, 2, 2]
    assert session.refusal("CO-1") == ""
    session.answer(Grade.GOOD, "CO-1", right=True)
    assert session.refusal("CO-1") == "CO-1 was told to interviewer 1 already"
    assert not session.changes_interviewer
    session.answer(Grade.GOOD)
    assert session.changes_interviewer
    assert practice.history.reviews()[0].mode is Mode.MOCK


def test_an_answer_told_as_a_take_is_collected(practice: Practice) -> None:
    session = DrillSession(practice, Plan.of(Mode.ANSWER), Random(1))
    assert session.turn
    assert session.collect(NOW) is None
    rehearsal = practice.begin("CO-1", practice.pace(), prompt=session.turn.prompt.text)
    rehearsal.start()
    rehearsal.finish()
    practice.grade_take(rehearsal.record, Grade.EASY)
    assert session.collect(NOW + timedelta(seconds=1)) is None
    collected = session.collect(NOW)
    assert collected
    assert (collected[0].answer, collected[0].review and collected[0].review.grade) == ("CO-1", Grade.EASY)
    assert len(session.answered) == 1


def test_the_outlook_counts_what_was_asked(practice: Practice) -> None:
    session = DrillSession(practice, Plan.of(Mode.RETRIEVE, 1, "Dive Deep"), Random(1))
    session.answer(Grade.AGAIN, seconds=9.0)
    whole, each = outlook(practice, Mode.RETRIEVE)
    deep = next(one for one in each if one.name == "Dive Deep")
    assert (whole.asked, whole.slow, deep.asked, deep.slow, deep.weakness) == (1, 1, 1, 1, 1.0)
    assert sum(one.questions for one in each) == whole.questions
