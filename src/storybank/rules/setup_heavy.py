"""Situation and Task take too much of the story.

Source: the anti-pattern 'setup-heavy' of interview coaches; Bangerter, Corvalan and Cavin (2014) found more situation
than action in real interviews.
"""

from collections.abc import Iterator

from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling
from storybank.rules.shape import SETUP, SETUP_ERROR, SETUP_WARN, total, words_of

_LONG = "The region had nine offices, each with its own form, and nobody knew which of them was the right one. " * 6


def _judge(telling: Telling) -> Iterator[Hit]:
    share = words_of(telling, *SETUP) / total(telling)
    if share > SETUP_WARN and not telling.missing:
        severity = Severity.WARNING if share > SETUP_ERROR else Severity.INFO
        message = f"Situation and Task take {share:.0%} of the words; aim for about 30%"
        yield Hit(telling.of(*SETUP)[0], message=message, severity=severity)


RULE = Whole(
    id="setup-heavy",
    name="Too much set-up",
    severity=Severity.WARNING,
    message="Situation and Task take too much of the story",
    why="The time goes where nothing can be credited; what you did comes too late or gets cut off.",
    fix="Keep the two facts that make the problem matter, and move on to what you did.",
    judge=_judge,
    least_words=80,
    any_language=True,
    fires=(
        told(_LONG, "Find one.", "I asked all nine and drew one form with them.", "One form is used."),
        told("It was broken.", _LONG, "I asked all nine and drew one form with them.", "One form is used."),
    ),
    silent=(
        told("Nine offices had nine forms.", "Find one.", _LONG, "One form is used in all nine offices."),
        told("Nine offices.", "One form.", "I drew it.", "Used."),
    ),
)
