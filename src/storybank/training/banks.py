"""Small banks of mini-stories with questions graded against them: banks that the sample bank knows nothing of."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from storybank.bank.bank import Bank, open_bank
from storybank.bank.create import create_bank
from storybank.bank.sync import STORIES
from storybank.model import Section, SectionName, Story
from storybank.storyfile import write_story
from storybank.training.corpus import CORPUS, Example, GradedQuestion, read_records, stories

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class GradedBank:
    """Some stories, and questions graded against them by a reader."""

    stories: tuple[Example, ...]
    questions: tuple[GradedQuestion, ...]
    """Their grades name the stories S-1, S-2, ... in order."""


def story_key(text: str) -> str:
    """How `banks.jsonl` names a story of the corpus: the beginning of its text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def graded_banks(*, validation: bool, path: Path = CORPUS / "banks.jsonl") -> list[GradedBank]:
    """The small banks of stories that are set aside for validation, or of the others."""
    every = {story_key(story.text): story for story in stories(validation=validation)}
    found = []
    for record in read_records(path):
        if all(key in every for key in record["stories"]):
            questions = tuple(GradedQuestion(q["question"], q["grades"], ()) for q in record["questions"])
            found.append(GradedBank(tuple(every[key] for key in record["stories"]), questions))
    return found


@contextmanager
def small_bank(graded: GradedBank) -> Iterator[Bank]:
    """The bank in a temporary folder, its behaviours predicted."""
    with tempfile.TemporaryDirectory() as folder:
        root = create_bank(Path(folder) / "bank")
        for number, example in enumerate(graded.stories, 1):
            section = Section(SectionName.SITUATION, example.text)
            story = Story(f"S-{number}", f"Story {number}", (), (section,))
            (root / STORIES / f"S-{number}.md").write_text(write_story(story), encoding="utf-8")
        bank = open_bank(root, cwd=root, env={})
        try:
            yield bank
        finally:
            bank.store.close()
