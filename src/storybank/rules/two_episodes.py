"""Two stories in one.

Source: interviewers ask for one example. A section that comes twice, or a second occasion announced, makes two.
"""

import re
from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Example, Hit, Severity, told
from storybank.rules.passage import Telling

_SECOND = re.compile(
    r"(?:^|[.!?\n])\W*(?:another|a second|a different|one more|the (?:second|other)) (?:example|time|situation|"
    r"case|story|occasion|instance) "
    r"(?:is|was|when|where|i|of|that|involv\w+|happened|came)\b|\b(?:on another occasion|in (?:another|"
    r"a different) (?:company|job|role|situation),? i)\b"
)
_S, _T, _A, _R, _ = tuple(SectionName)


def _judge(telling: Telling) -> Iterator[Hit]:
    situations = telling.of(SectionName.SITUATION)
    places = [p.section for p in telling.passages]
    if len(situations) > 1 and SectionName.ACTION in places[: _last(places, SectionName.SITUATION)]:
        yield Hit(situations[-1], message="A second Situation begins a second story")
        return
    for passage in telling.of(_S, _T, _A, _R):
        found = _SECOND.search(passage.lower)
        if found:
            yield Hit(passage, *found.span())
            return


def _last(places: list[SectionName | None], name: SectionName) -> int:
    return len(places) - 1 - places[::-1].index(name)


RULE = Whole(
    id="two-episodes",
    name="Two episodes in one story",
    severity=Severity.WARNING,
    message="This begins a second story",
    why="Two half stories score like half a story; the second is also lost for another question.",
    fix="Keep the stronger one here, and give the other its own file.",
    judge=_judge,
    fires=(
        Example(
            ((_S, "Slow."), (_A, "I changed it."), (_R, "Fast."), (_S, "Loud."), (_A, "I moved it."), (_R, "Calm."))
        ),
        told("It was slow.", "", "I changed the rota. Another example was when I moved the printer.", "Fast."),
    ),
    silent=(
        told("It was slow.", "", "I changed the rota and gave the team an example of another one.", "Fast."),
        Example(((_S, "Slow."), (_S, "And loud."), (_A, "I changed it."), (_R, "Fast."))),
    ),
)
