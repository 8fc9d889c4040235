"""Grades as rows of numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from storybank.model import TOP_GRADE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def grade_rows(graded: Sequence[Mapping[str, float]], keys: Sequence[str]) -> NDArray[np.float32]:
    """One row for each of `graded`, one column for each of `keys`: grades from 0 to 1, 0 where there is none.

    Raises:
        KeyError: a grade for something that is not among `keys`.
    """
    import numpy as np

    column = {key: i for i, key in enumerate(keys)}
    rows = np.zeros((len(graded), len(keys)), dtype=np.float32)
    for row, grades in zip(rows, graded, strict=True):
        for key, grade in grades.items():
            row[column[key]] = grade / TOP_GRADE
    return rows
