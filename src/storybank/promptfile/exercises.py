"""Scenarios, cases and plain leadership questions."""

from __future__ import annotations

from pathlib import Path

from storybank.errors import InputFileError
from storybank.model import Case, InterviewQuestion, PointGroup, Priority, Scenario
from storybank.promptfile.header import PromptDocument, read_prompt_document
from storybank.text.markdown import Part, bullets, plain_title


def read_scenario(text: str, file: Path) -> Scenario:
    """A leadership scenario.

    Raises:
        InputFileError: a key of the front matter or a section is missing.
    """
    document = read_prompt_document(text, file)
    return Scenario(
        title=document.need("title"),
        level=document.need("level"),
        minutes=document.minutes(),
        company=document.header.get("company", "Any"),
        situation=_section(document, "situation").text,
        challenges=bullets(_section(document, "challenges").text),
        discussion=_groups(_section(document, "discussion points")),
        file=file,
    )


def read_case(text: str, file: Path) -> Case:
    """A written exercise.

    Raises:
        InputFileError: a key of the front matter or a section is missing.
    """
    document = read_prompt_document(text, file)
    remember = document.sections().get("remember")
    return Case(
        title=document.need("title"),
        level=document.need("level"),
        minutes=document.minutes(),
        situation=_section(document, "situation").text,
        team=bullets(_section(document, "team").text),
        priorities=tuple(
            Priority(plain_title(part.title), part.text) for part in _section(document, "priorities").split(3)[1]
        ),
        answer=_groups(_section(document, "answer")),
        assessment=bullets(_section(document, "assessment").text),
        remember=remember.text if remember else "",
        file=file,
    )


def read_interview(text: str, file: Path) -> InterviewQuestion:
    """A plain leadership question.

    Raises:
        InputFileError: the title, the question or the points are missing.
    """
    document = read_prompt_document(text, file)
    probes = document.sections().get("probes")
    return InterviewQuestion(
        title=document.need("title"),
        question=_section(document, "question").text,
        points=bullets(_section(document, "points of a good answer").text),
        probes=bullets(probes.text) if probes else (),
        file=file,
    )


def _section(document: PromptDocument, name: str) -> Part:
    part = document.sections().get(name)
    if part is None:
        heading = f"## {name.capitalize()}"
        raise InputFileError(f"has no section '{heading}'", file=document.file, hint=f"Add '{heading}'")
    return part


def _groups(part: Part) -> tuple[PointGroup, ...]:
    return tuple(PointGroup(plain_title(inner.title), bullets(inner.text)) for inner in part.split(3)[1])
