"""`storybank train`: from the corpus to the model that ships, and the report on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from storybank.bank.bank import Bank
from storybank.embed.behaviour_model import BehaviourModel
from storybank.embed.files import QUESTIONS, STORIES
from storybank.match.behaviours import load_taxonomy
from storybank.training.corpus import (
    Example,
    questions,
    stories,
    targets,
)
from storybank.training.export import export
from storybank.training.fit import Settings, train

Narrate = Callable[[str], None]
_SUGGESTED = 16
_CENTRAL = 3
"""Grade of the behaviours that a story is about."""


@dataclass(frozen=True, slots=True)
class StoryReport:
    """How well behaviours are read in stories that nothing was trained on."""

    stories: int
    recall: float
    """Share of the grade-3 behaviours among the first 16 read."""
    cosine: float
    """Mean cosine of read and given grades."""


def train_model(base: str, folder: Path, own: Sequence[Bank], settings: Settings, narrate: Narrate) -> StoryReport:
    """Train on the corpus, and on the banks of one's own where given; write the model into `folder`.

    Raises:
        OSError: `base` cannot be loaded.
    """
    keys = load_taxonomy().keys
    corpora = {QUESTIONS: questions(), STORIES: stories(validation=False)}
    for bank in own:
        mine, asked = _own_examples(bank)
        corpora[STORIES] += mine
        corpora[QUESTIONS] += asked
        narrate(f"{len(mine)} tagged stories and {len(asked)} of their questions are from {bank.root}")
    trained = train(base, corpora, keys, settings, narrate)
    export(trained.model, trained.heads, keys, folder)
    return report_stories(BehaviourModel(folder))


def report_stories(model: BehaviourModel) -> StoryReport:
    """Read the stories that are set aside for validation."""
    held = stories(validation=True)
    given = targets(held, model.behaviours)
    read = model.shown(model.encode([story.text for story in held]))
    found = [
        np.isin(np.flatnonzero(row >= _CENTRAL / 3), np.argsort(-guess)[:_SUGGESTED]).mean()
        for row, guess in zip(given, read, strict=True)
    ]
    cosines = (given * read).sum(axis=1) / np.linalg.norm(given, axis=1) / np.linalg.norm(read, axis=1)
    return StoryReport(len(held), float(np.mean(found)), float(np.mean(cosines)))


def _own_examples(bank: Bank) -> tuple[list[Example], list[Example]]:
    graded = {card.id: card.behaviours for card in bank.cards if card.behaviours}
    texts = [text for text in bank.store.texts() if text.id in graded]
    told = [Example(" ".join(s.text for s in text.sections), graded[text.id], "own") for text in texts]
    asked = [Example(question.text, _asked(graded[text.id]), "own") for text in texts for question in text.questions]
    return told, asked


def _asked(grades: Mapping[str, int]) -> dict[str, int]:
    """What a question that a story answers probably asks for: the behaviours that the story is about."""
    return {key: grade for key, grade in grades.items() if grade == _CENTRAL}
