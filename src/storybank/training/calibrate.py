"""Fitting the confidence: does the bank really have a story that answers the question?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storybank.bank.bank import Bank
from storybank.bank.matching import Matcher
from storybank.match.confidence import Basis, Calibration
from storybank.training.banks import graded_banks, small_bank
from storybank.training.corpus import GradedQuestion, graded_questions
from storybank.training.measures import GOOD, auc

Features = NDArray[np.float64]
_STEPS = 4000
_RATE = 0.05
_SHRINKAGE = 0.1
"""Chosen by cross-validation, as is the target: a fit to whether any story answers tells right first stories from wrong
ones as well as a fit to whether the first one does, and tells answered questions from others better."""
_FOLDS = 5
_APART = 1_000_000
"""Groups of the small banks' questions are numbered from here."""
_KEPT = 0.87
"""Share of answerable questions for which `fits` stays true: the threshold is set there."""


def calibrate(examples: Features, answerable: NDArray[np.bool_]) -> Calibration:
    """Fit a logistic regression.

    Args:
        examples: one row of features for each question and bank.
        answerable: whether the bank had a story that answers it.
    """
    mean, spread = examples.mean(axis=0), examples.std(axis=0) + 1e-9
    weights, bias = _fit((examples - mean) / spread, answerable)
    plain = weights / spread
    shifted = bias - float(plain @ mean)
    confidences = 1 / (1 + np.exp(-(examples @ plain + shifted)))
    fits = float(np.quantile(confidences[answerable], 1 - _KEPT))
    return Calibration(tuple(map(float, plain)), shifted, fits)


def cross_validated(examples: Features, answerable: NDArray[np.bool_], groups: Sequence[int]) -> float:
    """AUC of confidences that were never fitted on their own question; rows of one question share a group."""
    fold = np.array(groups) % _FOLDS
    confidences = np.zeros(len(examples))
    for held in range(_FOLDS):
        fitted = calibrate(examples[fold != held], answerable[fold != held])
        for i in np.flatnonzero(fold == held):
            confidences[i] = fitted.confidence(list(examples[i]))
    return auc(list(confidences[answerable]), list(confidences[~answerable]))


def save(calibrations: Mapping[Basis, Calibration], path: Path) -> None:
    """Write them where `storybank.match.confidence` reads them."""
    plain = {str(basis): asdict(one) for basis, one in calibrations.items()}
    path.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


def calibrate_confidence(bank: Bank, path: Path, narrate: Callable[[str], None]) -> dict[Basis, float]:
    """Fit the confidence of each basis, and write all to `path`.

    The questions are the graded ones, which the model was not trained on, each asked of the sample `bank` with all
    stories and without those that answer it; and those of small banks whose stories the model was not trained on.

    Returns:
        For each basis the AUC of telling answered questions from others, by fits that have not seen the question.
    """
    questions = graded_questions()
    examples = {
        Basis.JUDGED: list(_answers(lambda out: Matcher(bank, leave_out=out), questions)),
        Basis.GRADED: list(_answers(lambda out: Matcher(bank, leave_out=out, judged=False), questions)),
        Basis.PREDICTED: [*_untagged(bank, questions), *_small_banks()],
    }
    found, areas = {}, {}
    for basis, mine in examples.items():
        rows: Features = np.array([one.features for one in mine])
        answerable = np.array([one.answerable for one in mine])
        found[basis] = calibrate(rows, answerable)
        areas[basis] = cross_validated(rows, answerable, [one.group for one in mine])
        narrate(f"{basis}: {len(mine)} questions, {int(answerable.sum())} of them answered by some story")
    save(found, path)
    return areas


@dataclass(frozen=True, slots=True)
class _Example:
    features: list[float]
    answerable: bool
    """Whether the bank had a story that answers the question."""
    group: int
    """Examples of one question share it."""


def _answers(make: Callable[[frozenset[str]], Matcher], questions: Sequence[GradedQuestion]) -> Iterator[_Example]:
    whole = make(frozenset())
    for group, graded in enumerate(questions):
        good = frozenset(story for story, grade in graded.grades.items() if grade >= GOOD)
        yield _example(whole, graded, group, answerable=bool(good))
        if good:
            yield _example(make(good), graded, group, answerable=False)


def _untagged(bank: Bank, questions: Sequence[GradedQuestion]) -> Iterator[_Example]:
    return _answers(lambda out: Matcher(bank.untagged(), leave_out=out, judged=False), questions)


def _small_banks() -> Iterator[_Example]:
    group = _APART
    for small in graded_banks(validation=True):
        with small_bank(small) as bank:
            matcher = Matcher(bank)
            for graded in small.questions:
                group += 1
                yield _example(matcher, graded, group, answerable=max(graded.grades.values(), default=0) >= GOOD)


def _example(matcher: Matcher, graded: GradedQuestion, group: int, *, answerable: bool) -> _Example:
    return _Example(matcher.evidence(graded.text).features, answerable, group)


def _fit(examples: Features, answers: NDArray[np.bool_]) -> tuple[Features, float]:
    weights, bias = np.zeros(examples.shape[1]), 0.0
    balance = np.where(answers, 0.5 / answers.mean(), 0.5 / (1 - answers.mean()))
    for _ in range(_STEPS):
        error = (1 / (1 + np.exp(-(examples @ weights + bias))) - answers) * balance
        weights -= _RATE * (examples.T @ error / len(examples) + _SHRINKAGE * weights)
        bias -= _RATE * float(error.mean())
    return weights, bias
