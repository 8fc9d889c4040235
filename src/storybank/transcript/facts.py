"""Facts kept: which figures and names of a story were said, changed or missed in a telling."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from storybank.metrics import Figure, Kind, figures
from storybank.model import SectionName, Story
from storybank.text.words import content_words, stem
from storybank.transcript.alike import context, equal, rounded, same_fact, same_measure
from storybank.transcript.names import names_kept
from storybank.transcript.spoken import numbers, written

_ENOUGH = 1.0
"""Likeness from which a figure that was said stands for another one of the story."""


class Fate(StrEnum):
    """What became of a fact."""

    SAID = "said"
    CHANGED = "changed"
    ROUNDED = "rounded"
    MISSED = "missed"
    ADDED = "added"
    """Said, but not in the story."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or a name of the story."""

    text: str
    """As the story has it; as it was said where it was added."""
    section: SectionName | None
    """Where it first stands; None where it was added."""
    line: int = 0
    """Line of the story's file, 0 where it has none."""
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What became of one fact."""

    fact: Fact
    fate: Fate
    said: str = ""
    """What was said for it."""

    @property
    def message(self) -> str:
        """'you said 15 %, the story says 16.4 %'."""
        match self.fate:
            case Fate.CHANGED | Fate.ROUNDED:
                return f"you said {self.said}, the story says {self.fact.text}"
            case Fate.MISSED:
                return f"you left out {self.fact.text}"
            case Fate.ADDED:
                return f"you said {self.said}, which the story does not say"
        return f"you said {self.fact.text}"


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure where it stands."""

    figure: Figure
    around: frozenset[str]
    """Stems of the words near it."""
    section: SectionName | None = None
    line: int = 0
    times: int = 1
    """How often it stands in the story."""
    counts: bool = True
    """Whether the grammar of figures knows it; else it is a bare number."""


def facts_kept(story: Story, telling: str) -> list[Said]:
    """The facts of a story in its order, each with what became of it; then what was added.

    Args:
        story: its sections hold the facts; a figure that stands twice is one fact.
        telling: what was said, numbers in digits or in words.
    """
    told = written(telling)
    return [*_figures_kept(story, told), *_names_kept(story, told)]


def _figures_kept(story: Story, told: str) -> list[Said]:
    wanted, known = _of_story(story), _places(told)
    spoken = [*known, *_bare(told, known)]
    said: dict[int, Figure] = {}
    used: set[int] = set()
    repeated: set[int] = set()
    for number, place in enumerate(wanted):
        same = _equal_ones(place, spoken)
        if same:
            said[number] = same[0].figure
            used |= {id(one) for one in same[: place.times]}
            repeated |= {id(one) for one in same}
    left = [one for one in spoken if id(one) not in used]
    changed = _changed(wanted, said, left)
    facts = [_judged(place, said.get(n), changed.get(n)) for n, place in enumerate(wanted)]
    taken = {id(place) for place in changed.values()}
    added = [
        Said(Fact(p.figure.text, None), Fate.ADDED, p.figure.text)
        for p in left
        if id(p) not in taken | repeated and p.counts
    ]
    return [*_once(facts), *added]


def _equal_ones(place: _Place, spoken: Sequence[_Place]) -> list[_Place]:
    """The figures that were said and are this one, those in its own words first."""
    same = [one for one in spoken if equal(one.figure, place.figure)]
    return sorted(same, key=lambda one: -len(one.around & place.around))


def _changed(wanted: Sequence[_Place], said: dict[int, Figure], left: Sequence[_Place]) -> dict[int, _Place]:
    """Number of a figure of the story -> the figure that was said for it; the likest pairs first."""
    pairs = [
        (score, number, place)
        for number, fact in enumerate(wanted)
        for place in left
        if (score := _likeness(fact, place, missing=number not in said)) >= _ENOUGH
    ]
    found: dict[int, _Place] = {}
    used: set[int] = set()
    for _, number, place in sorted(pairs, key=lambda pair: -pair[0]):
        if number not in found and id(place) not in used:
            found[number] = place
            used.add(id(place))
    return found


def _likeness(fact: _Place, said: _Place, *, missing: bool) -> float:
    """How much a figure that was said looks as if it stood for a figure of the story."""
    if not same_measure(fact.figure, said.figure) or not (missing or said.counts):
        return 0.0
    shared = len(fact.around & said.around)
    ratio = abs(math.log(abs(said.figure.value / fact.figure.value))) if said.figure.value and fact.figure.value else 3
    near = max(0.0, 1.0 - ratio / math.log(10))
    if (fact.figure.kind, fact.figure.unit) != (said.figure.kind, said.figure.unit) and (shared < 2 or near < 0.5):
        return 0.0
    unit = 0.5 if fact.figure.unit == said.figure.unit != "" else 0.0
    if not missing:
        return shared * 0.5 + near * 0.5 if shared >= 3 else 0.0  # the fact was said too: a slip at its second place
    return shared * 0.5 + near + unit + (1.0 if rounded(fact.figure, said.figure) else 0.0)


def _judged(place: _Place, said: Figure | None, other: _Place | None) -> Said:
    fact = Fact(place.figure.text, place.section, place.line)
    if other is not None:
        fate = Fate.ROUNDED if rounded(place.figure, other.figure) else Fate.CHANGED
        return Said(fact, fate, other.figure.text)
    return Said(fact, Fate.MISSED) if said is None else Said(fact, Fate.SAID, said.text)


def _once(facts: Sequence[Said]) -> list[Said]:
    return list({(one.fact.text.casefold(), one.fate): one for one in reversed(facts)}.values())[::-1]


def _names_kept(story: Story, told: str) -> list[Said]:
    return [
        Said(
            Fact(kept.name, kept.section, kept.line, is_name=True),
            Fate.SAID if kept.said == kept.name else Fate.CHANGED if kept.said else Fate.MISSED,
            kept.said,
        )
        for kept in names_kept(story, told)
    ]


def _of_story(story: Story) -> list[_Place]:
    """The figures of the sections, each value once: where it stands first."""
    found: list[_Place] = []
    for section in story.sections:
        for number, line in enumerate(section.text.split("\n")):
            at = section.text_line + number if section.text_line else 0
            for place in _places(line, section.name, at):
                twin = next((n for n, one in enumerate(found) if same_fact(one.figure, place.figure)), None)
                if twin is None:
                    found.append(place)
                else:
                    first = found[twin]
                    found[twin] = replace(first, around=first.around | place.around, times=first.times + 1)
    return found


def _places(text: str, section: SectionName | None = None, line: int = 0) -> list[_Place]:
    return [_Place(figure, _around(text, figure), section, line) for figure in figures(text)]


def _bare(text: str, known: Sequence[_Place]) -> list[_Place]:
    """Numbers that count nothing the grammar knows, as speech has them: 'five', 'from three to four'."""
    found = []
    for start, end, value in numbers(text):
        if not any(place.figure.start < end and start < place.figure.end for place in known):
            figure = Figure(start, end, text[start:end], Kind.COUNT, value, "")
            found.append(_Place(figure, _around(text, figure), counts=False))
    return found


def _around(text: str, figure: Figure) -> frozenset[str]:
    return frozenset(map(stem, content_words(context(text, figure))))
