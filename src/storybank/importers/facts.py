"""What documents state beside the sections: principles, tags, questions, level, title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from storybank.importers import heads
from storybank.model import Note, Question
from storybank.principles import Principle, PrincipleSet
from storybank.text.blocks import Kind, Row, dedent
from storybank.text.labelnames import undecorate

_KNOWN = (
    (
        "principles",
        r"(?:(?:amazon|primary|secondary|main|other|key|core|relevant)\s+)*(?:leadership\s+)?(?:principles?|lps?)"
        r"(?:\s+(?:demonstrated|covered|shown|tags?|mapping|addressed|used|hit|mapped))?(?:\(s\))?"
        r"|lp tags?|maps? to(?: lps?)?",
    ),
    (
        "tags",
        r"tags?|themes?|topics?|key ?words|skills?(?:\s+(?:shown|demonstrated))?|key skills|competenc(?:y"
        r"|ies)|categor(?:y|ies)|traits?|values?",
    ),
    (
        "questions",
        r"questions?(?:\s+(?:it|this)\s+answers)?|questions this answers|sample questions?|answers"
        r"|also answers|use when"
        r"|use for|good for|best for(?: questions about)?|prompts?|interview questions?|q",
    ),
    ("level", r"(?:target\s+)?level|seniority"),
    ("title", r"title|story(?: title| name)?|headline|nugget"),
    (
        "note",
        r"metrics|key metrics|follow[- ]?ups?(?: questions?)?|timed opener|notes?|tips?|source|company"
        r"|role|date|when|evidence|probes?"
        r"|numbers|key numbers|delivery|coach|comments?|tech(?:nologies)?|stack",
    ),
)
_KNOWN_RE = [(kind, re.compile(rf"(?:{words})$", re.IGNORECASE)) for kind, words in _KNOWN]
_BOLD_LABEL = re.compile(
    r"^\W{0,4}(?P<mark>\*\*|__|\*|_)(?P<head>[^*_:：\n]{2,50}?)\s*(?:[:：]\s*(?P=mark)|(?P=mark)\s*(?:\([^()]*\)\s*)?[:：])\s*"
)
_PLAIN_LABEL = re.compile(r"^\W{0,4}(?P<head>[A-Za-z][A-Za-z ()'-]{0,38}?)\s?[:：]\s*(?=\S|$)")
_SPLIT = re.compile(r"\s*(?:[,;|/·•+]|\s(?=#)|\s&\s|\s–\s|\s-\s)\s*")
_LEVEL = re.compile(r"\b(?:L|E|IC|M)\d{1,2}\b")


@dataclass(frozen=True, slots=True)
class FactLabel:
    """'Tags:', '**Company:**': a label that is no section's."""

    kind: str
    """'principles', 'tags', 'questions', 'level', 'title', 'note' or 'other'."""
    bold: bool
    end: int

    @property
    def known(self) -> bool:
        """Its words are among those we know."""
        return self.kind != "other"


def fact_label(text: str) -> FactLabel | None:
    """The label at the start of a line that states something beside the sections."""
    bold = _BOLD_LABEL.match(text)
    match = bold or _PLAIN_LABEL.match(text)
    if match is None:
        return None
    words = undecorate(match["head"])
    kind = next((k for k, pattern in _KNOWN_RE if pattern.match(words)), "other")
    if not bold and kind in {"other", "note"}:
        return None
    return FactLabel(kind, bold is not None, match.end())


@dataclass(slots=True)
class Facts:
    """What was stated about one story."""

    principles: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    level: str | None = None
    title: str | None = None
    notes: list[Note] = field(default_factory=list)


def read_facts(
    rows: Sequence[Row], principles: PrincipleSet, facts: Facts, *, heading: str = "", lead: bool = False
) -> None:
    """Read rows around a group into `facts`: labelled lines, in the lead the question with its probes, else a note."""
    rest: list[Row] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        label = fact_label(row.text) if row.kind in {Kind.TEXT, Kind.ITEM} else None
        if label is not None and label.kind not in {"other", "note"}:
            end = _value_end(rows, index, bool(row.text[label.end :].strip(" *_")))
            values = [row.text[label.end :], *(r.text for r in rows[index + 1 : end] if not r.blank)]
            if _state(label.kind, [v for v in values if v.strip(" *_")], row.line, principles, facts):
                index = end
                continue
        question = heads.question_in(row.text) if lead and _may_ask(row, facts) else None
        if question is not None:
            end = _probes_end(rows, index + 1)
            facts.questions.append(
                _question(question, [r.text for r in rows[index + 1 : end] if not r.blank], row.line)
            )
            index = end
            continue
        rest.append(row)
        index += 1
    _note(rest, heading, facts)


def _may_ask(row: Row, facts: Facts) -> bool:
    """A paragraph asks; of list items only one marked as a question does."""
    marked = row.kind is Kind.ITEM and re.match(r"[*_]*Q(?:uestion)?[*_]*\s?[:.]", row.text) is not None
    return marked or (row.kind is Kind.TEXT and (not facts.questions or re.match(r"Q\s?[>:.]", row.text) is not None))


def _value_end(rows: Sequence[Row], index: int, has_value: bool) -> int:
    """The rows of a value: the items below its label, or the line below where the label stands alone."""
    end = index + 1
    if not has_value and end < len(rows) and rows[end].kind is Kind.TEXT and fact_label(rows[end].text) is None:
        return end + 1
    while end < len(rows) and (
        (rows[end].kind is Kind.ITEM and (rows[end].indent > rows[index].indent or rows[index].kind is Kind.TEXT))
        or (not has_value and rows[end].blank and end + 1 < len(rows) and rows[end + 1].kind is Kind.ITEM)
    ):
        label = fact_label(rows[end].text)
        if label is not None and label.known:
            break
        end += 1
    return end


def _probes_end(rows: Sequence[Row], index: int) -> int:
    end = index
    while end < len(rows) and (
        rows[end].kind is Kind.ITEM and not rows[end].quote and fact_label(rows[end].text) is None
    ):
        end += 1
    return end


def _question(text: str, probes: Sequence[str], line: int) -> Question:
    first, *inline = re.split(r"\s\*\s+(?=[A-Z])", text)
    return Question(first.strip(), None, tuple(p.strip() for p in [*inline, *probes] if p.strip()), line)


def question_of(rows: Sequence[Row], text: str, line: int) -> Question:
    """A question with the rows of its probes."""
    return _question(text, [r.text for r in rows if not r.blank], line)


def _state(kind: str, values: Sequence[str], line: int, principles: PrincipleSet, facts: Facts) -> bool:
    bare = [v.strip(" *_`") for v in values]
    if kind == "title" and len(bare) == 1:
        facts.title = facts.title or heads.plain(bare[0])
        return True
    if kind == "level" and bare and (level := _LEVEL.search(bare[0])):
        facts.level = level[0]
        return True
    if kind == "questions" and bare:
        facts.questions += [Question(heads.plain(v).strip('"“”*_ '), None, (), line) for v in bare]
        return True
    if kind in {"principles", "tags"} and bare:
        return _state_list(kind, bare, principles, facts)
    return not bare and kind in {"principles", "tags", "questions", "level", "title"}


def _state_list(kind: str, values: Sequence[str], principles: PrincipleSet, facts: Facts) -> bool:
    pieces = [p for value in values for p in list_of_principles(value, principles)]
    named = [p for p in pieces if p[1]]
    unnamed = [p[0] for p in pieces if not p[1] and p[0]]
    if kind == "principles":
        facts.principles += [p[1] for p in named if p[1]]
        if unnamed:
            facts.notes.append(Note("Principles", "; ".join(values)))
        return True
    facts.principles += [p[1] for p in named if p[1] and len(p[0]) > 3]
    facts.tags += [re.sub(r"^#", "", p[0]).strip("` ").casefold() for p in pieces if p[0].strip("`# ")]
    return True


def list_of_principles(text: str, principles: PrincipleSet) -> list[tuple[str, str | None]]:
    """The entries of a list, each with the principle it names; a name may hold the comma that parts entries."""
    text = re.sub(r"\[([^\[\]]+)\]\([^()]*\)", r"\1", text)
    found: list[tuple[str, str | None]] = []
    rest = text
    for principle in sorted(principles, key=lambda p: -len(p.name)):
        if re.search(r"[,;]", principle.name) and (at := rest.casefold().find(principle.name.casefold())) >= 0:
            found.append((principle.name, principle.name))
            rest = rest[:at] + "," + rest[at + len(principle.name) :]
    placed = sorted(found, key=lambda f: text.casefold().find(f[0].casefold()))
    for piece in _SPLIT.split(rest):
        bare = undecorate(_hashtag(piece) if piece.startswith("#") else piece)
        if bare:
            match = principles.find(bare) or (principles.guess(bare) if len(bare) > 7 else None)
            match = match or _before_bracket(bare, principles)
            placed.append((bare, match.name if match else None))
    return sorted(placed, key=lambda f: max(text.casefold().find(f[0].casefold()), 0))


def _hashtag(text: str) -> str:
    """'#DeliverResults' as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text.lstrip("#").replace("-", " ").replace("_", " "))


def _before_bracket(text: str, principles: PrincipleSet) -> Principle | None:
    head = re.split(r"[(:（]", text, maxsplit=1)[0].strip()
    return principles.find(head) if head and head != text else None


def _note(rows: Sequence[Row], heading: str, facts: Facts) -> None:
    """What is left of some rows, as a note of the story."""
    text = note_text(rows)
    if text:
        line = next(r.line for r in rows if not r.blank)
        facts.notes.append(Note(heading or "Notes", text, line))


def note_text(rows: Iterable[Row]) -> str:
    """Rows as markdown, without rules and blank edges."""
    bodies = [r.body if r.kind is not Kind.RULE else "" for r in rows if r.kind is not Kind.TAG]
    return "\n".join(dedent(bodies)).strip("\n")
