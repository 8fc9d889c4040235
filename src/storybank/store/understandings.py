"""What the model reads in stories, kept by the content of the file and the model."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from sqlmodel import Session, col, delete, select

from storybank.model import Understanding
from storybank.store.tables import UnderstandingRow

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def read_understandings(session: Session, model: str, digests: Sequence[str]) -> dict[str, Understanding]:
    """SHA-256 of a story file -> what `model` reads in it, of those among `digests` that it has read."""
    wanted = select(UnderstandingRow).where(UnderstandingRow.model == model)
    rows = session.exec(wanted.where(col(UnderstandingRow.sha256).in_(digests)))
    return {r.sha256: Understanding(_floats(r.vector), _floats(r.shown), _places(r.places)) for r in rows}


def read_understood(session: Session, model: str) -> set[str]:
    """SHA-256 of the story files that `model` has read."""
    return set(session.exec(select(UnderstandingRow.sha256).where(UnderstandingRow.model == model)))


def put_understandings(session: Session, model: str, made: Mapping[str, Understanding]) -> None:
    """Store what `model` reads in stories."""
    for sha256, one in made.items():
        row = UnderstandingRow(
            sha256=sha256,
            model=model,
            vector=one.vector.astype("<f4").tobytes(),
            shown=one.shown.astype("<f4").tobytes(),
            places=one.places.astype("<u2").tobytes(),
        )
        session.merge(row)


def forget_understandings(session: Session, model: str, keep: Collection[str]) -> None:
    """Drop what other models read, and what was read in files that are not in `keep`."""
    session.exec(delete(UnderstandingRow).where(col(UnderstandingRow.model) != model))
    for sha256 in set(session.exec(select(UnderstandingRow.sha256))) - set(keep):
        session.exec(delete(UnderstandingRow).where(col(UnderstandingRow.sha256) == sha256))


def _floats(data: bytes) -> NDArray[np.float32]:
    import numpy as np

    return np.frombuffer(data, dtype="<f4")


def _places(data: bytes) -> NDArray[np.uint16]:
    import numpy as np

    return np.frombuffer(data, dtype="<u2")
