"""The judged questions of the sample bank as the shipped model reads them, so that a first match need not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from storybank.bank.bank import Narrate
from storybank.embed.behaviour_model import SHIPPED, BehaviourModel, shipped_arrays
from storybank.match.graded import grade_rows
from storybank.match.judged import Lessons, question_keys
from storybank.text.files import decode, read_bytes

if TYPE_CHECKING:
    pass

ARRAYS = SHIPPED / "judged.npz"
_STEPS = 127
_GRADE_STEPS = 240
"""Divides by all means of two readers' grades."""


@dataclass(frozen=True, slots=True, eq=False)
class JudgedArrays:
    """The judged questions of a file, learnt."""

    learnt: Lessons
    """Columns as in `stories`."""
    stories: Sequence[str]
    text_of: Callable[[int], str]

    def lessons(self, ids: Sequence[str]) -> Lessons:
        """About the stories `ids`; stories that nobody judged have a column of zeros."""
        import numpy as np

        if list(ids) == list(self.stories):
            return self.learnt
        place = {story: column for column, story in enumerate(self.stories)}
        columns = [place.get(story, len(place)) for story in ids]
        nobody = np.zeros((len(self.learnt.keys), 1), dtype=np.float32)
        both = self.learnt.grades, self.learnt.taught
        return Lessons(self.learnt.keys, *(np.hstack([one, nobody])[:, columns] for one in both))


def read_arrays(fingerprint: str, data: bytes) -> JudgedArrays | None:
    """The shipped arrays if they are of the file with the bytes `data` and the model `fingerprint`."""
    import numpy as np

    shipped = shipped_arrays(ARRAYS, model=fingerprint, sha256=hashlib.sha256(data).hexdigest())
    if not shipped:
        return None
    keys = shipped["keys"].astype(np.float32)
    keys *= shipped["scales"]
    grades, taught = shipped["grades"] * np.float32(1 / _GRADE_STEPS), shipped["taught"].astype(np.float32)
    stories = [str(story) for story in shipped["stories"]]
    return JudgedArrays(Lessons(keys, grades, taught), stories, lambda row: _text(data, row))


def _text(data: bytes, row: int) -> str:
    lines = (line for line in data.split(b"\n") if line.strip())
    return str(json.loads(next(islice(lines, row, None)))["question"])


def save_arrays(path: Path, ids: Sequence[str], model: BehaviourModel, narrate: Narrate) -> None:
    """Write the judged questions of the file `path` about the stories `ids` as `model` reads them, eight bits a number.

    Raises:
        InputFileError: the file or a file of the model cannot be read.
    """
    import numpy as np

    from storybank.promptfile import read_judged

    data = read_bytes(path)
    judged = read_judged(decode(data, path), path)
    vectors = model.encode([one.text for one in judged])
    keys = question_keys(vectors, model.asked(vectors))
    scales = np.abs(keys).max(axis=1, keepdims=True) / _STEPS
    rounded = np.rint(keys / scales)
    grades = grade_rows([one.grades for one in judged], ids)
    lessons = Lessons.none(keys.shape[1], len(ids)).learn((rounded * scales).astype(np.float32), grades)
    np.savez(
        ARRAYS,
        model=np.array(model.fingerprint),
        sha256=np.array(hashlib.sha256(data).hexdigest()),
        keys=rounded.astype(np.int8),
        scales=scales.astype(np.float32),
        stories=np.array(ids),
        grades=np.rint(grades * _GRADE_STEPS).astype(np.uint8),
        taught=lessons.taught.astype(np.float16),
    )
    narrate(f"{len(judged)} judged questions read")
