"""`storybank train`: from the corpus to the model that ships, and the report on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from storybank.bank.bank import Bank, Narrate
from storybank.bank.judged import judged_questions
from storybank.bank.tagging import SUGGESTED
from storybank.embed.behaviour_model import BehaviourModel
from storybank.embed.files import QUESTIONS, STORIES
from storybank.match.behaviours import load_taxonomy
from storybank.model import TOP_GRADE
from storybank.training.corpus import (
    Corpus,
    Example,
    questions,
    stories,
)
from storybank.training.export import export
from storybank.training.fit import Settings, train


@dataclass(frozen=True, slots=True)
class StoryReport:
    """How well behaviours are read in stories that nothing was trained on."""

    stories: int
    recall: float
    """Share of the grade-3 behaviours among the first 16 read."""
    cosine: float
    """Mean cosine of read and given grades."""


def train_model(
    base: str, folder: Path, sample: Bank, own: Sequence[Bank], settings: Settings, narrate: Narrate
) -> StoryReport:
    """Train on the corpus, and on the banks of one's own where given; write the model into `folder`.

    The judged questions of the `sample` bank, and of one's own, teach the encoder which questions are alike: those that
    the same stories answer. Their heads are thrown away.

    Raises:
        OSError: `base` cannot be loaded, or `folder` cannot be made.
        ValueError: `base` is no BERT model, and cannot be written in our form.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keys = load_taxonomy().keys
    told, asked = stories(validation=False), questions()
    for bank in own:
        my_stories, my_questions = _own_examples(bank, keys)
        told += my_stories
        asked += my_questions
        narrate(f"{len(my_stories)} tagged stories and {len(my_questions)} of their questions are from {bank.root}")
    corpora = {QUESTIONS: Corpus(asked, keys), STORIES: Corpus(told, keys)}
    judged = [one for one in map(_judged_corpus, (sample, *own)) if one.examples]
    corpora |= {f"judged {number}": one for number, one in enumerate(judged)}
    trained = train(base, corpora, settings, narrate)
    export(trained.model, {name: trained.heads[name] for name in (QUESTIONS, STORIES)}, keys, folder)
    return report_stories(BehaviourModel(folder))


def report_stories(model: BehaviourModel) -> StoryReport:
    """Read the stories that are set aside for validation."""
    held = stories(validation=True)
    given = Corpus(held, model.behaviours).labels
    read = model.shown(model.encode([story.text for story in held]))
    found = [
        np.isin(np.flatnonzero(row >= 1), np.argsort(-guess)[:SUGGESTED]).mean()
        for row, guess in zip(given, read, strict=True)
    ]
    cosines = (given * read).sum(axis=1) / np.linalg.norm(given, axis=1) / np.linalg.norm(read, axis=1)
    return StoryReport(len(held), float(np.mean(found)), float(np.mean(cosines)))


def _judged_corpus(bank: Bank) -> Corpus:
    ids = [card.id for card in bank.cards]
    known = frozenset(ids)
    asked = [(one.text, {s: g for s, g in one.grades.items() if s in known}) for one in judged_questions(bank)]
    return Corpus([Example(text, grades, "judged") for text, grades in asked], ids)


def _own_examples(bank: Bank, keys: Collection[str]) -> tuple[list[Example], list[Example]]:
    graded = {card.id: {key: g for key, g in card.behaviours.items() if key in keys} for card in bank.cards}
    texts = [text for text in bank.store.texts() if graded[text.id]]
    told = [Example(" ".join(s.text for s in text.sections), graded[text.id], "own") for text in texts]
    asked = [Example(question.text, _asked(graded[text.id]), "own") for text in texts for question in text.questions]
    return told, [one for one in asked if one.grades]


def _asked(grades: Mapping[str, int]) -> dict[str, int]:
    """What a question that a story answers probably asks for: the behaviours that the story is about."""
    return {key: grade for key, grade in grades.items() if grade == TOP_GRADE}
