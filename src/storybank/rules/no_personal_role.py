"""Only 'we' in what was done: the speaker's own part cannot be seen.

Source: the anti-pattern 'team hider' of interview coaches, and Amazon's public advice to say 'I' for one's own part.
'We' beside a clear 'I' is fine, and so are bullets that begin with a verb, for their subject is the author.
"""

import re
from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Reading
from storybank.rules.model import Hit, Severity, said
from storybank.rules.passage import Passage

_WE = re.compile(r"\b(?:[Ww]e|[Ww]e['’](?:ve|d|re|ll)|[Tt]he (?:whole |entire )?team|[Ee]veryone on the team)\b")
_PASSIVE = re.compile(
    r"\b(?:was|were|has been|have been|had been|being) (?:\w+ly )?"
    r"(?:\w{3,}ed|made|built|done|written|taken|found|set|chosen|sent|held|given|put|begun|run|drawn|led)\b"
)
_OWN = re.compile(
    r"\b(?:i(?!['’]m (?:not )?(?:sure|glad|proud)|(?:['’]d)? (?:think|guess|believe|feel|hope|suppose|mean|"
    r"remember|was part|am part|was (?:on|in) (?:a|the|my)|(?:was|am|got) (?:involved|appointed|assigned|named|"
    r"tasked|hired|chosen|selected|promoted|placed)|really like|like|don't|do not))"
    r"(?:'m|'ve|'d|'ll)?|my (?:task|role|part|job|responsibility|contribution|idea|proposal|plan|decision|"
    r"suggestion|goal|approach|own|side)|myself)\b"
)
_TOGETHER = re.compile(
    r"\b(?:my|the|our|his|her) (?:\w+ ){0,2}?(?:group|team|team-?mates?|partners?|colleagues?|managers?|boss|friends?|"
    r"classmates?|co-?workers?|others?|rest of (?:us|the (?:team|group))) and i\b"
)
"""Another way to say 'we'."""
_INLINE = re.compile(r"\s[-–•*]\s+")
"""Where an item of a list on one line begins."""
_VERB_FIRST = re.compile(
    r"(?:(?:then|also|finally|first|next|later|successfully|personally|quickly|immediately|proactively|so)[ ,]+)*"
    r"(?:\w{2,}ed|led|built|wrote|ran|took|made|found|held|set|went|got|began|met|drew|put|cut|gave|chose|kept|"
    r"spoke|told|did|brought|sent|taught|won)\b"
)


_STATE = re.compile(
    r"(?:\W+(?:also|still|just|only|all|now))?\W+(?:had (?!to\b)|have (?!to\b)|has |(?:were|was|are|is)\b(?! able)|"
    r"knew\b|saw\b|needed\b|wanted\b|could\b|can\b|felt\b|lost\b|do not\b|did not\b|didn't\b)(?!\w*ed\b)"
)
"""'We' that is in a state, and does nothing."""


def _judge(passage: Passage) -> Iterator[Hit]:
    """No 'I' that acts, no verb without subject, and 'we' or the passive throughout."""
    if _OWN.search(_TOGETHER.sub(" we ", passage.lower)):
        return
    starts = [
        *passage.items,
        *(start for start, _ in passage.sentences),
        *(m.end() for m in _INLINE.finditer(passage.lower)),
    ]
    if any(_VERB_FIRST.match(passage.lower, _skip(passage.lower, start)) for start in starts):
        return
    we = [m for m in _WE.finditer(passage.speech) if not _STATE.match(passage.lower, m.end())]
    passive = list(_PASSIVE.finditer(passage.lower))
    known = passage.section is SectionName.ACTION
    if len(we) >= (1 if known else 3) or (known and not we and len(passive) >= max(2, len(passage.sentences) - 1)):
        yield Hit(passage, *(we or passive)[0].span())


def _skip(text: str, start: int) -> int:
    while start < len(text) and not text[start].isalnum():
        start += 1
    return start


RULE = Reading(
    id="no-personal-role",
    name="Only 'we' in Action",
    severity=Severity.WARNING,
    message="Nothing here says what you did yourself",
    why="The interviewer hires you, not the team, and must write down your own contribution.",
    fix="Say 'I' for your own decisions and steps, and keep 'we' for what the team did.",
    sections=(SectionName.ACTION,),
    judge=_judge,
    least_words=5,
    fires=(
        said("We looked at the logs, we found the query, and we rewrote it. Then we deployed it.", SectionName.ACTION),
        said(
            "The plan was revised. The database was migrated, and the old cluster was switched off.", SectionName.ACTION
        ),
        said("We were able to split the chapters by interest, so everyone wrote what they knew.", SectionName.ACTION),
        said("My group and I split the chapters. We rewrote most of it the same evening.", SectionName.ACTION),
        said("I was assigned to the group. We rewrote the form and we tested it with the nurses.", SectionName.ACTION),
    ),
    silent=(
        said("I drew the plan. We looked at the logs together, and the team rewrote the query.", SectionName.ACTION),
        said("- Led the audit with two teams\n- Rewrote the query\n- Shared the runbook", SectionName.ACTION),
        said("We had three hours. My task was to keep the customers informed, hour by hour.", SectionName.ACTION),
    ),
)
