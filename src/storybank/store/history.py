"""Takes, reviews, uses and exercises: each is committed the moment it is written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlmodel import Session, col, select

from storybank.model import ExerciseRecord, Review, TakeRecord, Use
from storybank.store import history_rows as rows
from storybank.store.history_tables import ExerciseRow, ReviewRow, TakeRow, UseRow

Sessions = Callable[[], AbstractContextManager[Session]]


class History:
    """The history of one bank, in the order of time.

    Every method raises `StoreError` where the database is damaged, locked for too long, or full.
    """

    def __init__(self, reading: Sessions, writing: Sessions) -> None:
        self._reading = reading
        self._writing = writing

    def takes(self, story: str | None = None) -> list[TakeRecord]:
        """The finished takes, of one story or of all."""
        asked = select(TakeRow).where(col(TakeRow.ended).is_not(None)).order_by(col(TakeRow.started), col(TakeRow.id))
        with self._reading() as session:
            return [
                rows.take_of(row)
                for row in session.exec(asked if story is None else asked.where(TakeRow.story == story))
            ]

    def unfinished(self) -> list[TakeRecord]:
        """The takes that run, or were broken off."""
        asked = select(TakeRow).where(col(TakeRow.ended).is_(None)).order_by(col(TakeRow.started), col(TakeRow.id))
        with self._reading() as session:
            return [rows.take_of(row) for row in session.exec(asked)]

    def take(self, take: TakeRecord) -> TakeRecord:
        """A take as it is now; as it was where it is gone."""
        with self._reading() as session:
            row = session.get(TakeRow, take.id)
            return take if row is None else rows.take_of(row)

    def put_take(self, take: TakeRecord) -> TakeRecord:
        """Write a new take, or the new state of one; gives it back with its id."""
        row = rows.take_row(take)
        with self._writing() as session:
            row = session.merge(row)
            session.flush()
            key = row.id
        return replace(take, id=key)

    def drop_take(self, take: int) -> None:
        """Forget a take that was not finished; a finished one stays."""
        with self._writing() as session:
            row = session.get(TakeRow, take)
            if row is not None and row.ended is None:
                session.delete(row)

    def put_note(self, take: int, note: str) -> None:
        """Write the note of a take."""
        with self._writing() as session:
            row = session.get(TakeRow, take)
            if row is not None:
                row.note = note

    def reviews(self) -> list[Review]:
        """All reviews."""
        asked = select(ReviewRow).order_by(col(ReviewRow.at), col(ReviewRow.id))
        with self._reading() as session:
            return [rows.review_of(row) for row in session.exec(asked)]

    def add_review(self, review: Review) -> Review:
        """Write a review; gives it back with its id."""
        row = rows.review_row(review)
        with self._writing() as session:
            session.add(row)
            session.flush()
            key = row.id
        return replace(review, id=key)

    def drop_review(self, review: int) -> None:
        """Take a review back."""
        with self._writing() as session:
            row = session.get(ReviewRow, review)
            if row is not None:
                session.delete(row)

    def uses(self) -> list[Use]:
        """All tellings in real interviews."""
        asked = select(UseRow).order_by(col(UseRow.at), col(UseRow.id))
        with self._reading() as session:
            return [rows.use_of(row) for row in session.exec(asked)]

    def add_use(self, use: Use) -> Use:
        """Write a telling in a real interview; gives it back with its id."""
        row = rows.use_row(use)
        with self._writing() as session:
            session.add(row)
            session.flush()
            key = row.id
        return replace(use, id=key)

    def exercises(self) -> list[ExerciseRecord]:
        """All scenarios and cases that were worked through, or begun."""
        asked = select(ExerciseRow).order_by(col(ExerciseRow.started), col(ExerciseRow.id))
        with self._reading() as session:
            return [rows.exercise_of(row) for row in session.exec(asked)]

    def put_exercise(self, exercise: ExerciseRecord) -> ExerciseRecord:
        """Write a new exercise, or the new state of one; gives it back with its id."""
        row = rows.exercise_row(exercise)
        with self._writing() as session:
            row = session.merge(row)
            session.flush()
            key = row.id
        return replace(exercise, id=key)

    def drop_exercise(self, exercise: int) -> None:
        """Forget an exercise that was not finished; a finished one stays."""
        with self._writing() as session:
            row = session.get(ExerciseRow, exercise)
            if row is not None and row.ended is None:
                session.delete(row)
