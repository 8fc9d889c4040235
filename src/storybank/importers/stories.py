"""Scopes to stories: which group is a story, which a second telling, which heading below it is an angle or a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from storybank.importers import heads
from storybank.importers.facts import Facts, fact_label, note_text, question_of, read_facts
from storybank.importers.groups import Group, Piece, groups_in, order_of
from storybank.importers.judge import NO_SITUATION, refusal, told
from storybank.importers.scopes import LINE_LEVEL, Head, Scope
from storybank.importers.tables import header_lines, table_groups
from storybank.model import Angle, Note, Section, Variant
from storybank.principles import PrincipleSet
from storybank.text.blocks import Kind, Row
from storybank.text.labelnames import Role, section_of


@dataclass(slots=True)
class Told:
    """A story being put together."""

    scope: Scope
    group: Group
    level: int
    """Of its title: deeper headings below it are its own."""
    facts: Facts = field(default_factory=Facts)
    cues: list[Piece] = field(default_factory=list)
    variants: list[Variant] = field(default_factory=list)
    angles: list[Angle] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    in_angles: bool = False
    first: bool = True
    """The first one below its heading."""
    probes: tuple[str, ...] = ()
    """Items directly below a title that is a question."""


@dataclass(slots=True)
class Refused:
    """A labelled group that is no story."""

    lines: set[int]
    reason: str


@dataclass(slots=True)
class Reading:
    """All that the scopes gave."""

    stories: list[Told] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    structure: set[int] = field(default_factory=set)
    """Lines that several stories share: the header of their table."""


def sections_of(pieces: Sequence[Piece]) -> tuple[Section, ...]:
    """Pieces with text as sections; a challenge is a task where a situation stands beside it."""
    full = told(pieces)
    beside = any(p.role is Role.SITUATION for p in full)
    return tuple(Section(section_of(p.role, beside_situation=beside), p.text, p.line, p.text_line) for p in full)


def read_scopes(scopes: Sequence[Scope], principles: PrincipleSet, *, front: bool) -> Reading:
    """The stories in scopes. With `front` matter the whole document belongs to a story at its top."""
    together = joined(scopes)
    reading = _Reader(together, principles, front).read()
    if reading.stories and any(r.reason == NO_SITUATION for r in reading.refused):
        return _Reader(together, principles, front, established=True).read()
    return reading


def joined(scopes: Sequence[Scope]) -> list[Scope]:
    """Scopes, those put together that a deeper heading cuts out of one answer ('Action', '#### Step 1', 'Result')."""
    result: list[Scope] = []
    above: set[Role] = set()
    """Roles of the last labelled scope."""
    at = -1
    """Where it stands in `result`."""
    shallowest = 0
    """Least level of the scopes after it."""
    for scope in scopes:
        found = groups_in(scope.rows)
        shallowest = min(shallowest, scope.level)
        if (
            at >= 0
            and found
            and shallowest > result[at].level
            and _goes_on(found[0].pieces[0].role, above, [*result[at + 1 :], scope])
        ):
            for later in [*result[at + 1 :], scope]:
                result[at].rows += [*([later.head.row] if later.head else []), *later.rows]
            above |= {p.role for g in found for p in g.pieces}
            del result[at + 1 :]
            shallowest = _DEEPEST
            continue
        result.append(scope)
        if found:
            above, at, shallowest = {p.role for p in found[-1].pieces}, len(result) - 1, _DEEPEST
    return result


def _goes_on(first: Role, above: set[Role], between: Sequence[Scope]) -> bool:
    """A label goes on where the answer above it stopped, and no heading between announces something else."""
    return (
        first not in {Role.SITUATION, *above}
        and order_of(first) > max(order_of(r) for r in above)
        and not any(s.head and (heads.is_variant(s.head.text) or heads.is_angles(s.head.text)) for s in between)
    )


_DEEPEST = 99


class _Reader:
    def __init__(
        self, scopes: Sequence[Scope], principles: PrincipleSet, front: bool, established: bool = False
    ) -> None:
        self.scopes = scopes
        self.principles = principles
        self.front = front
        self.established = established
        self.reading = Reading()
        self.open: Told | None = None
        self.at = 0
        """Position of the scope being read."""
        self.groups = [groups_in(s.rows) for s in scopes]
        self.owned = 0
        """Up to where the open story's part reaches in which other stories stand."""

    def read(self) -> Reading:
        for index, scope in enumerate(self.scopes):
            self.at = index
            if self.open is not None and not self._belongs(scope):
                self.open = None
            if self.open is None or not self._attach(scope):
                self._stories(scope)
        return self.reading

    def _belongs(self, scope: Scope) -> bool:
        story = self.open
        if story is None or scope.head is None:
            return False
        if heads.is_variant(scope.head.text) and scope.level >= min(story.level, LINE_LEVEL):
            return True
        if story.level == 0 and not self.front:
            return (
                heads.is_cues(scope.head.text) or heads.is_angles(scope.head.text) or heads.is_variant(scope.head.text)
            )
        return scope.level > story.level

    def _attach(self, scope: Scope) -> bool:
        """Take a scope below the open story as part of it; False where it is a story of its own."""
        story, head = self.open, scope.head
        if story is None or head is None:
            return False
        if heads.is_angles(head.text):
            story.in_angles = True
            self._angle_or_intro(story, scope, head)
            return True
        if story.in_angles and heads.principles_in(head.text, self.principles):
            self._angle(story, scope, head)
            return True
        found = self.groups[self.at]
        if heads.is_cues(head.text) and found:
            story.cues += found[0].pieces
            story.lines |= _lines(scope)
            return True
        good = [g for g in found if refusal(g.pieces) is None]
        if heads.is_variant(head.text):
            return self._variant(story, scope, head, good)
        tables, _ = table_groups(scope.rows, self.principles)
        if found or tables:
            return False
        return self._note(story, scope, head)

    def _angle_or_intro(self, story: Told, scope: Scope, head: Head) -> None:
        named = heads.principles_in(head.text, self.principles)
        if named:
            self._angle(story, scope, head)
            return
        story.lines |= _lines(scope)
        if text := note_text(scope.rows):
            story.facts.notes.append(Note(heads.plain(head.text), text, head.row.line))

    def _angle(self, story: Told, scope: Scope, head: Head) -> None:
        name = heads.principles_in(head.text, self.principles)[0]
        story.angles.append(Angle(name, angle_text(scope.rows), head.row.line))
        story.lines |= _lines(scope)

    def _variant(self, story: Told, scope: Scope, head: Head, groups: Sequence[Group]) -> bool:
        name = heads.plain(head.text)
        for prefix in ("Variant:", "variant:"):
            name = name.removeprefix(prefix).strip()
        text = note_text(groups[0].lead if groups else scope.rows)
        sections = sections_of(groups[0].pieces) if groups else ()
        if not sections and not text:
            return False
        story.variants.append(Variant(name, sections, text, head.row.line))
        story.lines |= _lines(scope)
        for group in groups[:1]:
            read_facts(group.tail, self.principles, story.facts)
        return True

    def _note(self, story: Told, scope: Scope, head: Head) -> bool:
        if self.at < self.owned:
            return False
        label = Row(head.row.line, Kind.TEXT, f"**{heads.plain(head.text)}:**", f"**{heads.plain(head.text)}:**")
        before = len(story.facts.notes)
        read_facts([label, *scope.rows], self.principles, story.facts)
        for i, note in enumerate(story.facts.notes[before:], before):
            text = note.text.removeprefix(label.body).strip("\n")
            story.facts.notes[i] = Note(heads.plain(head.text), text, note.line)
        story.facts.notes = [n for n in story.facts.notes if n.text or n.heading]
        story.lines |= _lines(scope)
        return True

    def _stories(self, scope: Scope) -> None:
        rows = list(scope.rows)
        tables, table_lines = table_groups(rows, self.principles)
        self.reading.structure |= header_lines(rows, table_lines)
        if tables:
            rows = [r for r in rows if r.line not in table_lines]
        found = groups_in(rows) if tables else self.groups[self.at]
        if tables and not any(refusal(g.pieces) is None for g in found):
            _surround(tables, [r for r in rows if not r.blank])
            found = []
        for group in [*found, *tables]:
            reason = refusal(group.pieces, established=self.established)
            if reason is not None:
                self.reading.refused.append(Refused(group.lines, reason))
                continue
            self._open(scope, group, first=group is [*found, *tables][0])

    def _open(self, scope: Scope, group: Group, *, first: bool) -> None:
        level = self._story_level(scope)
        story = Told(scope, group, level, lines=set(group.lines), cues=list(group.cues), first=first)
        if first:
            self._lead_of_parents(story)
        lead = self._take_probes(story, group.lead) if first else group.lead
        read_facts(lead, self.principles, story.facts, lead=True)
        read_facts(group.tail, self.principles, story.facts)
        self.reading.stories.append(story)
        self.open = story
        self.owned = self._last_labelled(story)

    def _last_labelled(self, story: Told) -> int:
        """The last labelled scope, variants aside, before the next title of the story's level."""
        last = self.at
        for index in range(self.at + 1, len(self.scopes)):
            other = self.scopes[index]
            if other.level <= story.level:
                break
            if self.groups[index] and not (other.head and heads.is_variant(other.head.text)):
                return index
        return last

    def _take_probes(self, story: Told, lead: Sequence[Row]) -> list[Row]:
        """The list directly below a title that is a question holds its probes; the rest of the lead is returned."""
        head = story.scope.head
        rows = [r for r in lead if not r.blank]
        count = next((i for i, r in enumerate(rows) if r.kind is not Kind.ITEM or fact_label(r.text)), len(rows))
        if head is None or not count or heads.question_in(head.text) is None:
            return list(lead)
        story.probes = tuple(r.text for r in rows[:count])
        return rows[count:]

    def _story_level(self, scope: Scope) -> int:
        """The level of the title: of the parent, where the nearest heading only says 'Answer'."""
        path = list(scope.path)
        while len(path) > 1 and heads.is_generic(path[-1].text) and not heads.is_numbered(path[-1].text):
            path.pop()
        return path[-1].level if path else 0

    def _lead_of_parents(self, story: Told) -> None:
        """Text under the title but above a heading such as 'Answer' is the story's: its question."""
        for back in range(self.at - 1, -1, -1):
            other = self.scopes[back]
            above = other.path == story.scope.path[: len(other.path)] and story.level <= other.level
            beside = len(other.path) > len(story.scope.path) and other.path[: len(story.scope.path)] == story.scope.path
            if not (above or beside) or other.level == 0 or not story.scope.path:
                break
            if self.groups[back]:
                break
            name = heads.plain(other.head.text) if beside and other.head else ""
            read_facts(other.rows, self.principles, story.facts, heading=name, lead=not beside)
            story.lines |= _lines(other)


def _surround(tables: Sequence[Group], rows: Sequence[Row]) -> None:
    """Rows above the tables of a scope lead the first story, those below follow the last."""
    start = min(tables[0].lines)
    above = [r for r in rows if r.line < start]
    below = [r for r in rows if r.line > start]
    tables[0].lead = above + tables[0].lead
    tables[-1].tail += below
    tables[0].lines |= {r.line for r in above}
    tables[-1].lines |= {r.line for r in below}


def _lines(scope: Scope) -> set[int]:
    own = {r.line for r in scope.rows if not r.blank}
    return own | ({scope.head.row.line} if scope.head else set())


def angle_text(rows: Sequence[Row]) -> str:
    """An angle as story files have it: the question with its probes as a block quote, then the notes."""
    if rows and all(r.quote or r.blank for r in rows[:2]) and any(r.quote for r in rows[:2]):
        return "\n".join(("> " * min(r.quote, 1) + r.body).rstrip() for r in rows).strip("\n")
    asked = [r for r in rows if not r.quote and r.kind in {Kind.TEXT, Kind.ITEM}]
    question = asked[0] if asked and heads.question_in(asked[0].text) else None
    probes = [r for r in asked if r.kind is Kind.ITEM] if question else []
    notes = [r for r in rows if r is not question and r not in probes]
    parts = []
    if question is not None:
        found = question_of(probes, question.text, question.line)
        quoted = [f"> {found.text}", *([">"] if found.probes else []), *(f"> - {p}" for p in found.probes)]
        parts.append("\n".join(quoted))
    if text := note_text(notes):
        parts.append(text)
    return "\n\n".join(parts)
