"""Any document with STAR answers, read into drafts; what was not understood is listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from storybank.importers import heads
from storybank.importers.decode import decode
from storybank.importers.foreign import FrontFacts, read_front
from storybank.importers.ledger import skipped_ranges
from storybank.importers.matrix import lookup, principles_by_title
from storybank.importers.model import Draft, Imported
from storybank.importers.repair import repair
from storybank.importers.scopes import split, unfenced
from storybank.importers.stories import Reading, Told, read_scopes, sections_of
from storybank.importers.titles import Namer, Title, numbered
from storybank.model import Note, Question
from storybank.principles import PrincipleSet
from storybank.text.blocks import Kind, scan


def read_document(data: bytes, file: Path, principles: PrincipleSet) -> Imported:
    """The stories in a document as drafts, and every stretch that no story was read from.

    Raises:
        InputFileError: not text, empty, or larger than 20 MB.
    """
    source = decode(data, file).split("\n")
    rows = unfenced(scan(repair(source)))
    front = read_front([r.body for r in rows if r.kind is Kind.FRONT], principles)
    scopes = split([r for r in rows if r.kind is not Kind.FRONT], principles)
    reading = read_scopes(scopes, principles, front=front.is_story)
    drafts = _drafts(reading, front, principles_by_title(rows, principles), principles)
    return Imported(file, tuple(drafts), tuple(skipped_ranges(source, rows, scopes, reading, front=front.is_story)))


def _drafts(
    reading: Reading, front: FrontFacts, table: Mapping[str, Sequence[str]], principles: PrincipleSet
) -> list[Draft]:
    """Drafts of the stories; front matter speaks of a story that is alone in its document."""
    stated = front if len(reading.stories) == 1 else FrontFacts()
    namer = Namer.of(reading.stories, principles)
    titles = [namer.name(story, stated.title) for story in reading.stories]
    drafts = []
    for position, (story, title, text) in enumerate(
        zip(reading.stories, titles, numbered([t.text for t in titles]), strict=True), 1
    ):
        draft = replace(_draft(story, title, stated), title=text)
        found = _principles(story, title.id, stated, principles)
        drafts.append(replace(draft, principles=tuple(dict.fromkeys([*found, *lookup(table, draft, position)]))))
    return drafts


def _draft(story: Told, title: Title, front: FrontFacts) -> Draft:
    facts = story.facts
    lines = set(story.lines)
    if story.scope.head is not None and story.first:
        lines.add(story.scope.head.row.line)
    headline = [Note("Headline", facts.title)] if facts.title and facts.title != title.text else []
    return Draft(
        title=title.text,
        line=min(lines),
        end_line=max(lines),
        id=title.id or front.id,
        sections=sections_of(story.group.pieces),
        questions=(*_questions(story, title), *front.questions),
        cues=sections_of(story.cues),
        variants=tuple(story.variants),
        angles=tuple(story.angles),
        tags=tuple(dict.fromkeys([*facts.tags, *front.tags])),
        level=facts.level or front.level,
        notes=(*headline, *facts.notes),
    )


def _questions(story: Told, title: Title) -> list[Question]:
    """The questions of a story, first the one that its heading is."""
    asked = heads.question_in(title.head.text) if title.head is not None else None
    if asked is None or title.head is None or asked in {q.text for q in story.facts.questions}:
        return story.facts.questions
    return [Question(asked, None, story.probes, title.head.row.line), *story.facts.questions]


def _principles(story: Told, found: str | None, front: FrontFacts, principles: PrincipleSet) -> list[str]:
    """From the headings (the nearest first), the lines of the story and the front matter; else from the id's code."""
    names = list(story.group.principles)
    for head in reversed(story.scope.path):
        names += heads.principles_in(head.text, principles)
    names += [*story.facts.principles, *front.principles]
    by_code = principles.find(found.split("-")[0]) if found and not names else None
    return [by_code.name] if by_code is not None else names
