"""Follow-ups that a story's figures invite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from storybank.metrics import Direction, Figure, Kind, changes, figures
from storybank.model import SectionName, Story
from storybank.probes.model import Probe, Source

_RELATIVE = frozenset({Kind.PERCENT, Kind.POINTS, Kind.MULTIPLIER})
_NEAR = 25
"""Characters between a level and its change."""
_PEOPLE = frozenset({"team", "department", "stakeholder", "partner", "org", "organisation", "organization", "vendor"})


@dataclass(frozen=True, slots=True)
class _Placed:
    figure: Figure
    section: SectionName
    line: int
    has_start: bool
    """It is one end of a change that gives both."""


def figure_probes(story: Story) -> Iterator[Probe]:
    """Gaps in the figures first, then questions on the figures themselves."""
    placed = list(_placed(story))
    results = [one for one in placed if one.section is SectionName.RESULT]
    if story.text_of(SectionName.RESULT) and not results:
        yield _gap("How do you know that it worked? Which number moved?", "Result has no figure", SectionName.RESULT)
    for one in results:
        if _lacks_start(one, placed):
            text, why = (
                f"You say {one.figure.text}: from what to what?",
                f"a figure without its start: {one.figure.text}",
            )
            yield Probe(text, why, Source.GAP, one.section, one.line)
    if results and not any(one.figure.kind is Kind.MONEY for one in placed):
        yield _gap("What was that worth in money?", "no amount of money is told", SectionName.RESULT)
    if placed and not any(one.figure.kind is Kind.DURATION for one in placed):
        yield _gap("When was this, and how long did it take?", "no span of time is told", SectionName.SITUATION)
    yield from _questions(placed, results)


def _questions(placed: list[_Placed], results: list[_Placed]) -> Iterator[Probe]:
    for one in results:
        if one.figure.is_result and one.figure.kind is not Kind.DURATION and not _lacks_start(one, placed):
            yield _ask(one, f"How was {one.figure.text} measured, and who checked it?", "the main figure of Result")
            break
    for one in placed:
        if one.figure.kind is Kind.COUNT and one.figure.unit in _PEOPLE and one.figure.value > 1:
            yield _ask(one, f"{one.figure.text}: how did you get them to agree?", "others had to go along")
            break
    for one in placed:
        if one.figure.approximate and one.section is SectionName.RESULT:
            yield _ask(one, f"You say {one.figure.text}: what is the exact figure?", "an approximate figure")
            break


def _lacks_start(one: _Placed, placed: list[_Placed]) -> bool:
    """A relative change of which neither both ends nor a level before are told."""
    if one.figure.kind not in _RELATIVE or one.figure.direction is Direction.NONE or one.has_start:
        return False
    if any(_near(one, other) and other.figure.kind not in _RELATIVE for other in placed):
        return False
    return not any(
        other.section in (SectionName.SITUATION, SectionName.TASK)
        and other.figure.kind is one.figure.kind
        and other.figure.direction is Direction.NONE
        for other in placed
    )


def _near(one: _Placed, other: _Placed) -> bool:
    """Whether the level stands beside the change: 'to 95 (72% fewer)'."""
    return one.section is other.section and 0 < one.figure.start - other.figure.end < _NEAR


def _placed(story: Story) -> Iterator[_Placed]:
    for section in story.sections:
        ends = {figure.start for change in changes(section.text) for figure in (change.before, change.after)}
        for figure in figures(section.text):
            line = section.text.count("\n", 0, figure.start) + section.text_line if section.text_line else 0
            yield _Placed(figure, section.name, line, figure.start in ends)


def _ask(one: _Placed, text: str, why: str) -> Probe:
    return Probe(text, f"{why}: {one.figure.text}", Source.FACT, one.section, one.line)


def _gap(text: str, why: str, section: SectionName) -> Probe:
    return Probe(text, why, Source.GAP, section)
