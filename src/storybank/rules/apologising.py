"""Apologising for the story or for oneself.

Source: the anti-pattern 'the apologizer' of interview coaches.
"""

from storybank.rules.kinds import Wording
from storybank.rules.model import Severity, said

RULE = Wording(
    id="apologising",
    name="Apologises for the story",
    severity=Severity.INFO,
    message="This makes the story smaller before it is told",
    why="The interviewer takes your word for it.",
    fix="Leave the apology out; tell the story, or choose another one.",
    triggers=frozenset("sorry apologize apologise just only small example great impressive interesting anything special big boring".split()),
    pattern=r"""
        \b(?:this|it|that)(?:'s|\ is|\ was|\ may|\ might)(?:n't|\ not|\ be\ not|\ not\ be)?\ (?:probably\ |really\ |maybe\ )?(?:not\ )?(?:a\ |an\ |the\ |that\ |very\ |much\ of\ an?\ )?(?:great|good|best|impressive|interesting|exciting|perfect|big|special|ideal)\ (?:a\ )?(?:example|story|answer|deal|project)\b(?<!\bgreat\ example)(?<!\bgood\ example)(?<!\bbest\ example)(?<!\bperfect\ example)(?<!\bbig\ project)(?<!\bbest\ project)(?<!\bgreat\ project)(?<!\bgood\ project)(?<!\bgreat\ story)(?<!\bgood\ story)(?<!\bbest\ story)
      | \b(?:isn't|is\ not|not|wasn't)\ (?:really\ |exactly\ )?(?:a\ |the\ |that\ |much\ of\ an?\ )?(?:great|good|best|impressive|interesting|exciting|perfect)\ (?:of\ an?\ )?(?:example|story|answer)\b
      | \bsorry,?\ (?:if\ this|this\ is|i'm\ (?:not|rambling|nervous)|i\ (?:don't|can't|am)|for\ (?:the\ (?:long|boring|rambling)|rambling)|that's\ not)\b
      | \b(?:i\ (?:was|am|'m)\ |i'm\ )(?:only|just)\ (?:an?\ )?(?:junior|intern|developer|engineer|student|beginner|tester|small\ part)\b
      | \b(?:it\ was|it's|this\ was|this\ is)\ (?:really\ |honestly\ )?(?:nothing\ (?:special|big|major|impressive)|no\ big\ deal|just\ a\ (?:small|little|minor|tiny)\ \w+)
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
