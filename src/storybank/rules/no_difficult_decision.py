"""No difficult decision, in the whole story.

Source: the L6 guide's 'Red Flags to Avoid' (leadership).
"""

from storybank.rules.missing_words import DECISION, missing

RULE = missing(
    id="no-difficult-decision",
    name="No difficult decision",
    words=DECISION,
    message="Nobody decides anything hard in this story",
    why="Leadership shows where a decision hurt; without one there is nothing to judge.",
    fix="Name the choice you faced, what spoke for each side, and what your decision cost.",
)
