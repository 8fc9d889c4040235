"""A story file as a `Story`: headings of any level, or labels such as `**S:**`; front matter optional."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from storybank.errors import UnknownPrincipleError
from storybank.model import Angle, Note, Problem, Question, Section, Story, Variant
from storybank.principles import PrincipleSet
from storybank.storyfile.frontmatter import FrontMatter, read_front_matter
from storybank.text.labels import heading_section
from storybank.text.markdown import Document, Part, plain_title, read_document
from storybank.text.segments import labelled_sections

_CUES = re.compile(r"(?i)cues?$")
_VARIANT = re.compile(r"(?i)variant\s*[:\-–]\s*(?P<name>.+)$")
_ANGLE = re.compile(r"(?i)angle\s*[:\-–]\s*(?P<name>.+)$")
_FILE_ID = re.compile(r"[A-Z]{1,6}-[A-Z0-9]+(?=-|$)")
_ID = re.compile(r"[A-Za-z0-9_-]+")
KEPT_FOR_CHECK = frozenset({"ignore", "figures"})
"""Front-matter keys that `storybank check` and `storybank numbers` read from the kept source."""


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A parsed story and what its author should know about the file."""

    story: Story
    problems: tuple[Problem, ...]


def read_story(text: str, file: Path, principles: PrincipleSet) -> StoryFile:
    """Parse a story file ('\\n' line ends). Lines count from the top of the file.

    Raises:
        InputFileError: front matter that is broken or of wrong types.
    """
    document = read_document(text)
    front = read_front_matter(document.front or "", file)
    problems: list[Problem] = list(_front_problems(text, document, front))
    body = _Body.of(document, front.title)
    names = tuple(_official(n, front.lines.get("principles", 1), principles, problems) for n in front.principles)
    story = Story(
        id=front.id or _id_from(file),
        title=front.title or body.title or _title_from(file),
        principles=tuple(dict.fromkeys(names)),
        sections=body.sections,
        level=front.level,
        questions=tuple(_with_official_name(q, principles, problems) for q in front.questions),
        behaviours=front.behaviours,
        tags=front.tags,
        source=front.source,
        cues=body.cues,
        variants=body.variants,
        angles=tuple(replace(a, principle=_official(a.principle, a.line, principles, problems)) for a in body.angles),
        notes=body.notes,
        preamble=body.preamble,
        extra=front.extra,
    )
    if not any(section.text for section in story.sections):
        hint = "Add '## Situation', '## Task', '## Action' and '## Result'"
        problems.append(Problem("no section has any text", 1, hint))
    return StoryFile(story, tuple(problems))


@dataclass
class _Body:
    """What stands below the front matter."""

    title: str = ""
    sections: tuple[Section, ...] = ()
    cues: tuple[Section, ...] = ()
    variants: tuple[Variant, ...] = ()
    angles: tuple[Angle, ...] = ()
    notes: tuple[Note, ...] = ()
    preamble: str = ""

    @classmethod
    def of(cls, document: Document, title: str | None) -> _Body:
        body = cls()
        part = body._below_title(document.root, title)
        level = min((h.level for h in part.inner if _has_meaning(plain_title(h.text))), default=2)
        lead, parts = part.split(level)
        body.preamble = "\n\n".join(t for t in (body.preamble, lead.text) if t)
        for one in parts:
            body._add(one)
        if not body.sections:
            body._read_labels(lead)
        return body

    def _below_title(self, root: Part, known: str | None) -> Part:
        """A single top heading that names no section is the story's title, or kept if the title is another."""
        lead, tops = root.split(1)
        if len(tops) != 1 or heading_section(plain_title(tops[0].title)):
            return root
        self.title, self.preamble = plain_title(tops[0].title), lead.text
        if known and known != self.title:
            self.preamble = f"{lead.text}\n\n**{self.title}**".strip()
        return tops[0]

    def _read_labels(self, lead: Part) -> None:
        sections = labelled_sections(lead.text, lead.text_line)
        if sections:
            self.sections = tuple(sections)
            above = lead.lines[lead.first : sections[0].line - 1]
            self.preamble = "\n".join(above).strip()

    def _add(self, part: Part) -> None:
        title = plain_title(part.title)
        name = heading_section(title)
        if name:
            self.sections += (Section(name, part.text, part.line, part.text_line),)
        elif _CUES.match(title):
            self.cues += tuple(_inner_sections(part))
        elif found := _VARIANT.match(title):
            lead = part.split(part.heading.level + 1 if part.heading else 1)[0]
            inner = tuple(_inner_sections(part))
            text = lead.text if inner else part.text
            self.variants += (Variant(found["name"], inner, text, part.line),)
        elif found := _ANGLE.match(title):
            self.angles += (Angle(found["name"], part.text, part.line),)
        else:
            self.notes += (Note(part.title, part.text, part.line),)


def _has_meaning(title: str) -> bool:
    return bool(heading_section(title) or _CUES.match(title) or _VARIANT.match(title) or _ANGLE.match(title))


def _inner_sections(part: Part) -> Iterator[Section]:
    level = part.heading.level + 1 if part.heading else 1
    for inner in part.split(level)[1]:
        name = heading_section(plain_title(inner.title))
        if name:
            yield Section(name, inner.text, inner.line, inner.text_line)


def _front_problems(text: str, document: Document, front: FrontMatter) -> Iterator[Problem]:
    if document.front is None and re.match(r"---\n[\w-]+:", text):
        yield Problem("the front matter is not closed", 1, "End it with a line '---'")
    if front.id is None:
        yield Problem("no id in the front matter; taken from the file's name", 1, "Write 'id: ...'")
    for key in front.extra:
        if key.key in KEPT_FOR_CHECK:
            continue
        yield Problem(f"unknown key '{key.key}' is kept but has no meaning here", key.line)
    if front.id is not None and not _ID.fullmatch(front.id):
        line = front.lines["id"]
        yield Problem(f"id '{front.id}' has other characters than letters, digits, '-', '_'", line, "Rename it")


def _official(name: str, line: int, principles: PrincipleSet, problems: list[Problem]) -> str:
    try:
        return principles.resolve(name).name
    except UnknownPrincipleError as error:
        problems.append(Problem(error.message, line, error.hint))
        return name


def _with_official_name(question: Question, principles: PrincipleSet, problems: list[Problem]) -> Question:
    if question.principle is None:
        return question
    return replace(question, principle=_official(question.principle, question.line, principles, problems))


def _id_from(file: Path) -> str:
    found = _FILE_ID.match(file.stem)
    return found[0] if found else re.sub(r"[^A-Za-z0-9_-]+", "-", file.stem).strip("-") or "story"


def _title_from(file: Path) -> str:
    found = _FILE_ID.match(file.stem)
    rest = file.stem[found.end() :] if found else file.stem
    return rest.strip("-_ ").replace("-", " ").replace("_", " ").capitalize() or file.stem
