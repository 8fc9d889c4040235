"""A whole story whose Result has no number at all.

Source: Amazon's public advice to give numbers, and the anti-patterns of interview coaches.
"""

import re
from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling

_COUNTED = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundreds?|"
    r"thousands?|millions?|dozens?|"
    r"half|halved|third|doubled|tripled|twice|zero|every|all|none|no one|both|single|never)\b"
)


def _judge(telling: Telling) -> Iterator[Hit]:
    results = telling.of(SectionName.RESULT)
    if results and not any(_COUNTED.search(p.lower) or p.figures for p in results):
        yield Hit(results[0])


RULE = Whole(
    id="no-number",
    name="Result without any number",
    severity=Severity.WARNING,
    message="Result has no number",
    why="Numbers are what survives in the interviewer's notes.",
    fix="Add one figure that you can stand for: time, money, people, errors, or how often something happens now.",
    sections=(SectionName.RESULT,),
    judge=_judge,
    fires=(
        told("Slow.", "Speed it up.", "I changed the rota.", "Reviews are quick now and people are content."),
        told("Angry.", "Calm them.", "I called the customer.", "The customer stayed and thanked us."),
    ),
    silent=(
        told("Slow.", "Speed it up.", "I changed the rota.", "Reviews take a day instead of four."),
        told("Slow.", "Speed it up.", "I changed the rota.", "Reviews take half as long."),
    ),
)
