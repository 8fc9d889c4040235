"""No obstacle or trade-off, in the whole story.

Source: the L6 guide's 'Red Flags to Avoid' (communication).
"""

from storybank.rules.missing_words import OBSTACLE, missing

RULE = missing(
    id="linear-story",
    name="No obstacle or trade-off",
    words=OBSTACLE,
    message="The story runs straight from problem to success",
    why="Real work meets obstacles; a story without one sounds either small or invented.",
    fix="Name one obstacle, objection or trade-off, and what you did about it.",
)
