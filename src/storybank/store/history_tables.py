"""The history tables. They exist nowhere else: they are migrated, never rebuilt. Times are UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import DateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

_EMPTY = {"server_default": ""}
_ZERO = {"server_default": "0"}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, stored as UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC without its offset; a naive time is refused, for nobody knows its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give UTC back."""
        return None if value is None else value.replace(tzinfo=UTC)


class TakeRow(SQLModel, table=True):
    """One rehearsal of a story."""

    __tablename__ = "take"
    id: int | None = Field(default=None, primary_key=True)
    story: str = Field(index=True)
    prompt: str | None = None
    started: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    planned: str
    """JSON: section -> planned seconds."""
    actual: str
    """JSON: section -> seconds spoken, without pauses."""
    fillers: int = 0
    note: str = ""
    pace: str = Field(default="", sa_column_kwargs=_EMPTY)
    section: int = Field(default=0, sa_column_kwargs=_ZERO)
    """Index of the section that was being told."""
    shown: str = Field(default="", sa_column_kwargs=_EMPTY)
    process: int | None = None
    """Id of the process that tells it."""
    report: str = Field(default="{}", sa_column_kwargs={"server_default": "{}"})
    """JSON: what a transcript showed."""


class ReviewRow(SQLModel, table=True):
    """The grade of a take or a drill, for spacing."""

    __tablename__ = "review"
    id: int | None = Field(default=None, primary_key=True)
    card: str = Field(index=True)

    at: datetime = Field(sa_type=UtcDateTime)
    grade: int
    """1 again, 2 hard, 3 good, 4 easy."""
    seconds: float | None = None
    """Time to the answer, where it was measured."""
    take: int | None = Field(default=None, foreign_key="take.id")
    mode: str = Field(default="take", sa_column_kwargs={"server_default": "take"})
    answer: str = Field(default="", sa_column_kwargs=_EMPTY)


class UseRow(SQLModel, table=True):
    """A story told in a real interview."""

    __tablename__ = "story_use"
    id: int | None = Field(default=None, primary_key=True)
    story: str = Field(index=True)
    company: str
    round: str = ""
    prompt: str = ""
    result: str = ""
    at: datetime = Field(sa_type=UtcDateTime)


class ExerciseRow(SQLModel, table=True):
    """A scenario or case that was worked through."""

    __tablename__ = "exercise"
    id: int | None = Field(default=None, primary_key=True)
    exercise: str = Field(index=True)
    kind: str
    started: datetime = Field(sa_type=UtcDateTime)
    ended: datetime | None = Field(default=None, sa_type=UtcDateTime)
    covered: str = "[]"
    """JSON list of discussion points."""
    scores: str = "{}"
    """JSON: criterion -> score."""
    notes: str = ""


HISTORY_TABLES = (TakeRow, ReviewRow, UseRow, ExerciseRow)
