"""Whether a labelled group is a story somebody told, a template, or advice on how to tell one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from storybank.importers.groups import Piece, order_of
from storybank.importers.placeholders import is_placeholder, without_placeholders
from storybank.text.labelnames import Role
from storybank.text.labels import Form

TEMPLATE = "template left empty"
NO_SITUATION = "no situation or task stands above the action"
ADVICE = "advice: the labels are explained, no story is told"
_FIRST = re.compile(
    r"\b(?:i|i'm|i've|i'd|i'll|my|me|myself|we|we've|we'd|our|ours|us|eu|minha|meu|yo|mi|je|ich|wir)\b", re.IGNORECASE
)
_SECOND = re.compile(
    r"\b(?:you|your|you're|yourself|you've|você|voce|seu|sua|tu|usted|vous|votre|candidate|interviewer|interviewers)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:describe|explain|set the|outline|detail|share|provide|highlight|state|specify|give|talk"
    r"|discuss|begin|start|focus|tell|include"
    r"|mention|paint|clarify|quantify|summari[sz]e|end with|show how|what|when|where|who|why|how"
    r"|your (?:role|responsibility|task|goal|job|part|own|specific|actions?|contribution)|briefly"
    r"|context and|context of"
    r"|elaborate|finish|think about|make sure|be specific|keep|use|list|write|the (?:situation"
    r"|context|background|task|challenge|problem|goal|outcome"
    r"|result|action|specific|steps)|specific|descreva|descrever|detalhe|explique|conte|qual|quais|describa|describe|explica|cuenta|décrivez|expliquez|beschreibe|erkläre)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|led|built|made|found|took|wrote|ran|gave|cut|became|grew|got"
    r"|went|met|set up|fell|rose|won)\b"
)
_BUDGET = re.compile(
    r"\d+\s*(?:[-–]\s*\d+\s*)?(?:%|(?:s|sec|secs|seconds?|m|min|mins|minutes?|sentences?|bullets?|lines?|words?)\b)"
    r"|percent|\d\s*(?:문장|句|秒|分钟|초|분)",
    re.IGNORECASE,
)
_IS_BUDGET = re.compile(
    rf"^\W*(?:{_BUDGET.pattern})|[(（][^()（）]*(?:{_BUDGET.pattern})[^()（）]*[)）]\s*$", re.IGNORECASE
)
_LEAD_IN = re.compile(r"^(?:next|finally|then|first|firstly|second|lastly|here|now|and)\b,?\s+", re.IGNORECASE)
_ADVISED = re.compile(r"\byou(?:r \w+)? (?:should|must|can|need to|want to|could|may|might|are asked)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“][^\"”]{0,400}[\"”]|`[^`]*`")


def told(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that hold text of the author's."""
    return [p for p in pieces if not is_placeholder(p.text)]


def refusal(pieces: Sequence[Piece], *, established: bool = False) -> str | None:
    """Why these labelled texts are no story; None where they are one.

    In a document with `established` stories an action and its result are one too.
    """
    full = told(pieces)
    if not full:
        return TEMPLATE
    roles = {p.role for p in full}
    if len(roles) < 2 or not roles & {Role.ACTION, Role.RESULT}:
        return TEMPLATE if len(full) < len(pieces) / 2 else "only one part of a story has text"
    if not roles & {Role.SITUATION, Role.CHALLENGE} and not _stands_without_situation(full, roles, established):
        return NO_SITUATION
    if not any(p.role is Role.SITUATION and p.strong for p in pieces) and not _in_order(full):
        return "the labels are not in the order of a STAR answer"
    if not _labels_of_star(pieces):
        return "the headings are not those of a STAR answer"
    if len(full) < len(pieces) / 2 and len(pieces) >= 4 and _words(full) < 30:
        return TEMPLATE
    return ADVICE if _is_advice(full) else None


def _stands_without_situation(full: Sequence[Piece], roles: set[Role], established: bool) -> bool:
    """Task, action and result in this order; among other stories an action and its result."""
    if not _in_order(full):
        return False
    return len(roles - {Role.REFLECTION}) >= 3 or (established and {Role.ACTION, Role.RESULT} <= roles)


def _labels_of_star(pieces: Sequence[Piece]) -> bool:
    """Two labels are words of STAR; or the weaker words of its kin cover the whole arc, set as labels of lines."""
    strong = {p.role for p in pieces if p.strong}
    roles = {p.role for p in pieces}
    if any(p.letter and not p.strong for p in pieces) and not {Role.ACTION, Role.RESULT} <= strong:
        return False
    if len(pieces) > (5 if len(strong) >= 2 else 2) * len(roles):
        return False  # 'Problem:' and 'Solution:' again and again are a list of changes
    if len(strong) >= 2:
        return True
    line = all(p.form is not Form.HEADING for p in pieces)
    arc = roles - {Role.REFLECTION}
    return line and _in_order(pieces) and (len(arc) >= 4 or (len(strong) == 1 and len(arc) >= 3))


def _in_order(pieces: Sequence[Piece]) -> bool:
    ranks = [order_of(p.role) for p in pieces]
    return ranks == sorted(ranks)


def _words(pieces: Sequence[Piece]) -> int:
    return sum(len(p.text.split()) for p in pieces)


def _is_advice(pieces: Sequence[Piece]) -> bool:
    """The texts speak to the reader, ask, or define; nobody says 'I' and little happened."""
    texts = [_unquoted(without_placeholders(p.text)) for p in pieces]
    whole = " ".join(texts)
    count = max(len(whole.split()), 1)
    first = len(_FIRST.findall(whole))
    second = len(_SECOND.findall(whole))
    past = len(_PAST.findall(whole))
    openings = sum(1 for t in texts if _opens_as_advice(t))
    questions = sum(1 for t in texts if t.rstrip(" *_").endswith(("?", "？")))
    half = len(texts) / 2
    budgets = sum(1 for p in pieces if _BUDGET.search(p.aside) or _IS_BUDGET.search(p.text))
    if questions > half:
        return True
    if openings > half and (second >= first or past * 25 < count):
        return True
    if second > first and openings >= half and past * 16 < count:
        return True
    brief = sorted(len(t.split()) for t in texts)[len(texts) // 2] < 14
    if second >= 2 and first == 0 and (brief or (openings >= half and past * 20 < count)):
        return True
    if budgets >= half and first == 0 and (brief or past * 20 < count):
        return True
    return _is_legend(texts, first, past)


def _opens_as_advice(text: str) -> bool:
    """Most of its sentences tell the reader what to tell."""
    sentences = [s.strip("*_-–—•>:( \t0123456789.") for s in re.split(r"[.!?\n]+", text)]
    sentences = [_LEAD_IN.sub("", s) for s in sentences if s.strip()]
    if not sentences:
        return False
    telling = sum(1 for s in sentences if _TOLD.match(s) or _ADVISED.search(s))
    return bool(_TOLD.match(sentences[0])) or telling * 2 > len(sentences)


def _unquoted(text: str) -> str:
    """Without quoted words, unless the whole is one quotation: what somebody would say."""
    rest = _QUOTED.sub(" ", text)
    return rest if len(rest) > 0.5 * len(text) else text


def _is_legend(texts: Sequence[str], first: int, past: int) -> bool:
    """Two or three words a section explain the letters and tell nothing."""
    latin = [t for t in texts if t.isascii()]
    short = sum(1 for t in latin if len(t.split()) <= 5 and not re.search(r"\d", t))
    return first == 0 and past == 0 and len(latin) == len(texts) and short == len(texts)
