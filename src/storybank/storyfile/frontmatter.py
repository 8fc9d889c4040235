"""The front matter of a story: YAML read with the line of every key, written in one canonical form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from storybank.errors import InputFileError
from storybank.model import TOP_GRADE, ExtraKey, Question

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"


@dataclass
class FrontMatter:
    """What the front matter says; texts as written, names not yet resolved."""

    id: str | None = None
    title: str | None = None
    principles: tuple[str, ...] = ()
    level: str | None = None
    questions: tuple[Question, ...] = ()
    behaviours: dict[str, int] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    source: str | None = None
    extra: tuple[ExtraKey, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    """Key -> its 1-based line in the file."""


class _Reader:
    """Turns YAML nodes into values, naming file and line where a node has the wrong shape."""

    def __init__(self, file: Path | str, offset: int) -> None:
        self.file = file
        self.offset = offset

    def line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self.offset

    def error(self, node: yaml.Node, message: str, hint: str) -> InputFileError:
        return InputFileError(message, file=self.file, line=self.line(node), hint=hint)

    def text(self, key: str, node: yaml.Node) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(node, f"'{key}' must be a text, not a {_kind(node)}", f"Write '{key}: some text'")
        return None if node.tag == _NULL else str(node.value).strip()

    def texts(self, key: str, node: yaml.Node) -> tuple[str, ...]:
        if isinstance(node, yaml.ScalarNode):
            value = self.text(key, node)
            return (value,) if value else ()
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(node, f"'{key}' must be a list, not a {_kind(node)}", f"Write '{key}: [one, two]'")
        return tuple(value for item in node.value if (value := self.text(key, item)))

    def questions(self, key: str, node: yaml.Node) -> tuple[Question, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(q for item in node.value if (q := self.question(key, item)))
        return tuple(Question(text, line=self.line(node)) for text in self.texts(key, node))

    def question(self, key: str, node: yaml.Node) -> Question | None:
        if not isinstance(node, yaml.MappingNode):
            text = self.text(key, node)
            return Question(text, line=self.line(node)) if text else None
        values = {str(k.value): v for k, v in node.value}
        unknown = sorted(set(values) - {"text", "principle", "probes"})
        if "text" not in values or unknown:
            wrong = f"has unknown keys {', '.join(unknown)}" if unknown else "has no 'text'"
            raise self.error(node, f"a question {wrong}", "Write '- {text: ..., principle: ..., probes: [...]}'")
        return Question(
            text=self.text("text", values["text"]) or "",
            principle=self.text("principle", values["principle"]) if "principle" in values else None,
            probes=self.texts("probes", values["probes"]) if "probes" in values else (),
            line=self.line(node),
        )

    def grades(self, key: str, node: yaml.Node) -> dict[str, int]:
        if not isinstance(node, yaml.MappingNode):
            return dict.fromkeys(self.texts(key, node), TOP_GRADE)
        grades = {}
        for name, value in node.value:
            text = self.text(key, value)
            if text not in {"0", "1", "2", "3"}:
                raise self.error(value, f"the grade of behaviour '{name.value}' is {text!r}", "Grades are 0, 1, 2, 3")
            grades[str(name.value)] = int(text)
        return grades


def read_front_matter(source: str, file: Path | str, first_line: int = 2) -> FrontMatter:
    """Read front matter whose first line is line `first_line` of `file`.

    Raises:
        InputFileError: the YAML is broken, or a value has the wrong shape; with file and line.
    """
    reader = _Reader(file, first_line - 1)
    root = _compose(source, file, first_line)
    front = FrontMatter()
    if root is None:
        return front
    fields: dict[str, Callable[[str, yaml.Node], object]] = {
        "id": reader.text,
        "title": reader.text,
        "principles": reader.texts,
        "level": reader.text,
        "questions": reader.questions,
        "behaviours": reader.grades,
        "tags": reader.texts,
        "source": reader.text,
    }
    extra = []
    for key, value, written in _entries(root, source, reader):
        if key in front.lines:
            raise InputFileError(
                f"'{key}' stands twice", file=file, line=reader.line(value), hint="Remove one of the two"
            )
        front.lines[key] = written.line
        if key in fields:
            setattr(front, key, fields[key](key, value))
        else:
            extra.append(written)
    front.extra = tuple(extra)
    return front


def _compose(source: str, file: Path | str, first_line: int) -> yaml.MappingNode | None:
    try:
        root = yaml.compose(source, Loader=_LOADER)
    except yaml.YAMLError as error:
        unclosed = "quoted scalar" in str(getattr(error, "context", ""))
        mark = getattr(error, "context_mark" if unclosed else "problem_mark", None)
        problem = "a quotation mark is not closed" if unclosed else getattr(error, "problem", None)
        raise InputFileError(
            f"broken YAML in the front matter: {problem or 'unreadable character'}",
            file=file,
            line=first_line + (mark.line if mark else 0),
            hint="Quote texts that hold ': ' or start with a special character",
        ) from None
    if root is None:
        return None
    if not isinstance(root, yaml.MappingNode):
        raise InputFileError(
            "the front matter is not 'key: value' lines", file=file, line=first_line, hint="Start with 'id: ...'"
        )
    return root


def _entries(root: yaml.MappingNode, source: str, reader: _Reader) -> Iterator[tuple[str, yaml.Node, ExtraKey]]:
    lines = source.rstrip("\n").split("\n")
    starts = [int(key.start_mark.line) for key, _ in root.value]
    if root.flow_style or len(set(starts)) < len(starts):
        for key, value in root.value:
            yield str(key.value), value, ExtraKey(str(key.value), f"{key.value}: {_inline(value)}", reader.line(key))
        return
    for (key, value), start, end in zip(root.value, starts, [*starts[1:], len(lines)], strict=True):
        written = "\n".join(lines[start:end]).rstrip()
        yield str(key.value), value, ExtraKey(str(key.value), written, reader.line(key))


def _inline(node: yaml.Node) -> str:
    text: str = yaml.serialize(node)
    return " ".join(text.split()).removesuffix(" ...")


def _kind(node: yaml.Node) -> str:
    return "mapping" if isinstance(node, yaml.MappingNode) else "list"


def _flow(value: object) -> str:
    text: str = yaml.safe_dump(value, default_flow_style=True, width=10**9, allow_unicode=True, sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...")


def _question_lines(question: Question) -> Iterator[str]:
    if question.probes:
        yield f"  - text: {_flow(question.text)}"
        if question.principle:
            yield f"    principle: {_flow(question.principle)}"
        yield "    probes:"
        yield from (f"      - {_flow(probe)}" for probe in question.probes)
    elif question.principle:
        yield f"  - {_flow({'text': question.text, 'principle': question.principle})}"
    else:
        yield f"  - {_flow(question.text)}"


def replace_key(source: str, key: str, written: str | None, file: Path | str) -> str:
    """Front matter with the lines of one key replaced, added at the end, or (None) removed; all others untouched.

    Raises:
        InputFileError: the YAML is broken, or written in a form whose lines cannot be replaced one by one.
    """
    root = _compose(source, file, 2)
    lines = source.rstrip("\n").split("\n") if source.strip() else []
    if root is not None and root.flow_style:
        raise InputFileError("the front matter is one {...}", file=file, line=2, hint="Write one key a line")
    keys = [(str(k.value), int(k.start_mark.line)) for k, _ in root.value] if root is not None else []
    starts = [line for _, line in keys] + [len(lines)]
    new = [written] if written is not None else []
    for (name, first), after in zip(keys, starts[1:], strict=True):
        if name == key:
            return "\n".join([*lines[:first], *new, *lines[after:]])
    return "\n".join([*lines, *new])


def write_behaviours(grades: dict[str, int]) -> str | None:
    """The canonical line of `behaviours:`, None where there are none."""
    return f"behaviours: {_behaviours(grades)}" if grades else None


def _behaviours(grades: dict[str, int]) -> str:
    plain = all(grade == TOP_GRADE for grade in grades.values())
    return _flow(list(grades) if plain else grades)


def write_front_matter(front: FrontMatter) -> Iterator[str]:
    """The canonical lines of the front matter, fences included."""
    yield "---"
    yield f"id: {_flow(front.id)}"
    yield f"title: {_flow(front.title)}"
    if front.principles:
        yield f"principles: {_flow(list(front.principles))}"
    if front.level:
        yield f"level: {_flow(front.level)}"
    if front.questions:
        yield "questions:"
        for question in front.questions:
            yield from _question_lines(question)
    if behaviours := write_behaviours(front.behaviours):
        yield behaviours
    if front.tags:
        yield f"tags: {_flow(list(front.tags))}"
    if front.source:
        yield f"source: {_flow(front.source)}"
    for extra in front.extra:
        yield from extra.source.split("\n")
    yield "---"
