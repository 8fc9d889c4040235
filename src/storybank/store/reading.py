"""Reading the index: rows in, frozen values out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from storybank.model import Card, FileState, Problem, Prompt, Question, Section, SectionName, StoryText
from storybank.store.tables import (
    FileRow,
    PromptRow,
    SectionRow,
    StoryBehaviourRow,
    StoryPrincipleRow,
    StoryQuestionRow,
    StoryRow,
    StoryTagRow,
    VectorRow,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def read_files(session: Session, *, broken: bool = False) -> dict[str, FileState]:
    """The files of the index by path: all, or those that could not be read."""
    files = select(FileRow).order_by(FileRow.path)
    if broken:
        files = files.where(col(FileRow.error).is_not(None))
    return {
        row.path: FileState(
            path=row.path,
            size=row.size,
            mtime_ns=row.mtime_ns,
            ctime_ns=row.ctime_ns,
            seen_ns=row.seen_ns,
            sha256=row.sha256,
            error=Problem(*json.loads(row.error)) if row.error else None,
            problems=tuple(Problem(*problem) for problem in json.loads(row.problems)),
        )
        for row in session.exec(files)
    }


def read_cards(session: Session, keys: Sequence[int] | None = None) -> dict[int, Card]:
    """The cards of all stories, or of those with the given row keys, by row key."""
    principles: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    tags: dict[int, list[str]] = defaultdict(list)
    behaviours: dict[int, dict[str, int]] = defaultdict(dict)
    carried = select(StoryPrincipleRow.story, StoryPrincipleRow.name, StoryPrincipleRow.angle)
    tagged = select(StoryTagRow.story, StoryTagRow.name)
    shown = select(StoryBehaviourRow.story, StoryBehaviourRow.name, StoryBehaviourRow.grade)
    stories = select(StoryRow)
    if keys is not None:
        carried = carried.where(col(StoryPrincipleRow.story).in_(keys))
        tagged = tagged.where(col(StoryTagRow.story).in_(keys))
        shown = shown.where(col(StoryBehaviourRow.story).in_(keys))
        stories = stories.where(col(StoryRow.key).in_(keys))
    for story, name, angle in session.exec(carried.order_by(col(StoryPrincipleRow.position))):
        principles[story].append((name, angle))
    for story, name in session.exec(tagged.order_by(col(StoryTagRow.position))):
        tags[story].append(name)
    for story, name, grade in session.exec(shown):
        behaviours[story][name] = grade
    return {
        row.key or 0: Card(
            id=row.id,
            title=row.title,
            file=row.file,
            principles=tuple(name for name, angle in principles[row.key or 0] if not angle),
            angles=tuple(name for name, angle in principles[row.key or 0] if angle),
            level=row.level,
            tags=tuple(tags[row.key or 0]),
            behaviours=behaviours[row.key or 0],
            words=row.words,
            missing=tuple(map(SectionName, row.missing.split())),
        )
        for row in session.exec(stories)
    }


def read_digests(session: Session) -> dict[str, str]:
    """Id of every story -> SHA-256 of its file."""
    joined = col(StoryRow.file) == col(FileRow.path)
    return dict(session.exec(select(StoryRow.id, FileRow.sha256).join(FileRow, joined)).all())


def read_texts(session: Session, ids: Sequence[str] | None = None) -> list[StoryText]:
    """The sections and known questions of every story, or of those with `ids`; by row."""
    joined = col(StoryRow.file) == col(FileRow.path)
    chosen = select(StoryRow.key, StoryRow.id, FileRow.sha256).join(FileRow, joined)
    parts = select(SectionRow).order_by(col(SectionRow.key))
    if ids is not None:
        chosen = chosen.where(col(StoryRow.id).in_(ids))
        keys = select(StoryRow.key).where(col(StoryRow.id).in_(ids))
        parts = parts.where(col(SectionRow.story).in_(keys))
    sections: dict[int, list[Section]] = defaultdict(list)
    for row in session.exec(parts):
        sections[row.story].append(Section(SectionName(row.name), row.text, row.line, row.text_line))
    questions = _questions(session)
    return [
        StoryText(name, tuple(sections[key or 0]), tuple(questions[key or 0]), sha256)
        for key, name, sha256 in session.exec(chosen)
    ]


def read_questions(session: Session) -> dict[str, list[Question]]:
    """Id of a story -> the questions that its author says it answers; only stories with any."""
    names = dict(session.exec(select(StoryRow.key, StoryRow.id)).all())
    return {names[key]: mine for key, mine in _questions(session).items()}


def _questions(session: Session) -> dict[int, list[Question]]:
    questions: dict[int, list[Question]] = defaultdict(list)
    for known in session.exec(select(StoryQuestionRow).order_by(col(StoryQuestionRow.key))):
        questions[known.story].append(
            Question(known.text, known.principle, tuple(json.loads(known.probes)), known.line)
        )
    return questions


def read_prompts(session: Session, root: Path) -> list[Prompt]:
    """The prompts in the order of their files and lines."""
    return [
        Prompt(row.id, row.text, row.principle, tuple(json.loads(row.probes)), root / row.file, row.line)
        for row in session.exec(select(PromptRow).order_by(PromptRow.file, col(PromptRow.line)))
    ]


def read_vectors(session: Session, model: str) -> dict[str, NDArray[np.float32]]:
    """SHA-256 of a text -> its vector by `model`."""
    import numpy as np

    rows = session.exec(select(VectorRow.text_sha256, VectorRow.data).where(VectorRow.model == model))
    return {key: np.frombuffer(data, dtype="<f4") for key, data in rows}
