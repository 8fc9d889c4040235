"""Perfect success, in the whole story.

Source: the L6 guide's 'Red Flags to Avoid' (leadership).
"""

from storybank.rules.missing_words import SETBACK, missing

RULE = missing(
    id="perfect-success",
    name="Perfect success",
    words=SETBACK,
    message="Nothing goes wrong and nothing is learned in this story",
    why="Interviewers distrust a story without a setback, and ask for what you learned anyway.",
    fix="Add the moment where it nearly failed or where you were wrong, and what you do differently since.",
)
