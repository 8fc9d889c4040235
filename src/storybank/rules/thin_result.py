"""Result is hardly there.

Source: research notes on practice: a result under a tenth of the story is too thin.
"""

from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling
from storybank.rules.shape import RESULT_LEAST, total, words_of

_LONG = "I asked each office for its form, laid them side by side and marked what all of them had in common. " * 6


def _judge(telling: Telling) -> Iterator[Hit]:
    words = words_of(telling, SectionName.RESULT)
    share = words / total(telling)
    if words and share < RESULT_LEAST:
        yield Hit(telling.of(SectionName.RESULT)[0], message=f"Result has {share:.0%} of the words; aim for 15 to 20%")


RULE = Whole(
    id="thin-result",
    name="Thin result",
    severity=Severity.WARNING,
    message="Result is too short",
    why="The result is what is remembered and written down.",
    fix="Say what changed, by how much, for whom, and what lasted.",
    sections=(SectionName.RESULT,),
    judge=_judge,
    least_words=80,
    any_language=True,
    fires=(
        told("Nine offices had nine forms.", "Find one.", _LONG, "It worked."),
        told("Forms were different in each office.", "Find one form.", _LONG * 2, "Nine offices use one form."),
    ),
    silent=(
        told(
            "Nine forms.",
            "Find one.",
            _LONG,
            "One form is used in all nine offices, and a new clerk learns it in an hour instead of a week.",
        ),
        told("Nine forms.", "Find one.", "I drew it.", "Used."),
    ),
)
