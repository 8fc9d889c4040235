"""A manager's story in which the speaker does the engineering alone.

Source: the L6 guide's 'Red Flags to Avoid' (impact scale).
"""

import re
from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling

_MAKING = re.compile(
    r"\bi (?:\w+ly |then |also |first |re-?)?(?:wrote (?:the |a |some )?(?:\w+ )?(?:code|script|query|function|"
    r"class|module|parser|patch|sql|test\w*)"
    r"|coded|debugged|programmed|refactored|implemented|patched|compiled|profiled|reverse-engineered|built|"
    r"rewrote|fixed|optimi[sz]ed|configured|deployed|traced)\b"
)
_LEADING = re.compile(
    r"\b(?:led|lead|leading|coordinat\w+|delegat\w+|assign\w+|mentor\w*|coach\w*|hir(?:ed|ing)|train(?:ed|ing)|"
    r"align\w*|negotiat\w+|"
    r"convinc\w+|persuad\w+|escalat\w+|facilitat\w+|prioriti[sz]\w+|asked|team|teams|we|together|partner\w*|"
    r"engineers|developers|"
    r"collaborat\w+|organi[sz]ed|budget|stakeholders?|director|presented|with)\b"
)
_LEAST = 3
"""Engineering steps by the speaker alone."""


def _judge(telling: Telling) -> Iterator[Hit]:
    level = telling.level
    if level is None or not level.manages:
        return
    action = telling.of(SectionName.ACTION)
    steps = [(p, m) for p in action for m in _MAKING.finditer(p.lower)]
    if len(steps) >= _LEAST and not any(_LEADING.search(p.lower) for p in action):
        passage, first = steps[0]
        yield Hit(passage, *first.span(), evidence=", ".join(passage.text[m.start() : m.end()] for _, m in steps[:4]))


RULE = Whole(
    id="individual-contributor",
    name="Engineer's work instead of management",
    severity=Severity.WARNING,
    message="Action shows engineering by your own hands, and nobody led",
    why="A manager's story is about what others achieved through you; this one could be told by a senior engineer.",
    fix="Say whom you led, what you delegated and decided; keep at most one thing that you did with your own hands.",
    sections=(SectionName.ACTION,),
    judge=_judge,
    fires=(
        told(
            "It leaked.",
            "Stop it.",
            "I profiled the service. I rewrote the cache and I deployed it.",
            "It ran.",
            level="L6",
        ),
        told(
            "It broke.",
            "",
            "I debugged the parser, then I fixed it, and I wrote a test that night. I patched the rest.",
            "OK.",
            level="L7",
        ),
    ),
    silent=(
        told(
            "It leaked.",
            "Stop it.",
            "I led two engineers through the profile; I rewrote nothing, I fixed the plan.",
            "It ran.",
            level="L6",
        ),
        told(
            "It leaked.",
            "Stop it.",
            "I profiled the service. I rewrote the cache and I deployed it.",
            "It ran.",
            level="L5",
        ),
    ),
)
