"""Writing files, stories and prompts into the index, inside one transaction."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple

from sqlmodel import Session, col, delete, select, update

from storybank.errors import StorybankError
from storybank.model import FileState, Prompt, Section, Story
from storybank.store.tables import (
    FileRow,
    PromptRow,
    SectionRow,
    StoryBehaviourRow,
    StoryPrincipleRow,
    StoryQuestionRow,
    StoryRow,
    StoryTagRow,
    StoryTextRow,
    VectorRow,
)
from storybank.text.words import count_words


class DuplicateIdError(StorybankError):
    """A story or prompt whose id another file already has; `file` is that other file."""


class IndexWriter:
    """One write transaction on the index."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def forget(self, paths: Iterable[str]) -> None:
        """Drop files with all that was read from them."""
        self.session.exec(delete(FileRow).where(col(FileRow.path).in_(list(paths))))
        self.session.flush()

    def seen(self, paths: Iterable[str], seen_ns: int) -> None:
        """Record that files were found unchanged at a later time."""
        rows = update(FileRow).where(col(FileRow.path).in_(list(paths))).values(seen_ns=seen_ns)
        self.session.exec(rows)

    def put_file(self, state: FileState) -> None:
        """Record a file."""
        self.session.add(
            FileRow(
                path=state.path,
                size=state.size,
                mtime_ns=state.mtime_ns,
                ctime_ns=state.ctime_ns,
                seen_ns=state.seen_ns,
                sha256=state.sha256,
                error=json.dumps(astuple(state.error)) if state.error else None,
                problems=json.dumps([astuple(problem) for problem in state.problems]),
            )
        )
        self.session.flush()

    def put_story(self, path: str, story: Story, principles: Iterable[str]) -> None:
        """Index the story of a recorded file; `principles` are the names that are known.

        Raises:
            DuplicateIdError: another file has a story with this id.
        """
        other = self.session.exec(select(StoryRow.file).where(StoryRow.id == story.id)).first()
        if other is not None:
            raise DuplicateIdError(f"id '{story.id}' is taken", file=other)
        row = StoryRow(
            id=story.id,
            file=path,
            title=story.title,
            level=story.level,
            words=sum(count_words(s.text) for s in story.sections),
            missing=" ".join(story.missing),
        )
        self.session.add(row)
        self.session.flush()
        assert row.key is not None  # the flush gave it
        self.session.add_all(_parts(row.key, story, frozenset(principles)))
        self.session.flush()

    def put_prompts(self, path: str, prompts: Iterable[Prompt]) -> None:
        """Index the prompts of a recorded file.

        Raises:
            DuplicateIdError: another file has a prompt with the same id.
        """
        for prompt in prompts:
            other = self.session.get(PromptRow, prompt.id)
            if other is not None:
                raise DuplicateIdError(f"prompt id '{prompt.id}' is taken", file=other.file)
            self.session.add(
                PromptRow(
                    id=prompt.id,
                    file=path,
                    line=prompt.line,
                    text=prompt.text,
                    principle=prompt.principle,
                    probes=json.dumps(prompt.probes, ensure_ascii=False),
                )
            )
        self.session.flush()

    def put_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Store float32 vectors by the SHA-256 of their texts."""
        for key, data in vectors.items():
            self.session.merge(VectorRow(text_sha256=key, model=model, data=data))

    def keep_vectors(self, model: str, keys: Collection[str], in_use: Collection[str]) -> None:
        """Drop vectors of `model` with other keys than these, and of all models that are not `in_use`."""
        self.session.exec(delete(VectorRow).where(col(VectorRow.model).not_in([model, *in_use])))
        mine = col(VectorRow.model) == model
        for key in set(self.session.exec(select(VectorRow.text_sha256).where(mine))) - set(keys):
            self.session.exec(delete(VectorRow).where(mine, col(VectorRow.text_sha256) == key))


Row = SectionRow | StoryPrincipleRow | StoryTagRow | StoryBehaviourRow | StoryQuestionRow | StoryTextRow


def _parts(key: int, story: Story, known: frozenset[str]) -> Iterable[Row]:
    for section in story.sections:
        yield SectionRow(
            story=key, name=section.name, text=section.text, line=section.line, text_line=section.text_line
        )
    angles = dict.fromkeys(a.principle for a in story.angles)
    names = [(n, False) for n in story.principles] + [(n, True) for n in angles if n not in story.principles]
    for position, (name, angle) in enumerate((n, a) for n, a in names if n in known):
        yield StoryPrincipleRow(story=key, position=position, name=name, angle=angle)
    for position, tag in enumerate(dict.fromkeys(story.tags)):
        yield StoryTagRow(story=key, position=position, name=tag)
    for name, grade in story.behaviours.items():
        yield StoryBehaviourRow(story=key, name=name, grade=grade)
    for question in story.all_questions:
        yield StoryQuestionRow(
            story=key,
            text=question.text,
            principle=question.principle,
            probes=json.dumps(question.probes, ensure_ascii=False),
            line=question.line,
        )
    yield StoryTextRow(
        story=key,
        title=story.title,
        questions="\n".join(q.text for q in story.all_questions),
        tags=" ".join([story.id, story.level or "", *story.tags, *story.principles, *story.behaviours]),
        body="\n\n".join(_body(story)),
    )


def _body(story: Story) -> Iterable[str]:
    def texts(sections: Iterable[Section]) -> Iterable[str]:
        return (section.text for section in sections)

    yield story.preamble
    yield from texts(story.sections)
    yield from texts(story.cues)
    for variant in story.variants:
        yield variant.text
        yield from texts(variant.sections)
    for angle in story.angles:
        yield angle.text
    for note in story.notes:
        yield f"{note.heading}\n{note.text}"
