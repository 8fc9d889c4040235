"""Words whose absence from a whole story says something, and the rules that miss them."""

import re
from collections.abc import Callable, Iterator

from storybank.rules.kinds import Whole
from storybank.rules.model import Hit, Severity, told
from storybank.rules.passage import Telling

OBSTACLE = re.compile(
    r"\b(?:but|however|although|though|despite|even so|still|unfortunately|problem\w*|issue\w*|obstacle\w*|"
    r"challeng\w+|difficult\w*|hard|harder|"
    r"resist\w*|hesitat\w*|push(?:ed)? ?back|pushback|disagree\w*|conflict\w*|fail\w*|mistake\w*|wrong|"
    r"delay\w*|risk\w*|blocked|blocker\w*|constraint\w*|"
    r"trade-?offs?|instead of|rather than|while maintaining|without|balanc\w+|limit\w*|deadline\w*|behind|"
    r"refus\w+|concern\w*|doubt\w*|nervous|"
    r"underestimat\w+|tension|skeptic\w*|sceptic\w*|reluct\w*|struggl\w*|crisis|outage\w*|tight|pressure|"
    r"unclear|ambigu\w+|yet|not everyone|couldn't|"
    r"wasn't|weren't|didn't|hadn't|cost us|lost|worse|broke\w*|degrad\w+|alternativ\w+|options?|vs|versus)\b"
)
DECISION = re.compile(
    r"\b(?:decid\w+|decision\w*|chose|choos\w+|choice\w*|trade-?offs?|prioriti[sz]\w*|pushed back|escalat\w+|"
    r"rejected|declined|"
    r"said no|cut|dropped|stopped|cancel\w+|instead of|rather than|despite|disagree\w*|propos\w+|negotiat\w+|"
    r"commit\w*|convinc\w+|"
    r"persuad\w+|against|risk\w*|delay\w*|postpon\w+|weigh\w*|balanc\w+|would have been easier|the easy|"
    r"insist\w*|refus\w+|option\w*|alternativ\w+|"
    r"took (?:personal |full |immediate )?(?:ownership|responsibility)|admitted|honest\w*|raised|approach)\b"
)
SETBACK = re.compile(
    r"\b(?:learn\w*|lesson\w*|mistake\w*|wrong|fail\w*|should have|should've|could have|would do|differently|"
    r"next time|hindsight|looking back|"
    r"setback\w*|underestimat\w+|at first|initial\w*|resist\w*|struggl\w*|regret\w*|missed|realiz\w+|realis\w+|"
    r"taught|difficult|hard|hesitat\w*|"
    r"didn't work|did not work|unfortunately|only (?:partly|partially)|however|but|although|though|not perfect|"
    r"root cause|outage|behind|despite|post-mortem|retrospective|admitted|lost|unable|except)\b"
)
SUSTAINED = re.compile(
    r"\b(?:since|still|today|to this day|later|following|afterwards?|after that|next (?:year|quarter|release|"
    r"months?)|months?|years?|annual\w*|"
    r"adopt\w+|standard|became|prevent\w*|sustain\w*|permanent\w*|continu\w+|ongoing|every|each|regular\w*|"
    r"monitor\w*|process|runbook|template|"
    r"other teams|rolled out|wide|now|always|never|zero|no more|eliminat\w*|automat\w+|document\w*|reus\w+|"
    r"culture|used by|long[- ]term|establish\w*|"
    r"framework|program\w*|model|quarters|daily|weekly|monthly|went on|stayed|remain\w*|maintain\w*|promoted|"
    r"retain\w+|future|copied|advocate)\b"
)


_LEAST_WORDS = 60
"""A shorter story is told in outline, where nothing can be missed."""
_FLAT = (
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
)
"""Stories without an obstacle, a decision, a setback or anything that lasted."""
_ROUND = (
    told(
        "Our reports came out on paper, and people carried them from desk to desk for signatures.",
        "I wanted them signed on a screen by the end of May.",
        "Two clerks resisted at first, but I decided to move their reports last instead of first. I drew the form "
        "with them and learned that the old one had hidden a check. We kept that check and dropped the rest.",
        "All reports of May were signed on a screen, and five years later the form is still the standard.",
    ),
    told("The export failed.", "Mend it.", "I read the log and mended it.", "It ran."),
)
"""A story that has all of them, and one in outline."""


def missing(*, id: str, name: str, words: re.Pattern[str], message: str, why: str, fix: str) -> Whole:  # noqa: A002
    """A rule that finds a whole story in which none of `words` stands."""
    return Whole(
        id=id,
        name=name,
        severity=Severity.INFO,
        message=message,
        why=why,
        fix=fix,
        judge=_lacks(words),
        least_words=_LEAST_WORDS,
        fires=_FLAT,
        silent=_ROUND,
    )


def _lacks(words: re.Pattern[str]) -> Callable[[Telling], Iterator[Hit]]:
    def judge(telling: Telling) -> Iterator[Hit]:
        if not telling.search(words):
            yield Hit(None)

    return judge
