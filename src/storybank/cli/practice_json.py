"""The shapes of practice in JSON; times are UTC."""

from __future__ import annotations

from typing import Any

from storybank.bank.practice import DueStory
from storybank.bank.stats import Stats
from storybank.model import ExerciseRecord, Review, TakeRecord, Use


def take_json(take: TakeRecord) -> dict[str, Any]:
    """A take."""
    return {
        "id": take.id,
        "story": take.story,
        "started": take.started.isoformat(),
        "ended": take.ended.isoformat() if take.ended else None,
        "pace": take.pace,
        "planned": dict(take.planned),
        "actual": {name: round(seconds, 3) for name, seconds in take.actual.items()},
        "total": round(take.total, 3),
        "overtime": round(take.overtime, 3),
        "fillers": take.fillers,
        "prompt": take.prompt,
        "note": take.note,
        **({"transcript": dict(take.report)} if take.report else {}),
    }


def review_json(review: Review) -> dict[str, Any]:
    """A grade."""
    return {
        "id": review.id,
        "card": review.card,
        "at": review.at.isoformat(),
        "grade": int(review.grade),
        "seconds": review.seconds,
        "take": review.take,
        "mode": review.mode,
        "answer": review.answer,
    }


def use_json(use: Use) -> dict[str, Any]:
    """A telling in a real interview."""
    return {
        "id": use.id,
        "story": use.story,
        "company": use.company,
        "round": use.round,
        "prompt": use.prompt,
        "result": use.result,
        "at": use.at.isoformat(),
    }


def exercise_json(exercise: ExerciseRecord) -> dict[str, Any]:
    """A scenario or case."""
    return {
        "id": exercise.id,
        "exercise": exercise.exercise,
        "kind": exercise.kind,
        "started": exercise.started.isoformat(),
        "ended": exercise.ended.isoformat() if exercise.ended else None,
        "covered": list(exercise.covered),
        "scores": dict(exercise.scores),
        "notes": exercise.notes,
    }


def due_json(one: DueStory) -> dict[str, Any]:
    """A story and when to practise it."""
    return {
        "id": one.card.id,
        "title": one.card.title,
        "due": one.due.isoformat() if one.due else None,
        "last": one.last.isoformat() if one.last else None,
        "reviews": one.standing.reviews if one.standing else 0,
        "lapses": one.standing.lapses if one.standing else 0,
    }


def stats_json(stats: Stats) -> dict[str, Any]:
    """Practice in numbers."""
    return {
        "takes": stats.takes,
        "seconds": round(stats.seconds, 1),
        "streak": stats.streak,
        "days": {day.isoformat(): count for day, count in stats.days.items()},
        "sections": [
            {"name": s.name, "planned": round(s.planned, 1), "actual": round(s.actual, 1), "takes": s.takes}
            for s in stats.sections
        ],
        "fillers_a_minute": None if stats.fillers_a_minute is None else round(stats.fillers_a_minute, 2),
        "latencies": {str(speed): count for speed, count in stats.latencies.items()},
        "median_latency": stats.median_latency,
        "practised": stats.practised,
        "stories": stats.stories,
        "forecast": {day.isoformat(): count for day, count in stats.forecast.items()},
    }
