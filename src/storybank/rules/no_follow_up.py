"""No follow-up, in the whole story.

Source: the L6 guide's 'Red Flags to Avoid' (communication).
"""

from storybank.rules.missing_words import SUSTAINED, missing

RULE = missing(
    id="no-follow-up",
    name="No follow-up",
    words=SUSTAINED,
    message="Nothing says what lasted",
    why="A result that nobody looked at again may have been luck.",
    fix="Say what is true months later, who uses it now, or what you took into the next project.",
)
