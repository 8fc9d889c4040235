"""Apologising for the story or for oneself.

Source: the anti-pattern 'the apologizer' of interview coaches.
"""

from storybank.rules.kinds import Wording
from storybank.rules.model import Severity, said
from storybank.rules.vocabulary import word_set

RULE = Wording(
    id="apologising",
    name="Apologises for the story",
    severity=Severity.INFO,
    message="This makes the story smaller before it is told",
    why="The interviewer takes your word for it.",
    fix="Leave the apology out; tell the story, or choose another one.",
    triggers=word_set(
        """
    sorry apologize apologise just only small example great impressive interesting anything special big boring
    """
    ),
    pattern=r"""
        \b(?:isn't|is\ not|not|wasn't)\ (?:really\ |exactly\ )?(?:a\ |the\ |that\ |much\ of\ an?\ )?(?:great
          |good|best|impressive|interesting|exciting|perfect)\ (?:of\ an?\ )?(?:example|story|answer)\b
      | \bsorry,?\ (?:if\ this|this\ is|i'm\ (?:not|rambling|nervous)|i\ (?:don't|can't|am)
          |for\ (?:the\ (?:long|boring|rambling)|rambling)|that's\ not)\b
      | \b(?:i\ (?:was|am|'m)\ |i'm\ )(?:only|just)\ (?:an?\ )?(?:junior|intern|developer|engineer|student
          |beginner|tester|small\ part)\b
      | \b(?:it\ was|it's|this\ was|this\ is)\ (?:really\ |honestly\ )?(?:nothing\ (?:special|big|major
          |impressive)|no\ big\ deal|just\ a\ (?:small|little|minor|tiny)\ \w+)
    """,
    fires=(
        said("Sorry, this is not a great example, but we once had to change a report."),
        said("It was nothing special, I only changed the script."),
    ),
    silent=(
        said("I apologised to the customer the same day and told them what had gone wrong."),
        said("This is a good example of why I ask first. It was just after the launch."),
    ),
)
