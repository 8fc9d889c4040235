"""Front matter of documents that are not ours: what is useful is taken, nothing in it is an error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from storybank.importers.facts import list_of_principles
from storybank.model import Question
from storybank.principles import PrincipleSet


@dataclass(frozen=True, slots=True)
class FrontFacts:
    """What front matter says of the one story in its document."""

    id: str | None = None
    title: str | None = None
    principles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    level: str | None = None
    questions: tuple[Question, ...] = ()
    is_story: bool = False
    """It is one of ours, or nearly: the whole document is one story."""


def read_front(lines: Sequence[str], principles: PrincipleSet) -> FrontFacts:
    """The facts in front matter, fences included; empty facts where it is none or cannot be read."""
    try:
        data = yaml.safe_load("\n".join(line for line in lines if line.strip() not in {"---", "..."}))
    except (yaml.YAMLError, ValueError, RecursionError):
        return FrontFacts()
    if not isinstance(data, dict):
        return FrontFacts()
    values = {str(k).casefold(): v for k, v in data.items()}
    names = [
        n
        for t in _texts(values.get("principles") or values.get("lps") or values.get("principle"))
        for n in _named(t, principles)
    ]
    questions = _questions(values.get("questions")) + _questions(values.get("question"))
    title = _text(values.get("title")) or (questions[0].text if questions else None)
    return FrontFacts(
        id=_text(values.get("id")),
        title=title,
        principles=tuple(dict.fromkeys(names)),
        tags=tuple(_texts(values.get("tags"))),
        level=_text(values.get("level")),
        questions=questions,
        is_story="title" in values and bool({"id", "principles", "principle", "lps"} & set(values)),
    )


def _text(value: object) -> str | None:
    return str(value).strip() or None if isinstance(value, str | int | float) else None


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [t for v in value[:200] if (t := _text(v))]
    text = _text(value)
    return [text] if text else []


def _named(text: str, principles: PrincipleSet) -> list[str]:
    found = principles.find(text)
    return [found.name] if found else [p for _, p in list_of_principles(text, principles) if p]


def _questions(value: object) -> tuple[Question, ...]:
    items = value if isinstance(value, list) else [value]
    found = []
    for item in items[:200]:
        if isinstance(item, dict):
            if text := _text(item.get("text")):
                found.append(Question(text, _text(item.get("principle")), tuple(_texts(item.get("probes")))))
        elif text := _text(item):
            found.append(Question(text))
    return tuple(found)
