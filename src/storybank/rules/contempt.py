"""Turns of phrase that run down a person, a group or an employer, each with the words that give it away."""

from storybank.rules.kinds import Frame, Frames
from storybank.rules.people import OTHERS, PEOPLE
from storybank.rules.vocabulary import word_set

_NONE = frozenset[str]()
_BOSSES = r"""
    (?:my|our|the|his|her|their)\ (?:[\w-]+\ ){0,2}?(?:boss|manager|supervisor|director|ceo|cto|vp|lead|owner|head)
"""
"""Those above the speaker: an angry customer is a story, a shouting boss is a complaint."""


def _frame(words: str, pattern: str, also: frozenset[str] | str = _NONE) -> Frame:
    needed = word_set(also) if isinstance(also, str) else also
    return Frame(word_set(words), needed, pattern.replace("OTHERS", OTHERS).replace("BOSSES", _BOSSES))


_PLACE = _frame(
    """
    circus zoo joke nightmare shambles madhouse sweatshop prison mess hell sinking disaster insult insulting unhealthy
    healthy broken rotten
    """,
    r"""
    \b(?:place|company|department|office|firm|organi[sz]ation|management|leadership|agency|hospital|school|meetings?|pay
      |salary|job|culture|atmosphere|whole\ (?:thing|place)|hr)\ (?:there\ )?(?:was|were|is|are)\ (?:just\ |really[ ]
      |honestly\ |basically\ |like\ |an?\ |absolute\ |complete\ |total\ |so\ |very\ ){0,3}(?:circus|zoo|joke|nightmare
      |shambles|madhouse|sweatshop|prison|mess|hell|sinking\ ship|disaster|insult|insulting|unhealthy|not\ healthy
            |broken
      |rotten)\b
  | \b(?:absolute|complete|total|living)\ (?:nightmare|shambles|circus)\b
  """,
    """
    place company department office firm organisation organization management leadership agency hospital school meeting
    meetings pay salary job culture atmosphere thing hr absolute complete total living
    """,
)
_TREATED = _frame(
    "treat treats treated treating respect disrespect disrespected disregard",
    r"""
    \btreat(?:s|ed|ing)?\ (?:(?:its|their|the|his|her|our|all|us|people|me|everyone|you)\ ?)?(?:own\ )?(?:people
          |employees
      |staff|workers|team|interns|juniors|engineers|developers)?\ ?(?:very\ |so\ |really\ )?(?:badly|poorly|terribly
      |horribly|like\ (?:dirt|garbage|trash|crap|shit|children|kids|idiots|slaves|machines|robots|numbers|a\ number
      |a\ child))\b
  | \b(?:no|zero|little|any)\ respect\ (?:for|from)\ (?:the\ |his\ |her\ |their\ |our\ |my\ |us|me|any)\b
  | \bdisrespect(?:s|ed)?\ (?:me|us|people|everyone|towards?)\b | \bdisregard\ (?:of|for)\ (?:our|my|people)\b
  """,
)
_CONTEMPT = _frame(
    """
    those business wall child children brick worth invented hid hides hide promoted hired depth himself herself suck
    sucked sucks get satan devil rot bunch anything power
    """,
    r"""
    \bone\ of\ those\ (?:people|managers|bosses|guys|women|men|colleagues|engineers|leaders|types|employees
      |co-?workers)\ who\b
  | \bhad\ no\ business\ (?:being|running|leading|managing|working|doing)\b
  | \b(?:as\ if|like)\ (?:i\ was\ )?(?:talking\ |explaining\ |speaking\ )?to\ (?:an?\ )?(?:brick\ wall|wall|child
      |children)\b
  | \b(?:they're|he's|she's|they\ are|he\ is|she\ is|people\ are|they\ were)\ not\ worth\ (?:my|our)[ ]
  | \bthinks?\ (?:that\ )?(?:they|he|she)\ (?:know|knows|invented|is|are)\ (?:it|everything|god|better|above
        |the\ best)\b
  | \b(?:hid|hides?)\ (?:in|behind)\ (?:his|her|their)\ (?:offices?|desks?|doors?|titles?)\b
  | \bshould\ (?:never|not)\ (?:ever\ )?have\ been\ (?:hired|promoted|put\ in\ charge)\b
  | \bfull\ of\ (?:himself|herself)\b | \bout\ of\ (?:his|her)\ depth\b | \bpower[\ -](?:hungry|trip)\b
  | \b(?:he|she|they|bosses|who|OTHERS)\ (?:all\ |really\ |just\ )?suck(?:s|ed)\b | \bout\ to\ get\ (?:me|us)\b
  | \b(?:had|has)\ satan\b | \bleft\ to\ rot\b | \ba\ bunch\ of\ (?:[\w-]+\ )?(?:juniors|kids|amateurs|people
        |clowns)\ who\b
  | \bcould(?:n't|\ not)\ tell\ (?:him|her|them)\ anything\b
  | \b(?:simply|just|really)\ (?:do|did)(?:n't|\ not)\ get\ (?:it|the\ simplest|anything)\b
  """,
)
_INCAPABLE = _frame(
    "read write manage lead count spell",
    r"""
    \b(?:he|she|BOSSES)\ (?:\w+ly\ )?(?:could(?:n't|\ not)|can't|cannot)\ (?:even\ )?(?:read|write|manage|lead|count
      |spell)\ (?:an?|his|her|the\ simplest|people|anything)\b
  """,
    "couldn't could can't cannot",
)
_WATCHED = _frame(
    """
    micromanaged micromanages micromanaging managed every yelled yells yelling screamed screams shouted shouting swore
    """,
    r"""
    \b(?:who|OTHERS)\ (?:\w+\ ){0,5}?(?:and\ )?micro-?manag(?:ed|es|ing)\ (?:me|us|everything|everyone|everybody|people
      |the\ team|his|her|all|every)\b
  | \bwatch(?:ed|ing|es)?\ (?:my|our)\ every\ move\b
  | \bBOSSES\ (?:would\ |always\ |often\ |constantly\ ){0,2}(?:yell|scream|shout|swear|swor)\w*\ at\ (?:me|us|people
      |everyone|everybody|his|her|the\ team|staff)\b
  """,
)
_POLITICS = _frame(
    """
    politics drama gossip backstabbing favouritism favoritism nepotism infighting favourites favorites underpaid
    """,
    r"""
    \b(?:lots?\ of|full\ of|too\ much|endless|constant|all\ the|so\ much|nothing\ but)\ (?:\w+\ )?(?:politics|drama
          |gossip
      |backstabbing|favou?ritism|nepotism|infighting)\b
  | \bfavou?rites\ (?:got|were|always)\b | \b(?:favou?ritism|nepotism|backstabbing)\b
  | \boverworked\ and\ underpaid\b
  """,
)
_LEFT_BECAUSE = _frame(
    "left quit resigned going",
    r"""
    \b(?:i|we)\ (?:left|quit|resigned|walked\ out)\ [^.!?\n]{0,40}?\bbecause\ (?:of\ )?(?:(?:the|my
          |our)\ (?:\w+\ )?(?:boss
      |manager|supervisor|director|management|leadership|culture|politics|disagreement)\b|i\ (?:could(?:n't|\ not)[ ]
      |hated\ |was\ (?:treated|sick|tired)\ ))
  """,
    "because",
)
_INSULT = _frame(
    """
    egomaniac clown clowns psychopath sociopath monster snake snakes unrealistic whimsical moody freak bossy incapable
    unqualified unfit phony thoughtless bad egotistical hypocrite ineffective unprepared mean wrong
    """,
    r"""
    \b(?:OTHERS|he's|she's|they're)\ (?:(?:was|were|is|are|'s)\ )?(?:just\ |such\ |really\ |so\ |very\ |an?\ |total[ ]
      |complete\ |absolute\ |not\ just\ |being\ ){0,3}(?:egomaniac|clowns?|psychopath|sociopath|monster|snakes?
      |unrealistic|whimsical|moody|control\ freak|bossy|incapable|unqualified|unfit|phony|thoughtless|egotistical
      |ineffective|bad(?=\ and\b|[.,;!]|$)|wrong\ and\ i\ was\ right)\b
  | \b(?:clueless|lazy|ineffective)\ and\ unprepared\b
  """,
    PEOPLE,
)
_NO_CARE = _frame(
    "care damn shit crap",
    r"""
    \b(?:who|they|OTHERS)\ (?:clearly\ |really\ |just\ |simply\ ){0,2}(?:did\ not|didn't|do\ not|don't|does\ not
          |doesn't)[ ]
      (?:really\ |even\ )?(?:care(?=[.,;!]|\ (?:at\ all|and|or|a\ bit|enough)\b|$)|care\ a\ bit|give\ a\ (?:damn|shit
      |crap))\b
  """,
)

_HABITS = _frame(
    """
    fails rarely seldom consistently constantly credit disregards ignores belittles infuriate infuriates morale fear
    infuriated thing agenda worst promises care
    """,
    r"""
    \b(?:BOSSES|this\ (?:boss|manager|supervisor|director)|that\ (?:boss|manager|supervisor)|he|she)\ (?:\w+ly\ ){0,2}
    (?: fails\ to\b | (?:rarely|seldom)\ (?:offer|give|listen|show|help|support|respond|say)s?\b
      | (?:consistently|constantly|always)\ (?:disregard|ignor|dismiss|belittl|interrupt|criticis|criticiz)\w*
      | (?:disregards|ignores|belittles)\b | (?:takes?|has\ a\ habit\ of\ taking)\ (?:all\ )?(?:the\ )?credit\b
      | (?:made|makes)\ (?:grand|empty|false)\ promises\b )
  | \b(?:infuriat|annoy)\w*\ (?:everyone|everybody|all\ of\ us|the\ (?:whole\ )?team)\b
  | \b(?:kill|killed|killing|destroy(?:s|ed)?|ruin(?:s|ed)?)\ (?:all\ |the\ |our\ |team\ )?morale\b
  | \b(?:led|leads|managed|ruled|rules)\ (?:by|through|with)\ (?:\w+\ and\ )?fear\b
  | \b(?:could(?:n't|\ not)|can't|cannot)\ do\ the\ first\ thing\b | \b(?:his|her|their)\ own\ (?:personal\ )?agenda\b
  | \bmicro-?managers\ (?:are|were)\ the\ worst\b
  | \bOTHERS\ (?:doesn't|don't|didn't|did\ not)\ (?:even\ |really\ )?seem\ to\ care\b
  """,
    PEOPLE | {"micromanagers", "morale"},
)
"""What a boss does again and again, and what it does to people."""
FRAMES = Frames.of(
    _HABITS,
    _PLACE,
    _TREATED,
    _CONTEMPT,
    _INCAPABLE,
    _WATCHED,
    _POLITICS,
    _LEFT_BECAUSE,
    _INSULT,
    _NO_CARE,
)
"""All of them."""
