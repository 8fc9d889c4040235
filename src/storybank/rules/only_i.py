"""Only 'I' in a long Action: the others who must have been there are not mentioned at all.

Source: the anti-pattern 'credit absorber' of interview coaches; research notes ask to measure I : (I + we).
"""

import re
from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling

_OTHERS = re.compile(
    r"\b(?:we|our|us|ours|they|them|their|she|he|her|his|him|teams?|engineers?|developers?|colleagues?|people|"
    r"everyone|"
    r"managers?|partners?|customers?|users?|stakeholders?|directors?|leads?|peers?|designers?|analysts?|mentors?|"
    r"with|together|somebody|someone|vendors?|provider|support|sales|marketing|juniors?|seniors?)\b"
)
_LEAST_I = 6
"""Times 'I' must be said before the absence of others says anything."""


def _judge(telling: Telling) -> Iterator[Hit]:
    action = telling.of(SectionName.ACTION)
    said_i = sum(p.first_person for p in action)
    if said_i >= _LEAST_I and not any(_OTHERS.search(p.lower) for p in action):
        yield Hit(action[0])


RULE = Whole(
    id="only-i",
    name="Only 'I' in Action",
    severity=Severity.INFO,
    message="Action names nobody but you",
    why="A leader's work runs through others; a story without them sounds like credit taken, or like work done alone.",
    fix="Name who else was in it and what you did with them: asked, persuaded, delegated, taught.",
    sections=(SectionName.ACTION,),
    judge=_judge,
    fires=(
        told(
            "The export failed.",
            "Mend it.",
            "I read the log. I found the bug. I fixed it. I wrote a test. I deployed it, and I went home.",
            "It ran.",
        ),
        told(
            "The build broke.",
            "",
            "I looked, I searched, I changed the script, I ran it, I checked it and I pushed it.",
            "It works.",
        ),
    ),
    silent=(
        told(
            "The export failed.",
            "Mend it.",
            "I read the log. I asked the data team. I fixed it, I tested it, I deployed it, I wrote it down.",
            "It ran.",
        ),
        told("The build broke.", "", "I changed the script.", "It works."),
    ),
)
