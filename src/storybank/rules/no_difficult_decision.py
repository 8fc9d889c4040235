"""No difficult decision, in the whole story.

Source: the L6 guide's 'Red Flags to Avoid' (leadership).
"""

from storybank.rules.kinds import Whole
from storybank.rules.missing_words import DECISION, lacks
from storybank.rules.model import Severity, told

RULE = Whole(
    id="no-difficult-decision",
    name="No difficult decision",
    severity=Severity.INFO,
    message="Nobody decides anything hard in this story",
    why="Leadership shows where a decision hurt; without one there is nothing to judge.",
    fix="Name the choice you faced, what spoke for each side, and what your decision cost.",
    judge=lacks(DECISION),
    least_words=60,
    fires=(
        told(
            "Our reports came out on paper, and people carried them from desk to desk for signatures.",
            "I wanted them signed on a screen by the end of May.",
            "I drew the form with two clerks. I bought a tool that they liked and moved the first ten reports into it. "
            "Then I invited the clerks of the floor and showed them how it works.",
            "All reports of May were signed on a screen, and the clerks were happy with it.",
        ),
        told(
            "The kitchen of our office was dirty on Mondays, and visitors saw it when they came for coffee.",
            "I was asked to have it clean at nine.",
            "I made a list of the tasks and put it on the door. I bought two boxes for the cups and a new machine. "
            "I asked the people of the first floor to come down at half past eight and we cleaned it together.",
            "The kitchen was clean at nine on the Monday when the visitors came.",
        ),
    ),
    silent=(
        told(
            "Our reports came out on paper, and people carried them from desk to desk for signatures.",
            "I wanted them signed on a screen by the end of May.",
            "Two clerks resisted at first, but I decided to move their reports last instead of first. I drew the form "
            "with them and learned that the old one had hidden a check. We kept that check and dropped the rest.",
            "All reports of May were signed on a screen, and five years later the form is still the standard.",
        ),
        told("The export failed.", "Mend it.", "I read the log and mended it.", "It ran."),
    ),
)
