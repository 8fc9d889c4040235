"""The story takes longer than an interviewer listens.

Source: 'Common Mistakes' of the advanced scenarios; four minutes is the most that interview sources allow.
"""

from collections.abc import Iterator

from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling
from storybank.rules.shape import LONGEST_MINUTES, total
from storybank.text.speech import WORDS_A_MINUTE

_LONG = "I asked each office for its form, laid them side by side and marked what all of them had in common. " * 32


def _judge(telling: Telling) -> Iterator[Hit]:
    minutes = total(telling) / WORDS_A_MINUTE
    if minutes > LONGEST_MINUTES:
        message = f"{total(telling)} words take about {minutes:.1f} minutes to say; {LONGEST_MINUTES} is the most"
        yield Hit(None, message=message)


RULE = Whole(
    id="rambling",
    name="Too long to tell",
    severity=Severity.WARNING,
    message="The story takes too long to tell",
    why="After three minutes interviewers interrupt, and the result is never told.",
    fix="Tell the shortest version that still has the decision and the result; keep the rest for probes.",
    judge=_judge,
    any_language=True,
    fires=(told("Nine forms.", "One.", _LONG, "Used."), told(_LONG, "One.", "I drew it.", "Used.")),
    silent=(told("Nine forms.", "One.", _LONG[:2000], "Used."), told("Nine forms.", "One.", "I drew it.", "Used.")),
)
