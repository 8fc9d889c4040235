"""The sections do not stand in the order in which a story is told.

Source: the STAR method itself.
"""

from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Example, Hit, Severity, told
from storybank.rules.passage import Telling

_ORDER = tuple(SectionName)
_S, _T, _A, _R, _ = _ORDER


def _judge(telling: Telling) -> Iterator[Hit]:
    furthest = 0
    for passage in telling.passages:
        place = _ORDER.index(passage.section) if passage.section else furthest
        if place < furthest:
            names = f"{_ORDER[place].value.capitalize()} stands after {_ORDER[furthest].value.capitalize()}"
            yield Hit(passage, message=names)
            return
        furthest = max(furthest, place)


RULE = Whole(
    id="section-order",
    name="Sections out of order",
    severity=Severity.WARNING,
    message="The sections are out of order",
    why="Told in this order the listener must put the story together, and misses half of it.",
    fix="Bring the sections into the order Situation, Task, Action, Result, Reflection.",
    judge=_judge,
    any_language=True,
    fires=(
        Example(((_S, "Slow."), (_A, "I changed it."), (_T, "Speed it up."), (_R, "Fast."))),
        Example(((_R, "Fast."), (_S, "Slow."), (_T, "Speed it up."), (_A, "I changed it."))),
    ),
    silent=(
        told("Slow.", "Speed it up.", "I changed the rota.", "Fast."),
        Example(((_S, "Slow."), (_A, "I changed it."), (_A, "I changed more."), (_R, "Fast."))),
    ),
)
