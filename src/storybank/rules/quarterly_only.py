"""All that is planned or measured lies within a quarter.

Source: the L6 guide's 'Red Flags to Avoid' (impact scale): longer-term thinking is missing.
"""

import re
from collections.abc import Iterator

from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling
from storybank.rules.scope import largest, months

_QUARTER = re.compile(r"\b(?:q[1-4]|this quarter|next quarter|the quarter|end of (?:the )?quarter|quarterly)\b")
_LONGER = re.compile(
    r"\b(?:year\w*|annual\w*|long[- ]term|since then|still|to this day|ever since|later|sustain\w*|"
    r"permanent\w*|prevent\w*|"
    r"future|following|continu\w+|now|became|standard|adopted|ongoing|beyond|roadmap|subsequent)\b"
)


def _judge(telling: Telling) -> Iterator[Hit]:
    level = telling.level
    if level is None or level.horizon < 3 or telling.search(_LONGER):
        return
    longest = largest(months(telling))
    if longest is not None and longest.value > 3:
        return
    for passage in telling.passages:
        found = _QUARTER.search(passage.lower)
        if found:
            yield Hit(passage, *found.span())
            return


RULE = Whole(
    id="quarterly-only",
    name="Looks no further than a quarter",
    severity=Severity.INFO,
    message="Everything in this story ends within a quarter",
    why="At this level one is expected to think past the current plan.",
    fix="Say what it changed in the year after, or which longer plan it was a step of.",
    judge=_judge,
    fires=(
        told(
            "Sales lagged in Q3.",
            "Reach the goal.",
            "I cut the scope and moved two people.",
            "We reached it in 6 weeks.",
            level="L6",
        ),
        told("The release was due by the end of the quarter.", "Ship.", "I cut the scope.", "We shipped.", level="L6"),
    ),
    silent=(
        told(
            "Sales lagged in Q3.",
            "Reach the goal.",
            "I cut the scope.",
            "We reached it, and the plan still holds a year on.",
            level="L6",
        ),
        told("The release slipped.", "Ship.", "I cut the scope.", "We shipped in 6 weeks.", level="L6"),
    ),
)
