"""The pure parts of the matcher."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.match.behaviours import load_taxonomy
from storybank.match.fusion import best, fuse
from storybank.match.language import language
from storybank.match.question import MAX_CHARACTERS, read_question
from storybank.principles import PrincipleSet
from storybank.text.sentences import sentences
from storybank.text.words import strip_template


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Tell me about a time when you disagreed with your manager.", "disagreed with your manager."),
        ("Can you give me an example of a time you failed?", "failed?"),
        ("Describe a situation where you had to decide without data", "decide without data"),
        (
            "Tell me about the most challenging project you ever worked on",
            "the most challenging project you ever worked on",
        ),
        ("Walk me through a project you are proud of", "a project you are proud of"),
        ("Biggest failure?", "Biggest failure?"),
        ("Tell me about a time", "a time"),
    ],
)
def test_the_template_is_stripped(question: str, asked: str) -> None:
    assert strip_template(question) == asked


@given(st.text())
def test_any_text_is_a_question_of_bounded_length(text: str) -> None:
    question = read_question(text)
    assert len(question.text) <= MAX_CHARACTERS
    assert all(c.isprintable() for c in question.text)
    assert question.sentences


@pytest.mark.parametrize("text", ["", "   ", "\x00\x07", "the of and you", "???", "🙂🙂"])
def test_a_question_without_content_is_empty(text: str) -> None:
    assert read_question(text).is_empty


def test_parts_of_a_question() -> None:
    question = read_question("Tell me about a failure. What did you learn?\nWho helped you?")
    assert question.sentences == ("Tell me about a failure.", "What did you learn?", "Who helped you?")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tell me about a time you failed", "English"),
        ("Erzählen Sie mir von einer Situation, in der Sie gescheitert sind", "German"),
        ("Parlez-moi d'une fois où vous avez échoué", "French"),
        ("Cuénteme una vez que usted no cumplió con un plazo", "Spanish"),
        ("Расскажите о случае, когда вы ошиблись", "Russian"),
        ("失敗した経験について話してください", "Japanese"),
        ("请讲一个你失败的例子", "Chinese"),
        ("asdf qwer", None),
        ("Redis Kafka Kubernetes", None),
        ("", None),
    ],
)
def test_languages(text: str, name: str | None) -> None:
    assert language(text) == name


def test_sentences_know_their_lines() -> None:
    text = "I came. I saw, at 3.5 km/h, the gate.\n- A bullet\n\n1. First (really)!"
    assert sentences(text) == [
        (0, "I came."),
        (0, "I saw, at 3.5 km/h, the gate."),
        (1, "A bullet"),
        (3, "First (really)!"),
    ]


def test_the_taxonomy_names_official_principles(principles: PrincipleSet) -> None:
    taxonomy = load_taxonomy()
    assert 120 <= len(taxonomy) <= 150
    assert len(set(taxonomy.keys)) == len(taxonomy)
    names = {p.name for p in principles}
    for behaviour in taxonomy:
        assert {behaviour.principle, *behaviour.also} <= names
        assert behaviour.definition
        assert behaviour.counts
        assert behaviour.excludes


SCORES = st.lists(st.floats(0, 1, width=32), min_size=1, max_size=30)


@given(SCORES, st.integers(1, 40))
def test_the_best_are_the_first_of_a_stable_sort(values: list[float], count: int) -> None:
    scores = np.array(values, dtype=np.float32)
    assert best(scores, count) == [int(i) for i in np.argsort(-scores, kind="stable")[:count]]


def test_nan_never_ranks_first() -> None:
    fused = fuse(
        {"a": np.array([np.nan, 0.2], dtype=np.float32), "b": np.array([0.1, 0.1], dtype=np.float32)}, {"a": 1, "b": 1}
    )
    assert best(fused, 1) == [1]
    assert not np.isnan(fused).any()
