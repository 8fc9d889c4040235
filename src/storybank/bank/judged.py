"""The bank's judged questions: `prompts/judged/*.jsonl`, read, embedded, and added to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from storybank.bank.bank import Bank, Narrate
from storybank.bank.files import write_text
from storybank.bank.sync import PROMPTS
from storybank.embed.behaviour_model import SHIPPED, BehaviourModel
from storybank.errors import InputFileError, UsageError
from storybank.match.graded import grade_rows
from storybank.match.judged import JudgedQuestions, question_keys
from storybank.model import TOP_GRADE, JudgedQuestion
from storybank.text.files import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

FOLDER = "judged"
"""Below `prompts/`."""
OWN = "own.jsonl"
"""Where the judgements of the bank's owner go."""
ARRAYS = SHIPPED / "judged.npz"
"""The judged questions of the sample bank as the shipped model reads them, so that a first match need not."""
_STEPS = 127


@dataclass(frozen=True, slots=True, eq=False)
class _File:
    """One file, read."""

    keys: NDArray[np.float32]
    grades: NDArray[np.float32]
    """Columns as in `stories`, 0 to 1."""
    stories: Sequence[str]
    text_of: Callable[[int], str]


def judged_files(bank: Bank) -> list[Path]:
    """The files with judged questions, by name."""
    return sorted((bank.root / PROMPTS / FOLDER).glob("*.jsonl"))


def load_judged(
    bank: Bank,
    model: BehaviourModel,
    ids: Sequence[str],
    embed: Callable[[Sequence[str]], NDArray[np.float32]],
    narrate: Narrate,
) -> JudgedQuestions | None:
    """What was judged of the stories `ids`; None where nothing was. `narrate` hears of files that cannot be read.

    Args:
        bank: whose files are read.
        model: reads the questions.
        ids: the stories, in the order of the columns.
        embed: gives the questions' vectors by `model`, remembered ones if it can.
        narrate: tells the person something.
    """
    import numpy as np

    files = []
    for path in judged_files(bank):
        try:
            files.append(_read(path, model, embed))
        except InputFileError as error:
            narrate(f"{error}")
    if not files:
        return None
    keys = files[0].keys if len(files) == 1 else np.vstack([file.keys for file in files])
    grades = np.vstack([_columns(file, ids) for file in files])
    ends = list(accumulate(len(file.keys) for file in files))

    def text_of(row: int) -> str:
        place = next(i for i, end in enumerate(ends) if row < end)
        return files[place].text_of(row - (ends[place - 1] if place else 0))

    return JudgedQuestions(keys, grades, text_of) if grades.any() else None


def judge(bank: Bank, judged: JudgedQuestion) -> Path:
    """Add a judgement to the bank; gives the file it went to.

    Raises:
        UsageError: a grade that is none.
        BankError: the sample bank is read-only, or the file cannot be written.
    """
    from storybank.promptfile import write_judged

    bank.need_writable()
    if not all(0 < grade <= TOP_GRADE for grade in judged.grades.values()):
        raise UsageError("grades are 1, 2, 3", hint="3 answers it directly, 2 answers it well, 1 in a pinch")
    path = bank.root / PROMPTS / FOLDER / OWN
    before = read_bytes(path) if path.exists() else b""
    text = decode(before, path)
    glue = "" if not text or text.endswith("\n") else "\n"
    write_text(path, text + glue + write_judged(judged), expected=before if path.exists() else None)
    return path


def _columns(file: _File, ids: Sequence[str]) -> NDArray[np.float32]:
    import numpy as np

    place = {story: column for column, story in enumerate(file.stories)}
    columns = [place.get(story) for story in ids]
    empty = np.zeros(len(file.keys), dtype=np.float32)
    return np.stack([empty if column is None else file.grades[:, column] for column in columns], axis=1)


def _read(path: Path, model: BehaviourModel, embed: Callable[[Sequence[str]], NDArray[np.float32]]) -> _File:
    data = read_bytes(path)
    shipped = _shipped(model.fingerprint)
    if shipped and hashlib.sha256(data).hexdigest() == str(shipped["sha256"]):
        return _from_arrays(shipped, data)
    from storybank.promptfile import read_judged  # the other prompt files' parsers are slow to import

    judged = read_judged(decode(data, path), path)
    vectors = embed([one.text for one in judged])
    stories = list(dict.fromkeys(story for one in judged for story in one.grades))
    keys = question_keys(vectors, model.asked(vectors))
    return _File(keys, grade_rows([one.grades for one in judged], stories), stories, lambda row: judged[row].text)


def _from_arrays(shipped: Mapping[str, NDArray[np.generic]], data: bytes) -> _File:
    import numpy as np

    lines = data.split(b"\n")
    keys: NDArray[np.float32] = shipped["keys"].astype(np.float32)
    keys *= shipped["scales"].astype(np.float32)
    grades: NDArray[np.float32] = shipped["grades"].astype(np.float32) / np.float32(TOP_GRADE)
    return _File(
        keys, grades, [str(s) for s in shipped["stories"]], lambda row: str(json.loads(lines[row])["question"])
    )


@cache
def _shipped(fingerprint: str) -> Mapping[str, NDArray[np.generic]]:
    """The shipped arrays, empty where they are missing, damaged, or of another model: then all is read anew."""
    import numpy as np

    try:
        with np.load(ARRAYS) as saved:
            return dict(saved) if str(saved["model"]) == fingerprint else {}
    except (OSError, ValueError, KeyError, BadZipFile):
        return {}


def save_judged(bank: Bank, model: BehaviourModel, narrate: Narrate) -> None:
    """Write the judged questions of the sample bank as `model` reads them, eight bits a number."""
    import numpy as np

    from storybank.promptfile import read_judged

    (path,) = judged_files(bank)
    data = read_bytes(path)
    judged = read_judged(decode(data, path), path)
    vectors = model.encode([one.text for one in judged])
    keys = question_keys(vectors, model.asked(vectors))
    scales = np.abs(keys).max(axis=1, keepdims=True) / _STEPS
    stories = sorted({story for one in judged for story in one.grades})
    np.savez(
        ARRAYS,
        model=np.array(model.fingerprint),
        sha256=np.array(hashlib.sha256(data).hexdigest()),
        keys=np.rint(keys / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        stories=np.array(stories),
        grades=(grade_rows([one.grades for one in judged], stories) * TOP_GRADE).round().astype(np.uint8),
    )
    narrate(f"{len(judged)} judged questions read")
