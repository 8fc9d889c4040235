"""A result that is claimed and not measured.

Source: the L6 guide's 'Red Flags to Avoid' (communication) and the first of the 'Common Mistakes' of the advanced
scenarios. A passage that gives any figure, or an absolute that can be checked ('no incidents since'), is not flagged.
"""

from collections.abc import Iterator

from storybank.model import SectionName
from storybank.rules.kinds import Reading, compiled
from storybank.rules.model import Hit, Severity, said
from storybank.rules.passage import Passage
from storybank.rules.vocabulary import word_set

_INTENSE = r"""
    (?:significant|substantial|considerabl|dramatic|drastic|great|massive|huge|vast|noticeabl|tremendous|marked
        |immense|exponential|measurabl|visibl|remarkabl|notabl)\w*
"""
_CLAIM = rf"""
    \b(?:improv|increas|reduc|decreas|boost|enhanc|streamlin|minimi[sz]|strengthen|accelerat|optimi[sz]|shorten
        |speed(?:ed|ing)\ up|sped\ up)(?:e|es|ed|d|ing|ened)?\b
  | \b(?:{_INTENSE}|much|way|far|a\ lot|so\ much)\ (?:more|less|fewer|better|faster|quicker|smoother|happier
      |easier|cheaper|higher|lower|shorter|stronger|improvement|increase|reduction|decrease|growth|impact
      |savings?|difference|gains?|results?|progress|drop|cleaner|safer)\b
  | \b(?:better|faster|quicker|smoother|happier|easier|greater|higher|stronger|improved|increased|reduced
      |enhanced|fewer|more\ (?:efficient|reliable|productive|stable|engaged|accurate|relevant|consistent
      |scalable|effective|confident))\b
  | \b(?:{_INTENSE}|big|good|positive|major|real|strong|excellent|amazing|fantastic)\ (?:improvements?|increase
      |reduction|decrease|growth|drop|decline|rise|impact|savings?|difference|gains?|results?|progress|success
            |feedback|outcome
      |response|reviews?|effect)\b
  | \bsaved\ (?:us\ |the\ (?:company|team|client)\ |everyone\ )?(?:a\ lot\ of|lots\ of|tons\ of|countless|many
      |so\ much|a\ ton\ of|plenty\ of|significant|considerable|valuable)?\ ?(?:time|money|hours|costs?|effort)\b
  | \b(?:went|worked|turned|performed|running|runs|works|ran|received)\ (?:out\ )?(?:really\ |very\ |pretty[ ]
      |so\ |quite\ |extremely\ )?(?:well|great|smoothly|fine|perfectly)\b
  | \b(?:great|huge|big|complete|total|real|major)\ (?:success|hit|win)\b
  | \b(?:{_INTENSE}|well|far|way)\ (?:above|beyond|over|ahead\ of|below)\ (?:the|our|my|any|all|every)\b
  | \bwell-?\ ?received\b | \b(?:high|strong|great|good|healthy)(?:er)?[\ -](?:engagement|adoption|retention
        |satisfaction
      |morale|productivity|velocity|uptake)\b
  | \b(?:very\ |such\ )?high\ (?:accuracy|precision|performance|availability|reliability)\b
  | \b(?:minimal|minimum|little)\ (?:downtime|disruption|impact|delays?|effort|errors?)\b
  | \bdeliver(?:ed|s|ing)\ (?:{_INTENSE}|real|much|more|a\ lot\ of|lots\ of|so\ much|clear|true)\ value\b
  | \b(?:run|runn|work|process|perform|behav)(?:s|ed|ing)?\ (?:\w+\ )?(?:reliably|flawlessly|beautifully)\b
  | \bsatisf(?:ied|ying)\ (?:both|all|every|the)\b | \b(?:was|were)\ (?:a\ |very[ ]
      |highly\ |quite\ |really\ |completely\ )?(?:success|successful|seamless|happy|satisfied|pleased|thrilled
      |delighted|impressed|effective)\b
  | \b(?:happy|satisfied|pleased|thrilled|delighted|impressed)\ with\b | \b(?:loved|liked|praised|appreciation
      |appreciated(?!\ (?:the|my|our|this|that|his|her|their)\ (?:\w+\ )?(?:discussion|conversation|feedback
            |transparency
          |honesty|openness|candou?r|directness|explanation|support|help|gesture|warnings?|updates?|notice
          |heads-?up)))\b
  | \bmost\ successful\b | \bto\ a\ minimum\b | \bthe\ best\ (?:of|in)\ (?:the|our|my)\b | \bprogressed\ with\b
  | \bhelp(?:ed|s)\ (?:\w+\ ){{1,4}}?(?:to\ )?(?:be|keep|get|become|grow|improve|maintain|achieve|learn
      |understand)\b | \bgood\ (?:gpa|grade|quality|performance)\b | \bhigh\ quality\b
  | \bleading\ to\ (?:more|better|improved|higher|fewer|increased|greater)\b
"""
_TRIGGERS = word_set(
    """
    improv increas reduc decreas boost enhanc streamlin minimi strengthen accelerat optimi shorten speed sped
    better fast quick smooth happi easier great higher lower strong fewer more efficient less positive saved
    went worked turned performed success happy satisfied pleased thrilled delighted minim most best progress
    impressed loved liked praised apprecia help good high amazing well far way deliver run work process perform behav
    satisf beyond fantastic excellent seamless big huge hit drop
    notic signific substan dramat massiv
    """
)
"""Beginnings of words, one of which a claim has."""
_MEASURED = r"""
    (?<![\w.])[$€£~<>≈+-]*\d[\d,.]*(?:[a-z%+×]+)?(?![\w]*[a-z]\d) | [%$€£]
  | \b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundreds?
      |thousands?|millions?|dozens?|half|halved|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupled|twice|thrice|percent
      |thirds?|order\ of\ magnitude|one\ in)\b
  | \b(?:zero|no\ (?:more\ |longer\ |further\ |single\ )?(?:\w+\ )?(?:incidents?|outages?|downtime|complaints?
      |errors?|bugs?|defects?|failures?|escalations?|regressions?|data|loss|rework|custom|issues?|repeats?|one
      |rejections?|crash\w*|tickets?)|never\ (?:again|happened|came|recurred|went)|none\ of|not\ (?:a\ single
      |one)|hasn't\ (?:happened|failed|recurred)|eliminat\w+|every\ (?:\w+\ )?(?:deadline|one\ of|team
      |customer)|all\ (?:\w+\ ){0,2}(?:teams|accounts|customers|clients|apps|services|deadlines|tests)
     |within\ (?:minutes|hours|days|seconds|a\ (?:day|week|month)|an\ hour)|overnight|ahead\ of\ schedule
         |under\ budget|won\b|award|promoted|promotion|adopted\ by|signed|renewed|asked\ (?:me|us)\ to|requested
         |on\ record|(?:teams|others|departments?|compan(?:y|ies)|customers|groups|everyone
               |org\w*)\ (?:have\ |has\ |since\ |later\ )?adopted
         |agreed\ to\ (?:fund|invest|sign|extend|renew|buy|pay)|decided\ to\ (?:fund|invest|extend|renew|buy)
               |company-?wide|org-?wide|standard\b)
"""


def _judge(passage: Passage) -> Iterator[Hit]:
    if not any(word.startswith(stem) for word in passage.vocabulary for stem in _BY_LETTER.get(word[0], ())):
        return
    if compiled(_MEASURED).search(passage.lower) or (passage.section is None and len(passage.sentences) > 4):
        return
    found = compiled(_CLAIM).search(passage.lower)
    if found:
        yield Hit(passage, *found.span())


_BY_LETTER = {letter: tuple(t for t in _TRIGGERS if t[0] == letter) for letter in {t[0] for t in _TRIGGERS}}
RULE = Reading(
    id="vague-metric",
    name="Result without a measure",
    severity=Severity.WARNING,
    message="This claims a result that nothing measures",
    why="Without a number the interviewer cannot tell a small win from a large one, and writes down neither.",
    fix="Give the figure with its start and its period; if you have none, say how you could tell.",
    sections=(SectionName.RESULT,),
    judge=_judge,
    least_words=4,
    fires=(
        said("Performance improved significantly and the customers were much happier.", SectionName.RESULT),
        said("It went really well. The new process saved the company a lot of time.", SectionName.RESULT),
        said("The workshop was well received, and the portal works reliably to this day.", SectionName.RESULT),
        said("The survey page drew strong engagement, far above the old one.", SectionName.RESULT),
        said("The clinic adopted the form, which brought faster visits and high accuracy.", SectionName.RESULT),
        said("Our release process became smoother and collaboration between the teams got better.", SectionName.RESULT),
    ),
    silent=(
        said("Load time fell from 8 seconds to 1.2, and complaints were much rarer.", SectionName.RESULT),
        said("The export has run every night since, with no failures and no manual step.", SectionName.RESULT),
        said(
            "She appreciated my honesty, and we successfully moved the invoices to the new ledger.", SectionName.RESULT
        ),
        said("The board was impressed and agreed to fund a second library.", SectionName.RESULT),
        said("Three other teams adopted the checklist, and support was happier for it.", SectionName.RESULT),
    ),
)
