"""Turns of phrase in which others are at fault, each with the words that give it away.

They say who did what: others who failed in a duty, the speaker who was right, did enough or could do nothing.
"""

from storybank.rules.kinds import Frame, Frames
from storybank.rules.people import OTHERS, PEOPLE
from storybank.rules.vocabulary import word_set

_NONE = frozenset[str]()


def _frame(words: str, pattern: str, also: frozenset[str] | str = _NONE) -> Frame:
    needed = word_set(also) if isinstance(also, str) else also
    return Frame(word_set(words), needed, pattern.replace("OTHERS", OTHERS))


_OWN_PART = _frame(
    "part job bit share side",
    r"""
    \b(?:i|we)\ (?:had\ |have\ |already\ ){0,2}(?:did|done)\ (?:my|our)\ (?:own\ )?(?:part|job|bit|share
          |side)\b(?!\ of\b)
  | \bmy\ (?:own\ )?(?:part|side)\ (?:was|had\ been)\ (?:already\ )?(?:done|ready|finished|fine|on\ time|in\ order)\b
  | \bmy\ (?:job|part)\ (?:is|was)\ (?:only\ |just\ )?to\ do\ my\ (?:part|job|share|bit)\b
  """,
    "my our",
)
"""The speaker did enough."""
_NOT_MINE = _frame(
    "decision idea choice doing him her them us me",
    r"""
    \b(?:was|is|were)(?:n't|\ not|\ never)\ (?:really\ |even\ )?(?:my|our)\ (?:decision|idea|choice|doing)\b
  | \b(?:that|this|it|all)(?:'s|\ is|\ was)\ (?:all\ |entirely\ |really\ |clearly\ )?on\ (?:them|him|her)\b
  | \bnot\ on\ (?:me|us)\b
  """,
    "not n't wasn't weren't isn't never on",
)
_POWERLESS = _frame(
    "nothing hands fault do",
    r"""
    \bnothing\ (?:more\ |else\ |that\ |much\ )?(?:i|we)\ (?:could|can)\ (?:have\ |really\ |possibly\ )?(?:do|done
          |change)
  | \bwhat\ (?:can|could)\ (?:you|one|we|i)\ do\ (?:when|if)\b
  | \b(?:was|were|is)\ (?:\w+\ )?out\ of\ (?:my|our)\ hands\b | \bthrough\ no\ fault\ of\ (?:my|our)\b
  """,
    "nothing what out no",
)
_RIGHT_ALL_ALONG = _frame(
    "exactly right warned warning told telling kept reminding hear listened listen believed",
    r"""
    \bexactly\ (?:as|the\ way|like|what|when|where)\ i\ (?:had\ |'d\ )?(?:said|warned|predicted|told|feared)\b
  | \b(?:prov\w+|showed)\ (?:me|us|that\ i\ was|that\ we\ were|i\ was|we\ were)\ right\b
  | \bi\ was\ right\ (?:all\ along|in\ the\ end)\b | \bwrong\ and\ (?:i|we)\ (?:was|were)\ right\b
  | \b(?:i|we)\ (?:had\ |'d\ )?told\ (?:them|him|her|everyone|everybody)\ so\b
  | \b(?:i|we)\ (?:kept|had\ been)\ (?:on\ )?(?:warning|telling|reminding|begging)\b
  | \b(?:i|we)\ (?:had\ )?warned\ (?:[\w']+\ ){1,4}?(?:several|many|three|four|a\ dozen|countless|multiple)\ times\b
  | \b(?:no\ one|nobody|none\ of\ them)\ (?:ever\ |really\ )?(?:wanted\ to\ (?:hear|listen|know)|would\ (?:hear|listen)
      |listened|believed\ (?:me|us))\b
  """,
)
_LEFT_WITH_IT = _frame(
    """
    one ones mess mistake mistakes errors shortcuts paying paid pay dumped dump dumping shoved threw thrown landed fell
    falls falling fixing
    """,
    r"""
    \b(?:was|were|am|are)\ the\ ones?\ (?:who|that)\ (?:had|has|have)\ to\ (?:clean|fix|pick|cover|explain|apologi[sz]e
      |answer|deal|finish|redo|sort|mop|stay)\b
  | \b(?:paying|paid|pay)\ for\ (?:his|her|their|someone\ else's|somebody\ else's|other\ people's)\b
      (?!\ (?:own|time|work|service))
  | \b(?:clean|fix|explain|sort|mop|tid|deal|cover)\w*\ (?:up\ |out\ |with\ |for\ |after\ )?(?:his|her|their
      |someone\ else's|somebody\ else's|other\ people's)\ (?:\w+\ )?(?:mess|mistakes?|errors|shortcuts|failures?)\b
  | \b(?:dump|shov|threw|thrown|push)\w*\ (?:it|this|that|everything|all|(?:their|the|his
        |her)\ (?:\w+\ )?\w+)\ (?:all\ )?
      (?:on|onto)\ (?:me|us|my\ (?:desk|plate|team)|our)\b
  | \b(?:everything|it\ all|all\ (?:of\ )?(?:it|the\ \w+)|the\ (?:whole\ )?(?:work|burden|load|blame|responsibility))[ ]
      (?:\w+ly\ |always\ |then\ |just\ ){0,2}(?:falls?|fell|landed)\ (?:back\ )?(?:on|to)\ (?:me|us)\b
  """,
)
_DID_IT_ALONE = _frame(
    "myself alone own",
    r"""
    \bOTHERS\ [^.!?\n]{0,60}?(?:slow(?:ly)?|late|n't|not|never|lazy|behind|useless)\b[^.!?\n]{0,40}?
    \bso\ i\ (?:just\ |simply\ |had\ to\ ){0,2}(?:did|do|finish\w*|built|wrote|fixed)\ (?:it|everything|them|that
          |the\ \w+)[ ]
    (?:all\ )?(?:by\ )?(?:myself|alone|on\ my\ own)\b
  """,
    "so",
)
_BECAUSE_OF_THEM = _frame(
    "because since thanks",
    r"""
    \b(?:because|since)\ (?:of\ )?(?:some\ of\ )?OTHERS\ (?:\w+ly\ |just\ |had\ |simply\ |all\ ){0,2}
    (?: (?:don't|doesn't|do\ not|does\ not|didn't|did\ not|wouldn't|never)\ (?:\w+ly\ |even\ |really\ |ever\ )?(?:value
          |respect|care|listen|want\ to\ (?:help|listen|work|do|hear)|like\ me|support|appreciat|trust\ (?:me|us)
          |know\ what\ (?:they|he|she)|pull|let\ (?:me|us))
      | (?:was|were|is|are)(?:n't|\ not)\ (?:writing|doing|working|coding|responding|replying|answering|contributing
          |listening|helping|showing|taking|putting|pulling|paying|interested|willing|good\ enough)\b
      | (?:was|were|is|are)\ (?:\w+\ )?(?:lazy|incompetent|slow|careless|unreliable|unprepared|unrealistic)\b
      | burn(?:ed|t)\b | wasted\b | took\ (?:too|so|forever)\b | ignored\b | would\ not\b | wouldn't\b
      | could(?:n't|\ not)\ be\ bothered )
  | \bthanks\ to\ (?:him|her|them|OTHERS)(?:'s|')?\ [^.!?\n]{0,40}?\b(?:(?:was|were)\ (?:down|late|stuck|delayed)|lost
      |missed|failed|had\ to\ (?:start|redo|work|explain))\b
  """,
    PEOPLE,
)
_IF_THEY_HAD = _frame(
    "if",
    r"""
    \bif\ (?:only\ )?OTHERS\ had(?:n't|\ not)?\ (?:only\ |just\ |actually\ |ever\ )?(?:told|listened|done|given|tested
      |delivered|checked|planned|shared|communicated|said|warned|replied|answered|kept|followed|approved|cared|helped
      |supported|burned|wasted|changed|dropped|been\ (?:honest|clear|clearer|more|better))\b
    [^.!?\n]{0,90}?\b(?:would|could|might)(?:n't|\ not|\ never)?\ have\b
  """,
    "had hadn't",
)
_FAILED_US = _frame(
    """
    skipped burned burnt wasted disappeared vanished mention buck slide backs back telling asking consulting informing
    surprised yes harder miserable bothered weight yet
    """,
    r"""
    \bOTHERS,?\ (?:who\ |\w+ly\ |just\ |had\ |simply\ |all\ |then\ |even\ |also\ ){0,3}
    (?: skipped\ (?:half|most|all|the|our|every)\b | (?:burned|burnt|wasted)\ (?:the|all|our|my|half|most|weeks|months
          |so)\b
      | (?:disappeared|vanished)\b | forgot\ to\ (?:tell|inform|mention|warn)\b | passed\ the\ buck\b
      | went\ behind\ (?:my|our)\ backs?\b | said\ yes\ to\ everything\b
      | made\ (?:my|our)\ (?:life|lives|job|work)\ (?:\w+\ )?(?:hard|harder|difficult|impossible|miserable)\b
      | (?:was|were|acted)\ (?:then\ )?(?:surprised|shocked)\ (?:that|when)\ (?:we|i|it)\b
      | could(?:n't|\ not)\ (?:even\ )?be\ bothered\b | [^.!?\n]{1,60}?\bwithout\ (?:even\ )?(?:telling|asking
            |consulting|informing)\ (?:me|us|anyone|anybody)\b )
  | \b(?:didn't|did\ not|don't|doesn't|does\ not|wasn't|weren't|never|hardly)\ (?:really\ |even\ )?pull(?:ed|ing)?[ ]
      (?:their|his|her|its)\ (?:own\ )?weight\b
  """,
    PEOPLE,
)
_HABITS = _frame(
    """
    fails fail failed rarely seldom hardly consistently constantly always routinely habit credit blame promises
    solely never meets
    """,
    r"""
    \bOTHERS\ (?:who\ |\w+ly\ ){0,2}
    (?: fail(?:s|ed)?\ to\ (?:support|listen|communicate|provide|help|explain|lead|plan|respond|answer|show|take|do)\b
      | (?:rarely|seldom|hardly\ ever|never)\ (?:offers?|gives?|gave|listens?|meets?|shows?|helps?|supports?|responds?
          |answers?|delivers?|communicates?|finish(?:es)?|explains?|keeps?)\b
      | (?:consistently|constantly|always|routinely)\ (?:disregard|ignor|dismiss|blam|interrupt|belittl|undermin
            |criticis
          |criticiz|complain)\w*
      | (?:has|had|have)\ (?:a|the)\ (?:\w+\ )?habit\ of\ (?:taking\ (?:all\ |the\ )?credit|blaming|ignoring|dismissing
          |interrupting|shouting|yelling|changing|being\ late|missing)\b
      | (?:takes?|taking)\ (?:all\ )?(?:the\ )?credit\ for\b | (?:makes?|made)\ (?:grand|empty|false|big)\ promises\b )
  | \bplac(?:es|ed|ing)\ (?:the\ )?blame\ on\b | \bsolely\ because\ of\ (?:him|her|them|OTHERS)\b
  """,
    PEOPLE,
)
"""What others do again and again."""
_NEVER = _frame(
    "never",
    r"""
    \bOTHERS\ (?:had\ |has\ |have\ |would\ |who\ ){0,2}never\ (?:got\ back|gets?\ back|wrote|finish|sent|fixed|approv
          |updat
      |planned|paid|followed|let\ (?:me|us)|wanted\ to|turn\w*\ up|cared|learn|apologi|asked\ (?:me|us)|kept\ (?:his|her
      |their))
  | \b(?:i|we)\ (?:was|were|had\ been)\ never\ (?:even\ |really\ )?(?:told|given|shown|trained|informed|consulted
      |included|invited)\b
  | \basked\ for\ [^.!?\n]{2,70}?\band\ (?:i\ |we\ )?never\ (?:got|received|heard)\b
  """,
)
_NOBODY = _frame(
    "nobody one",
    r"""
    \b(?:nobody|no\ one)\ (?:had\ |has\ )?(?:ever\ |even\ )?(?:answer(?:ed|s)|responds|replies|(?:is
          |was)\ (?:communicating|responding|helping)|replied|responded|got\ back\ to
          |told\ (?:me
      |us)|explained|cared|helped\ (?:me|us))\b
  """,
    """
    answers answered replies replied responds responded communicating responding helping told explained cared helped got
    """,
)
_WILL_NOT = _frame(
    "will won't refuses refuse",
    r"""
    \bOTHERS\ (?:will\ not|won't|refuses?\ to)\ (?:even\ |ever\ )?(?:fund|pay|listen|approve|give|invest|help|change
      |decide|support|budge|talk|admit|answer|hire|do)\b
  """,
    PEOPLE,
)
_THE_PROBLEM = _frame(
    "problem bottleneck",
    r"""
    \b(?:their|his|her|the\ other|the\ (?:vendor|client|supplier)'s)\ (?:side|team|end)\ (?:was
          |is)\ (?:always\ |clearly\ )?
      the\ (?:real\ |whole\ |main\ )?(?:problem|bottleneck)\b
  | \bthe\ (?:real\ |main\ |whole\ |biggest\ )?problem\ (?:was|is)\ (?:with\ |always\ )?OTHERS(?=[,.;!])
  """,
    PEOPLE,
)
_UNREAL_DEMANDS = _frame(
    "unrealistic unreasonable impossible enough",
    r"""
    \bOTHERS\ (?: (?:\w+\ ){0,3}?(?:set|setting|sets|gave|giving|gives|demand\w*|was|were|is|promis\w*|expect\w*
          |impos\w*)[ ]
      (?:\w+\ ){0,3}?(?:unrealistic|unreasonable|impossible\ (?:goals?|targets?|dates?|deadlines?|demands?))\b
      | (?:was|were|is|are)(?:n't|\ not)\ (?:just\ |simply\ |really\ )?(?:good|strong|smart|committed)\ enough\b )
  """,
    PEOPLE,
)
_PUNISHED = _frame(
    "fired dismissed blamed scapegoat scapegoated thrown hung",
    r"""
    \b(?:fired|dismissed)\ me\ (?:just\ |only\ |simply\ )?(?:because|for\ (?:no|nothing))\b
  | \b(?:i|we)\ (?:was|were|got|had\ been)\ (?:\w+\ )?(?:blamed|scapegoated|hung\ out|thrown\ under)\b
  | \b(?:the|a|their|his|her)\ scapegoat\b
  """,
)
_LACK_FROM = _frame(
    "lack lacked poor zero little no",
    r"""
    \b(?:lack\ of|no|poor|zero|little)\ (?:[\w-]+\ ){0,2}?(?:communication|support|planning|leadership|direction
      |co-?ordination|guidance|transparency|appreciation|effort|commitment|feedback|help)\ (?:whatsoever\ |at\ all\ )?
      (?:from|by|on\ the\ part\ of|in)\ (?:the\ |our\ |my\ |his\ |her\ |their\ |upper\ |senior\ |other\ |these\ ){0,2}
      (?:management|leadership|managers?|boss(?:es)?|supervisor|director|teams?|company|members|teammates|colleagues
      |university|client|vendor|sales|marketing|hr|product|people)\b
  """,
    """
    communication support planning leadership direction coordination co-ordination ordination guidance transparency
    appreciation effort commitment feedback help
    """,
)

FRAMES = Frames.of(
    _OWN_PART,
    _NOT_MINE,
    _POWERLESS,
    _RIGHT_ALL_ALONG,
    _LEFT_WITH_IT,
    _DID_IT_ALONE,
    _BECAUSE_OF_THEM,
    _IF_THEY_HAD,
    _FAILED_US,
    _HABITS,
    _NEVER,
    _NOBODY,
    _WILL_NOT,
    _THE_PROBLEM,
    _UNREAL_DEMANDS,
    _PUNISHED,
    _LACK_FROM,
)
"""All of them."""
