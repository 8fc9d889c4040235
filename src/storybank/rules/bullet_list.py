"""Action is a list of steps with no thread between them.

Source: the anti-pattern 'listicle' of interview coaches.
"""

import re
from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling

_THREAD = re.compile(
    r"\b(?:because|so|then|after\w*|before|first|second|next|finally|when|once|while|until|since|which|"
    r"that's why|therefore|"
    r"but|however|although|despite|instead|meanwhile|to (?:\w+ly )?(?:understand|make|find|learn|avoid|keep|"
    r"prevent|reduce|get|let|help|ensure|accelerate|improve|restore|insulate|validate|address))\b"
)
_LEAST = 5
"""List items from which the missing thread is heard."""


def _judge(telling: Telling) -> Iterator[Hit]:
    for passage in telling.of(SectionName.ACTION):
        lines = [line for line in passage.text.splitlines() if line.strip()]
        if len(passage.items) >= _LEAST and len(lines) - len(passage.items) <= 1 and not _THREAD.search(passage.lower):
            yield Hit(passage, passage.items[0], passage.items[0])


RULE = Whole(
    id="bullet-list",
    name="List without a thread",
    severity=Severity.INFO,
    message="Action lists steps, and nothing says why one followed the other",
    why="Read aloud it is a checklist; the judgement between the steps is what is assessed.",
    fix="Join the steps: what you saw, so what you decided, and what happened then. Keep the bullets as cues.",
    sections=(SectionName.ACTION,),
    judge=_judge,
    fires=(
        told("Slow.", "", "- Read logs\n- Met teams\n- Wrote a plan\n- Tested it\n- Told everyone", "Fast."),
        told("Slow.", "", "1. Read logs\n2. Met teams\n3. Wrote a plan\n4. Tested it\n5. Told everyone", "Fast."),
    ),
    silent=(
        told(
            "Slow.",
            "",
            "- Read logs\n- Met teams, because two owned it\n- Wrote a plan\n- Tested it\n- Told everyone",
            "Fast.",
        ),
        told("Slow.", "", "- Read logs\n- Met teams\n- Wrote a plan", "Fast."),
        told("Slow.", "", "I read the logs and met both teams. I wrote a plan, tested it and told everyone.", "Fast."),
    ),
)
