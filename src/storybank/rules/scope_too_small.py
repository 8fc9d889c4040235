"""Nothing shows the scope that the level asks for.

Source: the L6 guide's table of differences from L7. Runs for levels whose data says that a story must show its scope.
"""

from collections.abc import Iterator

from storybank.rules.kinds import Whole
from storybank.rules.levels import Level
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling
from storybank.rules.scope import REACH, dollars, largest, months, people, yearly_money


def _judge(telling: Telling) -> Iterator[Hit]:
    level = telling.level
    if level is None or not level.must_show:
        return
    lacking = list(_lacking(telling, level))
    if 4 - len(lacking) < level.must_show:
        yield Hit(None, message=f"Scope too small for {level.name}: {'; '.join(lacking)} ({level.source})")


def _lacking(telling: Telling, level: Level) -> Iterator[str]:
    """What falls short, in words."""
    money = largest(yearly_money(telling))
    if money is None or money.value < level.impact:
        stated = f"{dollars(money.value)} a year" if money else "no money"
        yield f"impact: {stated}, {level.name} is {dollars(level.impact)} and more"
    crowd = largest(people(telling))
    if crowd is None or crowd.value < level.engineers:
        stated = f"{crowd.value:.0f} people" if crowd else "no number of people"
        yield f"influence: {stated}, {level.name} is {level.engineers} and more"
    span = largest(months(telling))
    if span is None or span.value < level.horizon:
        stated = f"{span.value:.3g} months" if span else "none stated"
        yield f"horizon: {stated}, {level.name} is {level.horizon} months and more"
    if not telling.search(REACH):
        yield "reach: nothing across the organisation or outside it"


RULE = Whole(
    id="scope-too-small",
    name="Scope below the level",
    severity=Severity.WARNING,
    message="The scope is too small for the level",
    why="From this level on, interviewers listen for organisation-wide and multi-year work before anything else.",
    fix="Say how far it reached: money a year, engineers, years ahead, organisations; or tell a larger story.",
    judge=_judge,
    any_language=True,
    fires=(
        told(
            "The tool was slow.",
            "Speed it up.",
            "My team of 6 engineers rebuilt it.",
            "It saved $2M a year.",
            level="L7",
        ),
        told("Reviews took days.", "Speed them up.", "I changed the rota.", "They take an hour.", level="L7"),
    ),
    silent=(
        told(
            "Every region had its own billing.",
            "One platform in 3 years.",
            "I led 120 engineers across the company.",
            "It saves $30M a year.",
            level="L7",
        ),
        told(
            "The tool was slow.",
            "Speed it up.",
            "My team of 6 engineers rebuilt it.",
            "It saved $2M a year.",
            level="L6",
        ),
    ),
)
