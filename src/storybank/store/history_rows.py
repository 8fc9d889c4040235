"""Rows of the history into frozen values, and back."""

from __future__ import annotations

import json

from storybank.model import ExerciseRecord, Grade, Mode, Review, SectionName, TakeRecord, Use
from storybank.store.history_tables import ExerciseRow, ReviewRow, TakeRow, UseRow


def take_of(row: TakeRow) -> TakeRecord:
    """A take out of its row."""
    return TakeRecord(
        story=row.story,
        started=row.started,
        planned={SectionName(name): seconds for name, seconds in json.loads(row.planned).items()},
        actual={SectionName(name): seconds for name, seconds in json.loads(row.actual).items()},
        ended=row.ended,
        pace=row.pace,
        section=row.section,
        fillers=row.fillers,
        prompt=row.prompt,
        shown=row.shown,
        note=row.note,
        process=row.process,
        report=json.loads(row.report),
        id=row.id,
    )


def take_row(take: TakeRecord) -> TakeRow:
    """The row of a take."""
    return TakeRow(
        id=take.id,
        story=take.story,
        prompt=take.prompt,
        started=take.started,
        ended=take.ended,
        planned=json.dumps(dict(take.planned)),
        actual=json.dumps({name: round(seconds, 3) for name, seconds in take.actual.items()}),
        fillers=take.fillers,
        note=take.note,
        pace=take.pace,
        section=take.section,
        shown=take.shown,
        process=take.process,
        report=json.dumps(dict(take.report), ensure_ascii=False),
    )


def review_of(row: ReviewRow) -> Review:
    """A review out of its row."""
    return Review(
        row.card, row.at, Grade(row.grade), row.seconds, row.take, mode=Mode(row.mode), answer=row.answer, id=row.id
    )


def review_row(review: Review) -> ReviewRow:
    """The row of a review."""
    return ReviewRow(
        id=review.id,
        card=review.card,
        at=review.at,
        grade=int(review.grade),
        seconds=review.seconds,
        take=review.take,
        mode=review.mode,
        answer=review.answer,
    )


def use_of(row: UseRow) -> Use:
    """A telling out of its row."""
    return Use(row.story, row.company, row.at, row.round, row.prompt, row.result, row.id)


def use_row(use: Use) -> UseRow:
    """The row of a telling."""
    return UseRow(
        id=use.id,
        story=use.story,
        company=use.company,
        round=use.round,
        prompt=use.prompt,
        result=use.result,
        at=use.at,
    )


def exercise_of(row: ExerciseRow) -> ExerciseRecord:
    """An exercise out of its row."""
    return ExerciseRecord(
        exercise=row.exercise,
        kind=row.kind,
        started=row.started,
        ended=row.ended,
        covered=tuple(json.loads(row.covered)),
        scores=json.loads(row.scores),
        notes=row.notes,
        id=row.id,
    )


def exercise_row(exercise: ExerciseRecord) -> ExerciseRow:
    """The row of an exercise."""
    return ExerciseRow(
        id=exercise.id,
        exercise=exercise.exercise,
        kind=exercise.kind,
        started=exercise.started,
        ended=exercise.ended,
        covered=json.dumps(list(exercise.covered), ensure_ascii=False),
        scores=json.dumps(dict(exercise.scores), ensure_ascii=False),
        notes=exercise.notes,
    )
