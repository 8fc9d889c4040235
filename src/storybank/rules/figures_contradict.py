"""One figure told in two ways: in another section, in a variant, or in the cues.

Source: users of assistants whose numbers grew from telling to telling.
"""

import re
from collections.abc import Iterator

from storybank.metrics import Figure, Kind
from storybank.model import SectionName
from storybank.rules.arithmetic import magnitude
from storybank.rules.kinds import Arithmetic
from storybank.rules.model import Example, Hit, Severity
from storybank.rules.passage import Passage, Telling

_WORD = re.compile(r"[a-z]{4,}")
_DIGITS = re.compile(r"\d+")
_AROUND = 45
"""Characters on each side of a figure that say what it counts."""
_SAME = 0.06
"""Relative difference up to which two figures are one, rounded."""
_SPECIFIC = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.RATING)


def _judge(telling: Telling) -> Iterator[Hit]:
    known = set().union(*(_DIGITS.findall(p.lower) for p in telling.passages)) if telling.others else set()
    for other in telling.others:
        if known.issuperset(_DIGITS.findall(other.lower)):
            continue  # the same digits everywhere: nothing to compare
        for figure in other.figures:
            if figure.kind in _SPECIFIC:
                yield from _against(other, figure, [(p, f) for p in telling.passages for f in p.figures])


def _against(other: Passage, figure: Figure, main: list[tuple[Passage, Figure]]) -> Iterator[Hit]:
    """Fires where one figure of the story is about the same words, and none has the value."""
    alike = [(p, f) for p, f in main if f.kind is figure.kind and _unit(f) == _unit(figure)]
    if any(_equal(f, figure) for _, f in main if f.kind is figure.kind) or not alike:
        return
    topic = _topic(other, figure)
    needed = 1 if figure.kind is Kind.COUNT and figure.unit else 2
    related = [(p, f) for p, f in alike if len(topic & _topic(p, f)) >= needed and p.section is other.section]
    if len(related) == 1:
        passage, found = related[0]
        place = passage.section.value.capitalize() if passage.section else "the story"
        message = f"Says {figure.text.strip()} here and {found.text.strip()} in {place}"
        yield Hit(other, figure.start, figure.end, message)


def _unit(figure: Figure) -> str:
    return "" if figure.kind is Kind.DURATION else figure.unit


def _equal(one: Figure, two: Figure) -> bool:
    a, b = magnitude(one), magnitude(two)
    ends = (a, one.upper if one.upper is not None else a)
    return min(ends) - _SAME * abs(b) <= b <= max(ends) + _SAME * abs(b)


def _topic(passage: Passage, figure: Figure) -> set[str]:
    line_start = passage.lower.rfind("\n", 0, figure.start) + 1
    line_end = passage.lower.find("\n", figure.end)
    begin = max(line_start, figure.start - _AROUND)
    end = min(line_end if line_end >= 0 else len(passage.lower), figure.end + _AROUND)
    return set(_WORD.findall(passage.lower[begin:end]))


_RESULT = SectionName.RESULT
RULE = Arithmetic(
    id="figures-contradict",
    name="One figure told in two ways",
    severity=Severity.WARNING,
    message="The same figure has two values",
    why="Under pressure you will say the wrong one, and a careful interviewer has the other in the notes.",
    fix="Decide which is right and correct the other.",
    judge=_judge,
    fires=(
        Example(
            ((_RESULT, "We moved 23 services to the new cluster."),),
            others=((_RESULT, "32 services on the new cluster"),),
        ),
        Example(
            ((_RESULT, "Customer complaints about parcels fell by 40%."),),
            others=((_RESULT, "Complaints about parcels fell 60%"),),
        ),
    ),
    silent=(
        Example(((_RESULT, "We moved 23 services to the new cluster."),), others=((_RESULT, "23 services moved"),)),
        Example(((_RESULT, "Complaints fell by 40%, calls by 20%."),), others=((_RESULT, "Satisfaction up 60%"),)),
    ),
)
