"""A section of the story is missing or empty.

Source: the STAR method itself; the parts are those of a story file.
"""

from collections.abc import Iterator

from storybank.model import STAR, SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling

_GRAVE = (SectionName.ACTION, SectionName.RESULT)


def _judge(telling: Telling) -> Iterator[Hit]:
    if len(telling.missing) == len(STAR):
        yield Hit(None, message="No section has any text", severity=Severity.ERROR)
        return
    for name in telling.missing:
        severity = Severity.ERROR if name in _GRAVE else Severity.WARNING
        fix = f"Write '## {name.value.capitalize()}' and at least one sentence."
        yield Hit(None, message=f"{name.value.capitalize()} is missing or empty", severity=severity, fix=fix)


RULE = Whole(
    id="missing-section",
    name="Section missing or empty",
    severity=Severity.ERROR,
    message="A section is missing or empty",
    why="Interviewers take notes under these four headings and mark what is not there.",
    fix="Write the missing section, if only one sentence.",
    judge=_judge,
    any_language=True,
    fires=(told("Slow.", "Speed it up.", "I changed the rota."), told("Slow.", "", "I changed the rota.", "Fast.")),
    silent=(told("Slow.", "Speed it up.", "I changed the rota.", "Fast."), told("S", "T", "A", "R")),
)
