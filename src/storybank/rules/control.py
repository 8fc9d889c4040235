"""Turns of phrase of a leader who keeps every detail, each with the words that give it away."""

from storybank.rules.kinds import Frame, Frames
from storybank.rules.vocabulary import word_set

_TEAM = r"""
    (?:they|them|he|she|him|her|his|their|everyone|everybody|each\ of\ them|(?:my|the|our)\ (?:\w+\ )?(?:team|leads?
      |engineers?|developers?|analysts?|designers?|people|juniors?|managers?|writers?|testers?))
"""
_ADVERBS = r"(?:\w+ly\ |also\ |always\ |just\ |often\ |then\ |usually\ |simply\ |ended\ up\ ){0,2}"


def _frame(words: str, pattern: str, also: str = "") -> Frame:
    return Frame(word_set(words), word_set(also), pattern.replace("TEAM", _TEAM).replace("ADV", _ADVERBS))


_GATE = _frame(
    "without unless until",
    r"""
    \b(?:nothing|no\ \w+|nobody|no\ one)\b[^.!?\n]{0,60}?\ without\ my\ (?:\w+\ )?(?:sign-?\ ?off|approval|ok|okay
          |review|say
      |consent|permission|go-ahead)\b
  | \b(?:no\ one|nobody|none\ of\ them|they|TEAM)\ (?:was|were)\ (?:not\ )?(?:allowed|permitted)\ to\ [^.!?\n]{1,50}?
      \b(?:without\ (?:me|my)|unless\ i|until\ i)\b
  | \bdid(?:n't|\ not)\ let\ TEAM\ [^.!?\n]{1,50}?\b(?:without\ (?:me|my)|unless\ i|until\ i)\b
  """,
    "my me i",
)
_EACH_LINE = _frame(
    "each every daily hourly close",
    r"""
    \bi\ ADV(?:read|check(?:ed)?|review(?:ed)?|correct(?:ed)?|edit(?:ed)?)\ (?:each|every)\ (?:single\ )?(?:line|word
      |sentence|draft|slide|commit|mail|comment|diff|estimate|ticket|card|cell|reply|pr)\b
  | \b(?:keep|kept|keeping)\ a\ (?:very\ )?close\ (?:eye|watch)\ on\ TEAM\b
  | \b(?:look|looked|check|checked|went|go)\ (?:at\ |through\ |over\ )?(?:their|his|her)\ \w+\ (?:daily|hourly|(?:every
      |each)\ (?:single\ )?(?:day|hour|morning|evening|night))\b
  | \b(?:run|ran|clear|pass|passed|bring|brought)\ (?:every|each)\ (?:\w+\ ){1,3}?(?:past|by|through)\ me\b
  | \b(?:stayed|was|kept\ myself|insisted\ on\ being|wanted\ to\ be)\ (?:copied|in\ copy|cc'?d|on\ cc|in\ cc)\ (?:on
        |in|to)[ ]
      (?:every|each)\b
  """,
)
_COPIED = _frame(
    "copied copy cc cc'd run clear",
    r"""
    \b(?:stayed|was|kept\ myself|insisted\ on\ being|wanted\ to\ be)\ (?:copied|in\ copy|cc'?d|on\ cc|in\ cc)\ (?:on
          |in|to)[ ]
      all\b
  | \b(?:run|clear)\ (?:all|any|even)\ (?:\w+\ ){1,3}?(?:past|by|through|with)\ me\b
  """,
)
_REDONE = _frame(
    "rewrote re-wrote redid redrew rebuilt reworked rewriting redoing quicker faster easier simpler took pulled",
    r"""
    \bi\ ADV(?:re-?wrote|redid|redrew|rebuilt|reworked|rewriting|redoing)\ (?:most|all|much|half|large\ parts
          |the\ whole)[ ]
      [^.!?\n]{0,30}?\bTEAM\b
  | \b(?:quicker|faster|easier|simpler)\ than\ (?:explaining|teaching|showing|telling|training|delegating|waiting)\b
  | \bi\ ADV(?:took|pulled)\ (?:[\w-]+\ ){1,4}?(?:back|away)\ from\ TEAM\b[^.!?\n]{0,40}?\b(?:myself|on\ my\ own
        |alone)\b
  """,
)
_DICTATED = _frame(
    "what which",
    r"""
    \bi\ ADV(?:told|tell|dictated\ to)\ (?:them|everyone|everybody|each\ of\ them|(?:my|the)\ (?:team|engineers
          |developers
      |designers|analysts))\ what\ to\ (?:do|type|write|say|code|build)\b
  | \bi\ ADV(?:decided|chose|picked|dictated|prescribed)\ (?:which|what)\ [^.!?\n]{1,40}?,\ (?:which|what|how)[ ]
      [^.!?\n]{1,40}?,\ (?:which|what|how|and)\b
  """,
    "told tell dictated decided chose picked prescribed",
)
_SLICED = _frame(
    "half-hour hour-long fifteen-minute cards tickets shoulders",
    r"""
    \b(?:half-?\ ?hour|hour-long|fifteen-minute)\ (?:tasks|slots|blocks|steps|pieces)\ (?:for|to)\b
  | \bmoved\ the\ (?:cards|tickets)\ myself\b | \blook\w*\ over\ (?:their|his|her|everyone's)\ shoulders?\b
  """,
)
_REPORTS = _frame(
    "message update report mail note status updates messages",
    r"""
    \b(?:asked|made|had|wanted|told|required)\ (?:TEAM|each|all|every)\b[^.!?\n]{0,60}?\ at\ [\w:]+(?:\ [ap]m)?(?:,
          |\ and)[ ]
      (?:again\ )?(?:at\ |and\ at\ )?[\w:]+
  """,
    "asked made had wanted told required",
)

FRAMES = Frames.of(_GATE, _EACH_LINE, _COPIED, _REDONE, _DICTATED, _SLICED, _REPORTS)
"""All of them."""
