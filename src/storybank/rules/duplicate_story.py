"""The same story stands in the bank twice.

Source: users of story banks that only grow: hundreds of overlapping stories, none of them up to date.
"""

from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Example, Hit, Severity, told
from storybank.rules.passage import Telling

_TEXT = ((SectionName.SITUATION, "Nine offices had nine forms."), (SectionName.ACTION, "I drew one."))


def _judge(telling: Telling) -> Iterator[Hit]:
    for twin in telling.twins:
        yield Hit(None, message=f"Nearly the same words as {twin}")


RULE = Whole(
    id="duplicate-story",
    name="Duplicate of another story",
    severity=Severity.WARNING,
    message="Another story has nearly the same words",
    why="Two versions drift apart, and in one interview loop you may tell the same story twice.",
    fix="Keep one file; make the other telling a variant or an angle of it.",
    judge=_judge,
    any_language=True,
    fires=(Example(_TEXT, twins=("OW-1",)), Example(_TEXT, twins=("OW-1", "OW-2"))),
    silent=(Example(_TEXT), told("Nine forms.", "One.", "I drew it.", "Used.")),
)
