"""What a count counts: the head of the noun phrase behind a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from storybank.metrics.lexicon import word_set
from storybank.metrics.numerals import SPELLED
from storybank.metrics.tokens import Shape, Token

IRREGULAR: Mapping[str, str] = MappingProxyType(
    {
        "people": "person",
        "children": "child",
        "men": "man",
        "women": "woman",
        "staff": "staff",
        "crew": "crew",
        "feet": "foot",
        "teeth": "tooth",
        "mice": "mouse",
        "criteria": "criterion",
        "phenomena": "phenomenon",
        "analyses": "analysis",
        "crises": "crisis",
        "hypotheses": "hypothesis",
        "data": "data",
        "folks": "person",
        "persons": "person",
        "personnel": "personnel",
        "faculty": "faculty",
        "fish": "fish",
        "sheep": "sheep",
        "cattle": "cattle",
        "aircraft": "aircraft",
        "series": "series",
        "indices": "index",
        "vertices": "vertex",
        "matrices": "matrix",
        "msg": "message",
        "msgs": "message",
        "req": "request",
        "reqs": "request",
        "txns": "transaction",
        "downtime": "downtime",
        "churn": "churn",
        "attrition": "attrition",
        "fte": "FTE",
        "ftes": "FTE",
        "loc": "LOC",
        "headcount": "person",
        "qa": "QA",
        "software": "software",
        "traffic": "traffic",
        "inventory": "inventory",
    }
)
"""Nouns whose plural has no 's', or that are counted in the singular."""

MASS = word_set(
    """
    downtime loss losses churn attrition regret turnover rework interruption disruption defect escalation
    complaint impact rollback outage incident waste overtime drift failure error data
    """
)
"""What there can be 'zero' of in the singular."""

NO_PLURALS = word_set(
    """
    is was has this its his us as yes less thus plus versus vs always perhaps across besides sometimes does goes
    says means makes takes comes gets gives needs seems wants knows works runs costs buys sells pays reads sees
    asks tells talks thinks feels looks helps lets keeps stays puts brings leads leaves finds loses wins turns
    starts stops begins becomes whose towards afterwards unless hers ours theirs yours these those others minus
    alas pass process business access success address progress class stress loss boss press mess miss guess
    cross express analysis basis crisis status focus bonus virus campus census consensus bus gas news physics
    mathematics politics economics headquarters overseas downstairs upstairs previous various serious obvious
    continuous simultaneous conscious dangerous famous enormous anonymous nervous cautious ambitious religious
    suspicious tedious autonomous asynchronous synchronous indoors outdoors nowadays ios aws devops sales
    analytics ops logistics saas kubernetes redis jenkins postgres customs series windows js cs hr's
    """
)
"""Words with an 's' at the end that are no counted plural."""

FUNCTION = word_set(
    """
    a an the and or but nor so yet if then than that this these those of to in on at by for from with without
    within into onto over under through during between among across after before since until till while when
    where which who whom whose what why how as because though although i you he she it we they me him her us
    them my your his its our their mine am is are was were be been being have has had having do does did done
    will would shall should can could may might must not no only just also even still already too very there
    here per each every all both any some such own up down out off again ever never always once more less fewer
    most least either neither cannot can't won't didn't don't came went said left took got made became saw told
    gave found kept led ran shipped joined attended responded agreed voted stayed quit signed versus vs
    """
)
"""Words that end a noun phrase."""

_TO_F = word_set("hal shel lea li kni wi wol loa thie scar cal")
"""'shelves', 'lives': what stands before 'ves' where the singular ends in 'f' or 'fe'."""
_PARTICLES = word_set("off up down in on out back over by through")
"""Last words of 'sign-offs' and 'check-ins'."""
_REACH = 5
_MODIFYING = word_set("more fewer less")


def head(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """(unit, one past it) of the noun phrase that starts with token `at`; None where nothing there is counted.

    The head is the first plural: 'partner integrations' counts integrations. Words of a compound may be joined by
    hyphens ('first-year nurses'); a sign, a number or a function word ends the phrase. Nouns that are counted in the
    singular ('staff', 'DAU') are the head only where no plural follows ('12 staff engineers').
    """
    position = at
    spare = None
    for _ in range(_REACH):
        position = _past_joints(tokens, position, at)
        if position >= len(tokens):
            break
        token = tokens[position]
        if token.breaks or not (token.shape is Shape.WORD or (token.shape is Shape.CODE and token.text.isalnum())):
            break
        if token.low in SPELLED and not (position + 1 < len(tokens) and tokens[position + 1].low == "-"):
            break
        modifies = (position == at and token.low in _MODIFYING) or _letter(tokens, position)
        if token.low in FUNCTION and not modifies:
            break
        if unit := counted(token):
            if unit.casefold() != token.low:
                if unit in _PARTICLES and position - 2 >= at and tokens[position - 1].low == "-":
                    unit = f"{tokens[position - 2].low}-{unit}"
                return _whole(tokens, position, unit)
            spare = spare or (unit, position + 1)
        position += 1
    return spare


def _letter(tokens: Sequence[Token], at: int) -> bool:
    """The 'A' of 'A/B' and the 'I' of 'I/O': capitals that a slash joins."""
    sides = [tokens[n] for n in (at - 1, at + 1) if 0 <= n < len(tokens)]
    return len(tokens[at].text) == 1 and tokens[at].text.isupper() and any(side.low == "/" for side in sides)


def _whole(tokens: Sequence[Token], at: int, unit: str) -> tuple[str, int]:
    """The head at `at`, or the plural right behind it ('sales people', 'operations managers')."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.shape is Shape.WORD and after.low in IRREGULAR and not after.breaks:
        return IRREGULAR[after.low], at + 2
    return unit, at + 1


def _past_joints(tokens: Sequence[Token], position: int, at: int) -> int:
    joint = position > at and position < len(tokens) and tokens[position].low in {"-", "/", "&"}
    return position + 1 if joint and (tokens[position].glued or tokens[position].low == "&") else position


def counted(token: Token) -> str:
    """The singular of a plural noun or of a unit in capitals ('DAU'); '' for any other word."""
    if token.low in IRREGULAR:
        return IRREGULAR[token.low]
    if len(token.text) <= 5 and token.text.isupper() and len(token.text) >= 3:
        return token.text
    word = token.low.removesuffix("'s").removesuffix("s'") if token.low.endswith(("'s", "s'")) else token.low
    if word != token.low or word in NO_PLURALS or len(word) < 3 or not word.endswith("s") or word.endswith("ss"):
        return ""
    if token.text[:-1].isupper() and token.text.endswith("s"):
        return token.text[:-1]
    return singular(word)


def singular(word: str) -> str:
    """The singular of an English plural, by its ending."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4 and word not in {"movies", "cookies", "zombies", "calories"}:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zzes", "ches", "shes")) and word not in {"axes", "caches", "aches"}:
        return word[:-2]
    if word.endswith("ves") and word[:-3] in {
        "hal",
        "shel",
        "lea",
        "li",
        "kni",
        "wi",
        "wol",
        "loa",
        "thie",
        "scar",
        "cal",
    }:
        return word[:-3] + ("fe" if word[:-3] in {"li", "kni", "wi"} else "f")
    return word[:-1] if word.endswith("s") else word
