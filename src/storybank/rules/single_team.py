"""The story does not leave the speaker's own team.

Source: the L6 guide's 'Red Flags to Avoid' (impact scale). One other team, department or leader named is enough.
"""

import re
from collections.abc import Iterator

from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling
from storybank.rules.scope import REACH, WIDER, largest, teams

_OWN = re.compile(r"\b(?:my|our|the) (?:\w+ ){0,2}?team\b|\bteam of (?:\d+|\w+)\b")


def _judge(telling: Telling) -> Iterator[Hit]:
    level = telling.level
    if level is None or level.teams < 2 or telling.search(WIDER) or telling.search(REACH):
        return
    counted = largest(teams(telling))
    if counted is not None and counted.value >= level.teams:
        return
    for passage in telling.passages:
        found = _OWN.search(passage.lower)
        if found:
            message = f"Nobody outside your own team appears; {level.name} works across {level.teams} or more teams"
            yield Hit(passage, *found.span(), message=f"{message} ({level.source})")
            return


RULE = Whole(
    id="single-team",
    name="Stays inside one team",
    severity=Severity.INFO,
    message="Nobody outside your own team appears",
    why="Influence over people who do not report to you is what separates this level from the one below.",
    fix="Name the other teams that were affected, asked, persuaded or that took it over.",
    judge=_judge,
    least_words=40,
    fires=(
        told(
            "Builds of my team took an hour, and everybody waited for them twice a day.",
            "I wanted them under ten minutes before the end of May.",
            "I measured each step, removed the tests that ran twice and bought a larger machine for the rest.",
            "Builds take eight minutes now, and we merge four times as often as before.",
            level="L6",
        ),
        told(
            "Our team had no rota, so the same two engineers were called every night for weeks.",
            "I had to spread the load before somebody left.",
            "I wrote runbooks with them, trained four others and drew up a rota that everyone agreed to.",
            "Nobody is called more than once a week now.",
            level="L6",
        ),
    ),
    silent=(
        told(
            "Builds of my team took an hour, and everybody waited for them twice a day.",
            "I wanted them under ten minutes before the end of May.",
            "I measured each step with the platform team, dropped the tests that ran twice and bought a machine.",
            "Builds take eight minutes now, and three other teams copied it.",
            level="L6",
        ),
        told(
            "Builds of my team took an hour, and everybody waited for them twice a day.",
            "I wanted them under ten minutes before the end of May.",
            "I measured each step, removed the tests that ran twice and bought a larger machine for the rest.",
            "Builds take eight minutes now, and we merge four times as often as before.",
            level="L5",
        ),
    ),
)
