"""The corpus: questions and mini-stories with graded behaviours, all written for storybank."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from storybank.match.graded import grade_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CORPUS = Path(__file__).parent.parent / "data" / "corpus"
VALIDATION_BATCHES = frozenset({"d", "j", "k"})
"""Story batches, each by its own author, that nothing is trained on: a fifth of the stories."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what it asks for, shows, or is answered by."""

    text: str
    grades: Mapping[str, float]
    """Key of a behaviour, or id of a story -> grade, 0 to 3; empty for a text that asks for no story."""
    batch: str = ""
    """Who wrote it."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Examples that get a head of their own."""

    examples: Sequence[Example]
    keys: Sequence[str]
    """What the grades are for, in the order of the head's rows."""

    @property
    def texts(self) -> list[str]:
        """In order."""
        return [example.text for example in self.examples]

    @property
    def labels(self) -> NDArray[np.float32]:
        """Grades from 0 to 1: shape (examples, keys)."""
        return grade_rows([example.grades for example in self.examples], self.keys)


def read_examples(path: Path) -> list[Example]:
    """The examples of a JSONL file with `text`, `behaviours` and perhaps `batch` or `kind`."""
    return [Example(r["text"], r["behaviours"], r.get("batch") or r.get("kind", "")) for r in read_records(path)]


def questions() -> list[Example]:
    """Interview questions with the behaviours they ask for, and prompts that ask for none."""
    return read_examples(CORPUS / "questions.jsonl") + read_examples(CORPUS / "negatives.jsonl")


def stories(*, validation: bool) -> list[Example]:
    """Mini-stories with the behaviours they show: those set aside for validation, or the others."""
    every = read_examples(CORPUS / "stories.jsonl")
    return [story for story in every if (story.batch in VALIDATION_BATCHES) is validation]


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


@dataclass(frozen=True, slots=True)
class GradedQuestion:
    """A question with the grades of the sample stories, by independent readers."""

    text: str
    grades: Mapping[str, float]
    """Story id -> mean grade, 0 to 3."""
    principles: tuple[str, ...]
    """The principle that each reader says it probes; empty where unknown."""


def graded_questions(path: Path = CORPUS / "graded.jsonl") -> list[GradedQuestion]:
    """The graded questions; `grades` is one mapping for each reader, or one of means."""
    return [_graded(record) for record in read_records(path)]


def _graded(record: Mapping[str, Any]) -> GradedQuestion:
    readers = record["grades"] if isinstance(record["grades"], list) else [record["grades"]]
    stories = sorted({story for one in readers for story in one})
    grades = {story: fmean(one.get(story, 0) for one in readers) for story in stories}
    principles = record.get("principles") or filter(None, [record.get("principle")])
    return GradedQuestion(record["question"], grades, tuple(principles))
