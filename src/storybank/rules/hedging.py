"""Hedging: words that take the claim back.

Source: the named anti-patterns of interview coaches ('the over-qualifier'). One hedge is speech; several are a habit.
"""

import re
from collections.abc import Iterator

from storybank.rules.kinds import Reading, compiled
from storybank.rules.model import Hit, Severity, said
from storybank.rules.passage import Passage
from storybank.rules.vocabulary import word_set

_STRONG = r"""
    \b(?:kind|sort)\ of\b | \bkinda\b | \bsorta\b
  | \bi\ guess\b | \bi\ suppose\b | \b(?:i'm|i\ am|i\ was)\ not\ (?:\w+\ )?(?:sure|certain),?\ (?:if|whether
      |how\ much|exactly|about|that|but|what|it)\b
  | \bor\ something(?:\ like\ (?:that|this))?\b | \bor\ whatever(?=[.,;!?]|\ and\b
        |$) | \bi\ don't\ (?:really\ |exactly\ )?(?:know
      |remember|recall)\b | \bif\ i\ (?:remember|recall)\b
  | \bmore\ or\ less\b | \bi\ feel\ like\b | \bi\ (?:would|'d)\ like\ to\ think\b | \bi\ (?:kind|sort)a?\ of\b
      | \bi\ hope\ (?:that\ )?(?:it|this|i|they|we)\b | \bsomewhat\b | \bpretty\ much\b
  | \bi\ tried\ to\ (?:kind|sort)\b
  | \bi\ (?:think|believe|feel|guess)\ (?:that\ )?(?:i
        |we)(?:'ve)?\ (?:all\ |kind\ of\ |probably\ |maybe\ |really\ |also\ )?(?:contributed
      |helped|played|did|made\ (?:a|some|an)|had\ (?:a|some|an)|was\ able|were\ able|may|might)\b
  | \bi\ (?:can't|cannot|can\ not|couldn't)\ (?:really\ |quite\ |exactly\ |even\ )?(?:recall|remember|think\ of)\b
  | \btrying\ to\ (?:think|remember|recall)\b
  | \bi\ (?:would|could|might|may|should)\ (?:probably|maybe|perhaps|possibly|likely)\b | \bi'd\ (?:probably|maybe
        |perhaps)\b
  | \b(?:nothing|not)\ (?:\w+\ )?(?:special|big|major|amazing|huge|fancy)\b(?!\ (?:enough|team|company|client|customer))
  | \b(?:it's|is|was)\ (?:\w+\ )?not\ (?:really\ )?(?:a|that)\ big\ (?:of\ a\ )?(?:deal|thing)\b
  | \ba\ hundred\ percent\ sure\b(?<!am\ a\ hundred\ percent\ sure) | \b100\ ?%\ sure\b
  | \bcould\ (?:also\ |well\ )?have\ been\ (?:someone|somebody|luck|chance|anyone)\b
  | \bi\ just\ (?:kind\ of\ |sort\ of\ )?(?:helped|assisted|supported)\ (?:out|a\ little|a\ bit|with\ (?:some|a\ few
        |little))\b
  | \b(?:others?|other\ people|somebody\ else|someone\ else|the\ \w+)\ did\ (?:most
        |all)\ (?:of\ )?the\ (?:real\ |heavy\ |hard\ )?
      (?:work|lifting)\b | \bdid\ the\ heavy\ lifting\b
  | \bdid\ seem\b | \bhave\ no\ idea\ (?:with|about|how|if|whether)\b
"""
_WEAK = r"""
    \bmaybe\b | \bperhaps\b | \bprobably\b | \bpossibly\b | \bi\ (?:really\ |just\ |do\ )?(?:think|believe|feel
        |assume|imagine)\b | \bpretty\ (?:good|well|much|sure|ok|okay|decent|nice)\b | \bmostly\b
        | \bi'd\ say\b | \b(?:may|might)\ (?:not\ )?be\b | \byou\ know\b | \bor\ so\b | \bstuff\b
        | \bi\ mean\b | \bnot\ (?:exactly|sure|entirely)\b | \bhopefully\b | \bit\ seem(?:s|ed)\b
  | \ba\ (?:little\ )?bit\b | \bbasically\b | \bnot\ really\b | \bi\ might\ have\b | \bmight\ have\b
      | \bmay\ have\b | \bfairly\b | \bto\ some\ (?:extent|degree)\b | \bin\ a\ way\b | \bseem(?:s|ed)\ to\b
      | \bi\ tried\ to\b | \bapparently\b | \bhonestly\b | \bsupposedly\b
      | \b(?:here\ and\ there|somehow|something\ like|at\ least\ i\ (?:tried|hope)|hard\ to\ say|i\ imagine|likely
          |just\ luck|probably\ luck|to\ be\ honest)\b
      | \b(?:u+m+|u+h+|h+m+|e+r+m)\b
"""
_TRIGGERS = word_set(
    """
    would could special big hundred helped assisted lifting here imagine likely luck hard major amazing
    um umm ummm uh uhh hmm hmmm erm recall think remember trying
    pretty mostly say stuff mean know so not exactly kind sort kinda sorta guess suppose sure certain something
    whatever know remember recall less feel think somewhat much honestly maybe perhaps probably possibly believe
    assume imagine hopefully hope seems seemed bit basically really might may fairly extent degree way tried
    apparently supposedly seem
    """
)
_ENOUGH = 2
"""Points (2 a strong hedge, 1 a weak one) from which a passage hedges."""
_DENSE = 0.05
"""Points a word that they must reach too: long answers may hold a few."""


_KIND = re.compile(r"(?:kind|sort) of$")
_NOUN_BEFORE = re.compile(
    r"\b(?:what|this|that|some|any|every|same|the|an?|one|right|no|new|different|which|other|its|first|their|"
    r"best|another|these|own|certain|each) $"
)


def _names_a_kind(text: str, found: re.Match[str]) -> bool:
    """Whether 'kind of' is a noun here: 'this kind of failure'."""
    return bool(_KIND.match(found[0]) and _NOUN_BEFORE.search(text, max(0, found.start() - 12), found.start()))


def _judge(passage: Passage) -> Iterator[Hit]:
    if _TRIGGERS.isdisjoint(passage.vocabulary):
        return
    strong = [m.span() for m in compiled(_STRONG).finditer(passage.lower) if not _names_a_kind(passage.lower, m)]
    weak = [m.span() for m in compiled(_WEAK).finditer(passage.lower)]
    points = 2 * len(strong) + len(weak)
    if points >= _ENOUGH and points >= _DENSE * len(passage.words):
        places = sorted(strong + weak)
        shown = ", ".join(dict.fromkeys(" ".join(passage.text[a:b].split()) for a, b in places))
        yield Hit(passage, *(strong or weak)[0], evidence=shown[:120])


RULE = Reading(
    id="hedging",
    name="Takes its claims back",
    severity=Severity.WARNING,
    message="Hedges take the claims back",
    why="A bar raiser writes down what you are sure of; a hedged claim is not written down.",
    fix="Say what you know plainly, and name the one thing you do not know as such.",
    judge=_judge,
    fires=(
        said("I guess I was sort of leading the project, and I think it maybe helped, or something like that."),
        said("It kind of worked out. I'm not sure if it was me, but I suppose the numbers were more or less fine."),
        said("Umm, I can't really remember the details, there was a ticket about printing."),
        said("I am not sure, but it was the second week."),
        said("I just helped out a little, nothing special; the other nurses did the heavy lifting."),
        said("I would probably ask the head cook."),
        said("It could also have been somebody else's idea; I have no idea how it started."),
        said("I think I contributed a fair share of the slides."),
    ),
    silent=(
        said("I think the hardest part was telling the team. I did it the same day, face to face."),
        said("This kind of failure was new to us, so I wrote the first runbook for it and drilled it twice."),
        said("The likely cause was the seal; I changed it and measured for a week, at night and by day."),
        said("What sort of data did we have? I pulled the logs and counted."),
    ),
)
