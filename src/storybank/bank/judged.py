"""The bank's judged questions: `prompts/judged/*.jsonl`, read, embedded, and added to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from storybank.bank.bank import Bank, Narrate
from storybank.bank.files import write_text
from storybank.bank.judged_arrays import JudgedArrays, read_arrays
from storybank.bank.sync import PROMPTS
from storybank.embed.behaviour_model import BehaviourModel
from storybank.errors import InputFileError, UsageError
from storybank.match.graded import grade_rows
from storybank.match.judged import JudgedQuestions, Lessons, question_keys, question_words
from storybank.model import TOP_GRADE, JudgedQuestion
from storybank.text.files import decode, read_bytes, read_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDER = "judged"
"""Below `prompts/`."""
OWN = "own.jsonl"
"""Where the judgements of the bank's owner go."""
_SLICE = 2000
"""Questions that are learnt at a time."""


def judged_files(bank: Bank) -> list[Path]:
    """The files with judged questions, by name."""
    return sorted((bank.root / PROMPTS / FOLDER).glob("*.jsonl"))


def judged_questions(bank: Bank) -> list[JudgedQuestion]:
    """All of them.

    Raises:
        InputFileError: a file cannot be read.
    """
    from storybank.promptfile import read_judged

    return [one for path in judged_files(bank) for one in read_judged(read_text(path), path)]


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
        embed: gives the questions' vectors by `model`, remembered ones if it can; called once at most.
        narrate: tells the person something.

    Raises:
        InputFileError: a file of the model is missing or damaged.
    """
    shipped, judged = _read_files(bank, model, ids, narrate)
    own = list(judged.values())
    lessons = shipped.lessons(ids) if shipped else None
    if own:
        vectors = embed([one.text for one in own])
        keys = question_keys(vectors, model.asked(vectors))
        for start in range(0, len(own), _SLICE):  # the work grows with the cube of what is learnt at a time
            rows = slice(start, start + _SLICE)
            grades = grade_rows([one.grades for one in own[rows]], ids)
            lessons = (lessons or Lessons.none(keys.shape[1], len(ids))).learn(keys[rows], grades)
    before = len(lessons.keys) - len(own) if lessons else 0

    def text_of(row: int) -> str:
        return shipped.text_of(row) if shipped and row < before else own[row - before].text

    final = {same: before + row for row, same in enumerate(judged)}
    return JudgedQuestions(lessons, text_of, final) if lessons else None


def _read_files(
    bank: Bank, model: BehaviourModel, ids: Sequence[str], narrate: Narrate
) -> tuple[JudgedArrays | None, dict[str, JudgedQuestion]]:
    """The file that is shipped as arrays, if the bank has it, and the questions of all others by `question_words`."""
    shipped, own = None, []
    for path in judged_files(bank):
        try:
            data = read_bytes(path)
            arrays = read_arrays(model.fingerprint, data)
            if arrays:
                shipped = arrays
            else:
                from storybank.promptfile import read_judged  # the other prompt files' parsers are slow to import

                own += read_judged(decode(data, path), path, lambda error: narrate(f"{error}"))
        except InputFileError as error:
            narrate(f"{error}")
    return shipped, {same: known for same, one in _merged(own).items() if (known := _about(one, ids))}


def _merged(judged: Sequence[JudgedQuestion]) -> dict[str, JudgedQuestion]:
    """One for each question: a later judgement adds to those before it, or takes them back if no story answers."""
    merged: dict[str, JudgedQuestion] = {}
    for one in judged:
        same = question_words(one.text)
        before = merged[same].grades if same in merged and one.grades else {}
        merged[same] = JudgedQuestion(one.text, {**before, **one.grades})
    return merged


def _about(judged: JudgedQuestion, ids: Sequence[str]) -> JudgedQuestion | None:
    """With the grades of the stories `ids` alone; None if it is about other stories only."""
    folded = {story.casefold(): story for story in ids}
    grades = {folded[s.casefold()]: grade for s, grade in judged.grades.items() if s.casefold() in folded}
    return JudgedQuestion(judged.text, grades) if grades or not judged.grades else None


def judge(bank: Bank, judged: JudgedQuestion) -> Path:
    """Add a judgement to the bank; gives the file it went to.

    Raises:
        UsageError: a grade that is none, or a question that is no text.
        BankError: the sample bank is read-only, or the file cannot be written.
    """
    from storybank.promptfile import write_judged

    bank.need_writable()
    if not all(0 < grade <= TOP_GRADE for grade in judged.grades.values()):
        raise UsageError("grades are 1, 2, 3", hint="3 answers it directly, 2 answers it well, 1 in a pinch")
    try:
        judged.text.encode()
    except UnicodeEncodeError:
        raise UsageError("the question is not in UTF-8", hint="Type it anew") from None
    path = bank.root / PROMPTS / FOLDER / OWN
    before = read_bytes(path) if path.exists() else b""
    text = decode(before, path)
    glue = "" if not text or text.endswith("\n") else "\n"
    write_text(path, text + glue + write_judged(judged), expected=before if path.exists() else None)
    return path
