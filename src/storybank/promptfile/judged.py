"""Judged questions: JSON lines with a question and the grades of the stories that answer it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from storybank.errors import InputFileError
from storybank.model import TOP_GRADE, JudgedQuestion

_HINT = 'Write {"question": "Tell me about ...", "grades": {"CO-1": 3}}; grades are 1 to 3'
_NUMBERS = (int, float)
"""Not bool."""


def read_judged(text: str, file: Path, broken: Callable[[InputFileError], None] | None = None) -> list[JudgedQuestion]:
    """The judged questions of a file, in order; blank lines are skipped.

    Args:
        text: the file's.
        file: for errors.
        broken: hears of lines that are no judged question, which are then skipped.

    Raises:
        InputFileError: a line that is no judged question, with its number, and nobody hears of it.
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found.append(_read_line(line, number, file))
            except InputFileError as error:
                if broken is None:
                    raise
                broken(error)
    return found


def write_judged(judged: JudgedQuestion) -> str:
    """One line, with its end."""
    return json.dumps({"question": judged.text, "grades": dict(judged.grades)}, ensure_ascii=False) + "\n"


def _read_line(line: str, number: int, file: Path) -> JudgedQuestion:
    try:
        record = json.loads(line)
        text, grades = record["question"], record["grades"]
        text.encode()  # a lone surrogate is no text that could be stored
        ok = isinstance(text, str) and all(type(g) in _NUMBERS and 0 < g <= TOP_GRADE for g in grades.values())
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        ok = False
    if not ok:
        raise InputFileError("not a judged question", file=file, line=number, hint=_HINT)
    return JudgedQuestion(text, grades)
