"""An improvement by some percent, and nothing says from where.

Source: Amazon's public advice on numbers, and the probes interviewers use on results (from what, measured how).
"""

from collections.abc import Iterator

from storybank.metrics import Direction, Kind
from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Passage, Telling

_RELATIVE = (Kind.PERCENT, Kind.MULTIPLIER)


def _judge(telling: Telling) -> Iterator[Hit]:
    """Every figure of Result is a relative change, and no other section holds a level to compare with."""
    results = telling.of(SectionName.RESULT)
    figures = [(p, f) for p in results for f in p.figures if f.kind is not Kind.COUNT and f.kind is not Kind.DURATION]
    if not figures or any(f.kind not in _RELATIVE for _, f in figures) or any(p.changes for p in results):
        return
    if any(f.direction is Direction.NONE or not f.is_result for _, f in figures) or any(
        _level(p) for p in telling.passages
    ):
        return
    passage, figure = figures[0]
    yield Hit(passage, figure.start, figure.end)


def _level(passage: Passage) -> bool:
    """Whether a section before Result states a level that a change could start from."""
    return passage.section is not SectionName.RESULT and bool(passage.figures)


RULE = Whole(
    id="no-baseline",
    name="Improvement without a baseline",
    severity=Severity.INFO,
    message="This says by how much, and not from where",
    why="'By 40 percent' may be five tickets or five thousand; the first probe will ask.",
    fix="Give both ends: from what to what, and over which time.",
    sections=(SectionName.RESULT,),
    judge=_judge,
    fires=(
        told("Reviews were slow.", "Speed them up.", "I changed the rota.", "Review time went down by 40%."),
        told("Many customers called.", "Help them.", "I rewrote the form.", "Complaints fell by 60%."),
    ),
    silent=(
        told("Reviews took 4 days.", "Speed them up.", "I changed the rota.", "Review time went down by 40%."),
        told(
            "Reviews were slow.",
            "Speed them up.",
            "I changed the rota.",
            "Review time went down from 5 days to 3, by 40%.",
        ),
    ),
)
