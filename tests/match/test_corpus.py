"""The corpus: enough of it, well formed, and nothing in it twice."""

from __future__ import annotations

import re

from storybank.match.behaviours import load_taxonomy
from storybank.training.corpus import CORPUS, VALIDATION_BATCHES, graded_questions, questions, read_examples, stories


def test_sizes() -> None:
    asked = [q for q in questions() if q.grades]
    assert len(asked) >= 4000
    assert sum(sum(g == 3 for g in q.grades.values()) > 1 for q in asked) >= 0.45 * len(asked)
    kinds = [example.batch for example in read_examples(CORPUS / "negatives.jsonl")]
    assert kinds.count("no_story") >= 300
    assert kinds.count("off_topic") >= 250
    training, held = stories(validation=False), stories(validation=True)
    assert len(training) + len(held) >= 2500
    assert len(held) >= 0.2 * (len(training) + len(held))
    assert {story.batch for story in held} == VALIDATION_BATCHES
    assert len(graded_questions()) >= 200


def test_labels_are_of_the_taxonomy() -> None:
    keys = set(load_taxonomy().keys)
    for example in (*questions(), *stories(validation=False), *stories(validation=True)):
        assert set(example.grades) <= keys
        assert set(example.grades.values()) <= {1, 2, 3}


def test_nothing_stands_twice() -> None:
    for examples in (questions(), stories(validation=False) + stories(validation=True)):
        folded = [" ".join(re.findall(r"\w+", example.text.casefold())) for example in examples if example.grades]
        assert len(folded) == len(set(folded))


def test_no_graded_question_was_trained_on() -> None:
    trained = {" ".join(re.findall(r"\w+", example.text.casefold())) for example in questions()}
    assert trained.isdisjoint(" ".join(re.findall(r"\w+", q.text.casefold())) for q in graded_questions())
