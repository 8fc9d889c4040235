"""The story ends before its result.

Source: the anti-pattern 'cliff-hanger' of interview coaches.
"""

from storybank.model import SectionName
from storybank.rules.kinds import Wording
from storybank.rules.model import Severity, said
from storybank.rules.vocabulary import word_set

RULE = Wording(
    id="no-result",
    name="Ends before the result",
    severity=Severity.WARNING,
    message="This leaves the outcome open",
    why="Without an outcome the interviewer has nothing to credit, however good the work was.",
    fix="Say what can be said today: a first figure, a decision taken, a milestone; or tell a story that has ended.",
    sections=(SectionName.RESULT,),
    triggers=word_set(
        """
    remains seen ongoing progress yet early waiting unknown tbd left measured pending finish
    """
    ),
    pattern=r"""
        \b(?:remains?|yet)\ to\ be\ (?:seen|measured|determined|decided)\b | \btoo\ early\ to\ (?:say|tell|know
            |measure)\b
      | \b(?:is|are|'s)\ still\ (?:ongoing|in\ progress|pending|under\ (?:way|development)|being\ (?:built
          |developed|implemented|worked))\b
      | \b(?:i|we)(?:'m|'re|\ am|\ are)\ still\ (?:waiting|working\ on|measuring)\b | \b(?:i
          |we)\ left\ (?:the\ company\ )?before\ (?:it|the|we|i)\b
      | \b(?:results?|outcome)\ (?:is|are|was|were)\ (?:not\ yet\ known|unknown|tbd|pending)\b | ^\s*(?:tbd
          |todo|n/?a)\b
    """,
    fires=(
        said("It is too early to tell whether it worked; the rollout is still ongoing.", SectionName.RESULT),
        said("TBD", SectionName.RESULT),
    ),
    silent=(
        said(
            "The first of three regions runs on it, with 12 complaints instead of 90. The rest follows in May.",
            SectionName.RESULT,
        ),
        said("Nobody is still waiting for a review after a day.", SectionName.RESULT),
    ),
)
