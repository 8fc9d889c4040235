"""Exercises as markdown and as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo

from textual.content import Content

from storybank.model import Case, ExerciseRecord, InterviewQuestion, Scenario
from storybank.pace import phases, points
from storybank.text.when import minutes


def situation(exercise: Scenario | Case) -> str:
    """What has to be read, as markdown."""
    if isinstance(exercise, Scenario):
        return "\n\n".join([exercise.situation, "### Challenges", _bullets(exercise.challenges)])
    return "\n\n".join(
        [
            exercise.situation,
            *(["### Team", _bullets(exercise.team)] if exercise.team else []),
            *(f"### {n}. {p.title}\n\n{p.text}" for n, p in enumerate(exercise.priorities, 1)),
        ]
    )


def preview(exercise: Scenario | Case, done: ExerciseRecord | None = None) -> str:
    """What one sees before beginning: the situation, the plan of the phases, and how it went last time."""
    plan = [f"- {phase.title}: {minutes(phase.seconds)}" for phase in phases(exercise)]
    return "\n\n".join(
        [
            f"# {exercise.title}",
            f"*{exercise.level}, {exercise.minutes} minutes*",
            situation(exercise),
            "### Phases",
            "\n".join(plan),
            *(["### Last time", _last(done)] if done else []),
        ]
    )


def _last(done: ExerciseRecord) -> str:
    scores = [f"{criterion}: {score}" for criterion, score in done.scores.items()]
    notes = [f"Notes: `{done.notes}`"] if done.notes else []
    return _bullets([f"{len(done.covered)} points covered", *scores, *notes])


def question(asked: InterviewQuestion, *, revealed: bool) -> str:
    """A plain question; the points of a good answer where they are `revealed`."""
    parts = [f"# {asked.title}", f"> {asked.question}"]
    if not revealed:
        return "\n\n".join([*parts, "Answer it aloud first. **Enter** then shows the points of a good answer."])
    parts += ["### Points of a good answer", _bullets(asked.points)]
    if asked.probes:
        parts += ["### They may go on", _bullets(asked.probes)]
    return "\n\n".join(parts)


def line(exercise: Scenario | Case, done: ExerciseRecord | None, zone: tzinfo | None) -> Content:
    """Title, level and time of an exercise, and when it was done."""
    about = f"  {exercise.level}, {exercise.minutes} min"
    if done is None:
        return Content.assemble(exercise.title, "\n", (about, "dim"))
    every = sum(len(group.points) for group in points(exercise))
    when = f"  ✓ done {done.started.astimezone(zone):%d %b}, {len(done.covered)} of {every} points"
    return Content.assemble(exercise.title, "\n", (about, "dim"), "\n", (when, "dim"))


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
