"""Stated money impact below what the level is expected to move.

Source: the L6 guide's 'Red Flags to Avoid' (impact scale); the thresholds are in data/levels.toml.
A story that states no money is not judged here.
"""

from collections.abc import Iterator

from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling
from storybank.rules.scope import dollars, largest, yearly_money


def _judge(telling: Telling) -> Iterator[Hit]:
    top = largest(yearly_money(telling))
    level = telling.level
    if top is None or level is None or top.value >= level.impact_floor:
        return
    yield Hit(
        top.passage,
        top.figure.start,
        top.figure.end,
        message=f"The largest impact stated is {dollars(top.value)} a year; {level.name} starts at "
        f"{dollars(level.impact_floor)} ({level.source})",
    )


RULE = Whole(
    id="impact-too-small",
    name="Impact below the level",
    severity=Severity.WARNING,
    message="The stated impact is below the level",
    why="Scope is what levels differ in; a small number invites a lower level.",
    fix="Count the yearly effect, the cost avoided and the adoption by others; if it stays small, pick a larger story.",
    judge=_judge,
    any_language=True,
    fires=(
        told(
            "The tool was slow.",
            "Speed it up.",
            "I asked two teams and rebuilt it.",
            "It saved $40K a year.",
            level="L6",
        ),
        told("Costs grew.", "Cut them.", "I moved the jobs.", "We saved $2M a year.", level="L7"),
    ),
    silent=(
        told("Costs grew.", "Cut them.", "I moved the jobs.", "We saved $2M a year.", level="L6"),
        told("Costs grew.", "Cut them.", "I moved the jobs.", "We saved $60K a month.", level="L6"),
        told("The tool was slow.", "Speed it up.", "I rebuilt it.", "It now answers in 2 seconds.", level="L6"),
    ),
)
