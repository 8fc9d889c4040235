"""Fitting the confidence: when does the best story really answer the question?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storybank.bank.bank import Bank
from storybank.bank.matching import Matcher
from storybank.match.confidence import Calibration
from storybank.training.corpus import GradedQuestion, graded_questions
from storybank.training.measures import GOOD, auc

Features = NDArray[np.float64]
_STEPS = 4000
_RATE = 0.05
_SHRINKAGE = 0.01
_FOLDS = 5
_KEPT = 0.86
"""Share of answerable questions for which `fits` stays true: the threshold is set there."""


def calibrate(examples: Features, answers: NDArray[np.bool_]) -> Calibration:
    """Fit a logistic regression.

    Args:
        examples: one row of features for each question and bank.
        answers: whether the best story answered the question.
    """
    mean, spread = examples.mean(axis=0), examples.std(axis=0) + 1e-9
    weights, bias = _fit((examples - mean) / spread, answers)
    plain = weights / spread
    shifted = bias - float(plain @ mean)
    confidences = 1 / (1 + np.exp(-(examples @ plain + shifted)))
    fits = _threshold(confidences[answers])
    return Calibration(tuple(map(float, plain)), shifted, fits, fits)


def cross_validated(examples: Features, answers: NDArray[np.bool_], groups: Sequence[int]) -> float:
    """AUC of confidences that were never fitted on their own question; rows of one question share a group."""
    fold = np.array(groups) % _FOLDS
    confidences = np.zeros(len(examples))
    for held in range(_FOLDS):
        fitted = calibrate(examples[fold != held], answers[fold != held])
        for i in np.flatnonzero(fold == held):
            confidences[i] = fitted.confidence(list(examples[i]))
    return auc(list(confidences[answers]), list(confidences[~answers]))


def save(calibration: Calibration, path: Path) -> None:
    """Write it where `storybank.match.confidence` reads it."""
    path.write_text(json.dumps(asdict(calibration), indent=1) + "\n", encoding="utf-8")


def calibrate_confidence(bank: Bank, path: Path) -> float:
    """Fit the confidence on the graded questions, with all stories and without the good ones; returns the AUC.

    The AUC is over questions with and without a good story, each judged by a fit that has not seen it.
    """
    rows: list[list[float]] = []
    answers: list[bool] = []
    groups: list[int] = []
    for number, graded in enumerate(graded_questions()):
        for left_out in _banks(graded):
            found, row = Matcher(bank, leave_out=left_out).evidence(graded.text)
            rows.append(row)
            answers.append(graded.grades.get(found, 0.0) >= GOOD)
            groups.append(number)
    examples: Features = np.array(rows)
    truth = np.array(answers)
    fitted = calibrate(examples, truth)
    save(replace(fitted, fits_predicted=_threshold(_answered_untagged(bank, fitted))), path)
    return cross_validated(examples, truth, groups)


def _answered_untagged(bank: Bank, fitted: Calibration) -> Features:
    """Confidences in right answers when no story is tagged."""
    matcher = Matcher(bank.untagged())
    found = [(graded, *matcher.evidence(graded.text)) for graded in graded_questions()]
    return np.array([fitted.confidence(row) for graded, story, row in found if graded.grades.get(story, 0.0) >= GOOD])


def _threshold(right: Features) -> float:
    """What `_KEPT` of the confidences in right answers reach."""
    return float(np.quantile(right, 1 - _KEPT))


def _banks(graded: GradedQuestion) -> list[frozenset[str]]:
    """What is left out: nothing, and the stories that answer the question."""
    good = frozenset(story for story, grade in graded.grades.items() if grade >= GOOD)
    return [frozenset(), good] if good else [frozenset()]


def _fit(examples: Features, answers: NDArray[np.bool_]) -> tuple[Features, float]:
    weights, bias = np.zeros(examples.shape[1]), 0.0
    balance = np.where(answers, 0.5 / answers.mean(), 0.5 / (1 - answers.mean()))
    for _ in range(_STEPS):
        error = (1 / (1 + np.exp(-(examples @ weights + bias))) - answers) * balance
        weights -= _RATE * (examples.T @ error / len(examples) + _SHRINKAGE * weights)
        bias -= _RATE * float(error.mean())
    return weights, bias
