"""Telling what one would do instead of what one did.

Source: the named anti-patterns of interview coaches ('the hypothetical') and Bangerter, Corvalan and Cavin (2014): most
answers to questions about past behaviour hold no story at all.
"""

import re
from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Reading, compiled
from storybank.rules.model import Hit, Severity, said
from storybank.rules.passage import Passage

_WOULD = r"""
    (?<!\bhow\ )\bi(?:'d(?!\ (?:also\ |already\ |just\ |only\ )?(?:put|come|heard|read|sat|told|built|got|seen
        |done|gone|made|taken|given|kept|left|lost|met|paid|said|sent|set|sold|spent|taught|thought|won|written
        |known|found|felt|held|led|bought|brought|chosen|cut|drawn|driven|grown|hit|let|run|shown|spoken|stood
        |understood|worn|become|begun|broken|caught|fought|become|hired|both|one|two|three|four|an?|the|no|my
        |just|already|only|never|always)\b)|\ would|\ will|'ll|'m\ going\ to
            |\ am\ going\ to)\ (?!have\ (?!an?\b|the\b|to\b|one\b|my\b|some\b)
        |like\ to\b|love\ to\b|say\b|be\ (?:happy|glad|lying|the|a|an|able|responsible|in)\b|quit\b|leave\b
        |been\b|never\b|argue\b|call\b|describe\b|never\ forget\b|had\b|better\b|rather\b
        |not\ have\b|add\b|consider\ (?:it|this|that|myself)\b|hope\b|tell\ you\b|share\b|not\b
            |always\ remember\b|see\b|walk\ you\b|talk\ about\b|give\ you\b|start\ by\ saying\b|\w+ed\b|say\b
            |think\ (?:of|about|that)\b)
    (?:also\ |always\ |usually\ |first\ |probably\ |then\ |just\ |try\ to\ |definitely\ |typically[ ]
        |immediately\ |make\ sure\ |want\ to\ |simply\ |next\ |generally\ |start\ by\ |begin\ by[ ]
        |need\ to\ )*(?P<verb>[a-z]{2,})
"""
_SETUP = r"""
    \bif\ (?:i|this|that|it|something|someone|a|an|the|my|there|one|two|we|they)\b[^.!?\n]{1,120}?\bi(?:'d
        |\ would|'ll|\ will)\b
  | \b(?:what|how)\ i\ (?:would|'d)\ (?:do|apply|approach|handle|go|tackle|solve|deal)\b
      | \bmy\ approach\ (?:would|will)\ be\b | \bi\ would\ (?:first|start|begin|always|approach|handle
      |make\ sure|try)\b
  | \bi\ (?:haven't|have\ not|have\ never|haven't\ really|never)\ (?:really\ |actually[ ]
      |personally\ )?(?:been\ in|had|faced|experienced|encountered|dealt)\b
  | \b(?:hypothetically|in\ (?:such|that|this\ kind\ of|this\ type\ of)\ a?\ ?(?:situation|case
      |scenario),?\ i)\b
"""
_PAST = r"""
    (?:^|[.!?:;\n]\s*(?:[-*•]\s*)?)(?:[a-z]{3,}ed|led|built|wrote|ran|took|made|found|held|went|began|met|gave
        |chose|kept|told|saw|came|had|was|were|brought|sent|taught|won|sat|got)\b|\bwe\ [a-z]{2,}ed\b
        |\bi\ (?:\w+ly\ |then\ |also\ |had\ |first\ )?(?:[a-z]{2,}ed|led|built|wrote|ran|took|made|found|held
        |set|went|got|began|sat|met|drew|put|cut|gave|chose|kept|spoke|told|did|saw|came|knew|felt|had|was
        |brought|sent|taught|won|lost|thought|broke|left|fought|read|grew|sold|bought|spent)\b
"""
_LOOKING_BACK = r"""
    \b(?:next\ time|in\ hindsight|looking\ back|differently|in\ retrospect|if\ i\ (?:did|had|were|could
        |was)\ (?:it|this|that|to\ do|do|have)|again|today|in\ future|in\ the\ future|from\ now\ on
        |going\ forward)\b
  | \b(?:said|promised|told|agreed|decided|knew|thought|hoped|worried|afraid|feared|meant|so|sure|explained
      |announced|expected|asked|whether|where|until|while|when|every\ (?:day|week|morning|month|time|friday
      |monday)|each\ (?:day|week|morning|month)|whenever|used\ to|committed|realized|realised|believed|figured
      |offered|wrote)\b[^.!?\n]{0,60}\bi(?:'d|\ would|\ will|'ll|\ could|\ might)\b
"""


_UNREAL = r"""
    \b(?:if|had)\ (?!i\b|we\b|i'd\b|only\b)(?:[\w'-]+\ ){1,8}?(?:had|hadn't|been|not)\b[^.!?\n]{1,160}?
    \bi(?:'d|\ would|\ might|\ could)\ (?:probably\ |also\ |then\ )?have\b
"""
"""What the speaker would have done, had others done otherwise."""
_SPEAKER = frozenset({"i", "my", "i'd", "i'll", "i'm"})


_HABIT = r"""
    \bi\ (?:usually|generally|typically|normally|tend\ to|always\ (?:try|make|start|ask|listen))\b
  | \bi\ (?:start|begin|listen|talk|ask|try|offer|bring|explain|discuss|schedule|gather|prioriti[sz]e
      |communicate|meet
        |focus|address|escalate|analy[sz]e|speak|identify|clarify)\b
"""
_ROUTINE = r"""
    \bi\ (?:also\ |then\ |first\ |always\ |usually\ |often\ |generally\ |typically\ )?(?:prioriti[sz]e|break
          |make\ sure|list|use
        |communicate|focus|look|create|handle|check|normali[sz]e|validate|explore|review|organi[sz]e|write|plan|follow
              |ensure
        |track|document|test|build|help|assign|delegate|give|take|provide|maintain|share|run|start|begin|listen|talk
              |ask|try
        |offer|explain|discuss|schedule|gather|identify|clarify|analy[sz]e|define|estimate|hold|keep|believe\ in|work
              |set\ up
        |stay|remain|categori[sz]e|evaluate|assess|verify|monitor|approach|prepare|encourage|involve|remind)\b
"""
"""What the speaker does as a rule, in the present."""
_PRESENT = r"""
    \bi\ (?:also\ |just\ |then\ |always\ |often\ |usually\ |generally\ |typically\ |normally\ |regularly\ |simply\
      |first
        \ |only\ |never\ )*
    (?!(?:kind|sort|am|was|have|had|did|do|don't|will|would|can|could|may|might|must|should|think|thought|believe|know
          |knew|feel|felt
      |want|need|like|love|hope|mean|guess|wish|remember|understood|understand|see|saw|say|said|led|built|wrote|ran|took
      |made|found|held|went|began|met|gave|chose|kept|told|came|brought|sent|taught|won|sat|got|set|put|cut|let|read|hit
      |drew|spoke|lost|broke|left|fought|grew|sold|bought|spent|stood|paid|flew|drove|rode|ate|drank|slept|woke|fell|hid
      |shook|threw|swore|tore|wore|rose|stuck|struck|dug|hung|swung|shot|fed|bled|bent|lent|dealt|heard|caught|sought
            |bet
      |split|spread|shut|quit|cost|hurt|became|forgot|forgave|overcame|undertook|withdrew|rebuilt|rewrote|redid|reran
      |not|no|now|too|still|had|even|really|actually|almost|nearly|who|and|or|but|in|on|at|as|to|of|for|with|was
      |myself|learnt|dreamt|burnt|spelt|sang|sank|swam|rang|led|oversaw|foresaw|shone|spun|stole|strove|swept|wept
      |crept|leapt|knelt|laid|lay|lied|sprang|clung|flung|ground|wound|bound|fought|froze|beat|bit|blew|mistook)\b)
    [a-z]{2,}(?<!ed)(?<!ly)\b
"""
"""What the speaker does, in the present."""
_GENERIC = r"""
    \b(?:you|one)\ (?:should|need\ to|have\ to|must|want\ to|can|could|set|talk|give|bring|ask|listen|make|start|try
          |take
      |explain|show|tell|always|never|first|then|just)\b
  | \b(?:an?|every|any)\ (?:\w+\ )?(?:leader|manager|engineer|developer|person|teammate
        |professional)\ (?:\w+ly\ )?(?:should
      |must|needs?\ to|has\ to|is|leads|knows|listens)\b
"""
"""Advice in place of a deed."""
_PREDICTED = r"""
    \b(?:that|this|it|which|we|they|the\ \w+)\ (?:would|will)\ (?:then\ |also\ |probably\ |likely\ |easily\ )?(?:bring
          |reduce|save
      |allow|help|mean|increase|improve|cut|lower|raise|be\ able|make|give|lead|result|free|drop|rise|grow|enable)\b
"""
"""A result that has not happened."""
_ANY_PAST = re.compile(
    r"\b(?:was|were|had|did|didn't|wasn't|weren't|went|came|got|took|made|gave|found|led|built|wrote|ran|met|kept|told|"
    r"said|saw|won|lost|grew|fell|rose|cut|thought|felt|knew|spoke|brought|held|left|sent|taught|sat|began|chose|drew|"
    r"stood|became|heard|spent|paid|(?<!is )(?<!are )(?<!be )[a-z]{2,}(?<!e)ed)\b"
)
_GIVEN = frozenset({"you", "one", "leader", "manager", "engineer", "developer", "person", "teammate", "professional"})
_WOULD_WORDS = frozenset({"would", "will"})
_WHENEVER = frozenset({"if", "when", "whenever", "usually", "generally", "typically", "normally", "always"})


def _no_deed(passage: Passage) -> Iterator[Hit]:
    """Advice to anybody, or a forecast for a result, and nothing that happened."""
    pattern = None
    if passage.section is SectionName.ACTION and not passage.vocabulary.isdisjoint(_GIVEN):
        pattern = compiled(_GENERIC)
    elif passage.section is SectionName.RESULT and not passage.vocabulary.isdisjoint(_WOULD_WORDS):
        pattern = compiled(_PREDICTED)
    if pattern is None or _ANY_PAST.search(passage.lower):
        return
    found = pattern.search(passage.lower)
    if found:
        yield Hit(passage, *found.span())


def _habits(passage: Passage) -> list[tuple[int, int]]:
    """What the speaker does in general, in the present: one place that says so, or several and no deed."""
    routine = [m.span() for m in compiled(_ROUTINE).finditer(passage.lower)]
    if len(routine) > 1 and not compiled(_PAST).search(passage.lower):
        return routine
    if not compiled(_PAST).search(passage.lower) and not _ANY_PAST.search(passage.lower):
        present = [m.span() for m in compiled(_PRESENT).finditer(passage.lower)]
        if present:
            return present
    if passage.vocabulary.isdisjoint(_WHENEVER):
        return []
    return [m.span() for m in compiled(_HABIT).finditer(passage.lower)]


def _another_course(passage: Passage) -> Iterator[Hit]:
    """A reflection may say what one would do next time, but not only tell what never happened."""
    found = compiled(_UNREAL).search(passage.lower)
    if found and not compiled(_PAST).search(passage.lower):
        yield Hit(passage, *found.span())


def _judge(passage: Passage) -> Iterator[Hit]:
    """Conditional verbs of the speaker outweigh what the speaker did."""
    if passage.vocabulary.isdisjoint(_SPEAKER):
        yield from _no_deed(passage)
        return
    if passage.section is SectionName.REFLECTION:
        yield from _another_course(passage)
        return
    places = []
    for found in compiled(_WOULD).finditer(passage.lower):
        start, end = passage.sentence_at(found.start())
        if not compiled(_LOOKING_BACK).search(passage.lower, start, end):
            places.append(found.span())
    if passage.section is SectionName.ACTION:
        places += _habits(passage)
    done = len(compiled(_PAST).findall(passage.lower))
    setup = compiled(_SETUP).search(passage.lower)
    if setup:
        places.append(setup.span())
    if places and (setup or len(places) > 1 or not done) and len(places) > done:
        yield Hit(passage, *places[0])


RULE = Reading(
    id="hypothetical",
    name="Says what one would do",
    severity=Severity.WARNING,
    message="This tells what you would do, not what you did",
    why="The question asks for something that happened; an intention cannot be probed and earns no credit.",
    fix="Tell one real case in the past tense, even a small one; say so if you have none, and tell the nearest.",
    sections=tuple(SectionName),
    judge=_judge,
    fires=(
        said("If a colleague disagreed with me, I would first listen to them. Then I would look for data."),
        said("I haven't really been in that situation, but I would probably talk to my manager and make a plan."),
        said("I would sit down with the engineer, and I'd ask what is going on. I'd write a plan after that."),
        said("You talk to the person first, and you give them four weeks.", SectionName.ACTION),
        said("I keep a list in my apron and clear it before the shift ends.", SectionName.ACTION),
        said("It would save every ward an hour, and it would free two beds.", SectionName.RESULT),
        said(
            "I list what is open, I use a simple matrix, and I share the order with the nurses on the ward.",
            SectionName.ACTION,
        ),
        said(
            "If the supplier had refused, I would have rented a second press and split the order.",
            SectionName.REFLECTION,
        ),
    ),
    silent=(
        said("I promised that I would call every customer, and I called all forty of them in a week."),
        said("Every Monday I would sit with support and read tickets; I found the pattern in the third week."),
        said(
            "I led the migration. Next time I would write the rollback first and I would test it.",
            SectionName.REFLECTION,
        ),
        said(
            "I listed what was open and moved two requests to May. I use the same list on the ward today.",
            SectionName.ACTION,
        ),
        said("You could see the queue from my desk, so I counted it for a week.", SectionName.ACTION),
        said("They agreed that it would save an hour a ward, and by June it had saved two.", SectionName.RESULT),
        said("I rebuilt the alert and trained both teams. I would say that the second mattered more."),
    ),
)
