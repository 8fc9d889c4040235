"""The shipped model's figures on a frozen part of the graded questions: a worse model must not land unnoticed."""

from __future__ import annotations

from pathlib import Path

from storybank.bank.bank import open_bank
from storybank.bank.matching import Matcher
from storybank.training.corpus import graded_questions
from storybank.training.measures import GOOD, MEASURES, Graded, auc, bootstrap, ndcg

FROZEN = graded_questions()[::3]
FLOORS = {"nDCG@5": 0.79, "hit@1": 0.77, "hit@3": 0.89, "abstention AUC": 0.88}
"""Measured when the model was shipped: 0.84, 0.84, 0.94 and 0.95 on these, 0.80, 0.80, 0.91 and 0.92 on all."""


def test_the_shipped_model_keeps_its_figures() -> None:
    bank = open_bank(cwd=Path("/"), env={})
    matcher = Matcher(bank)
    results = []
    for question in FROZEN:
        answer = matcher.match(question.text, top=len(bank.cards))
        results.append(Graded(question.grades, [m.card.id for m in answer.matches], answer.confidence))
    figures = {name: MEASURES[name](results) for name in FLOORS}
    assert all(figures[name] >= floor for name, floor in FLOORS.items()), figures


def test_the_measures_on_a_worked_example() -> None:
    one = Graded({"A": 3.0, "B": 1.0}, ["B", "A"], 0.4)
    assert one.good == {"A"}
    assert MEASURES["hit@1"]([one]) == 0.0
    assert MEASURES["hit@3"]([one]) == 1.0
    assert MEASURES["MRR"]([one]) == 0.5
    gain = (1 + 7 / 1.584962500721156) / (7 + 1 / 1.584962500721156)
    assert abs(ndcg(one) - gain) < 1e-12
    assert auc([0.9, 0.5], [0.5, 0.1]) == 0.875
    low, high = bootstrap([one, Graded({"A": 3.0}, ["A"], 0.9)], "hit@1")
    assert (low, high) == (0.0, 1.0)
    assert GOOD < 2
