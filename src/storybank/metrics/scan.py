"""Every number of a text with its unit, without those that only name or date something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storybank.metrics import cues, currencies
from storybank.metrics.atom import Atom
from storybank.metrics.fractions import STARTS, relative
from storybank.metrics.labels import goes_on, is_label
from storybank.metrics.lexicon import word_set
from storybank.metrics.measures import measured
from storybank.metrics.model import Kind
from storybank.metrics.nouns import FUNCTION
from storybank.metrics.numerals import SPELLED
from storybank.metrics.quantity import low, quantity
from storybank.metrics.tokens import Shape, Token

_TRIGGERS = STARTS | SPELLED | {"a", "an"}
"""The words that a figure without digits can begin with."""
_ONE_BEFORE = word_set(
    """
    within in by took takes take from to than under about just only exactly after for every last past roughly
    over nearly almost around gained lost saved another lasted spent
    """
)
_ONE_BEHIND = word_set("later earlier ahead early late before after")

_ALMOST = word_set("just under over about around almost nearly fewer more less than only roughly")
_CLAUSE_BEGINS = frozenset({",", ".", ";", ":", "!", "?", "and", "but", "only", "—", "–", "("})
_IN_ALL = frozenset({("in", "all"), ("in", "total"), ("all", "told"), ("so", "far")})
_SLANG = word_set("hit hits help helped served pass passed catch scaled took")
"""'hit thirty', 'served nine': verbs whose number may be an age or a sentence."""
_ELSEWHERE = word_set(
    "at in turned aged age late early mid the past until since by before after - / is was am are were be i'm he's she's"
)
"""Before a number in words that may be an age, an hour or a year."""
_GROUPS = word_set("team teams group groups crew party staff class squad board panel family pool army cohort")


def scan(tokens: Sequence[Token]) -> list[Atom]:
    """The atoms of a text in order, without overlap."""
    atoms: list[Atom] = []
    label: Atom | None = None
    position = 0
    length = len(tokens)
    while position < length:
        token = tokens[position]
        if token.shape is not Shape.NUMBER and token.low not in _TRIGGERS:
            position += 1
            continue
        atom = relative(tokens, position)
        if atom is None and (found := quantity(tokens, position)) is not None:
            atom = measured(tokens, found)
            position = max(found.last, position + 1)
            if is_label(tokens, atom) or (label is not None and goes_on(tokens, label, atom)):
                label = atom
                continue
            atom = _settled(tokens, atom)
        if atom is None:
            position += 1
            continue
        position = max(atom.last, position)
        if not atoms or atoms[-1].last <= atom.first:
            atoms.append(atom)
    return atoms


def _moved_to(tokens: Sequence[Token], atom: Atom) -> bool:
    """'fell to zero', 'down to just under forty'."""
    at = atom.first - 1
    while low(tokens, at) in _ALMOST:
        at -= 1
    if low(tokens, at) != "to" or (low(tokens, atom.last).isalpha() and low(tokens, atom.last) not in FUNCTION):
        return False
    return any(
        low(tokens, before) in table
        for before in range(at - 1, max(at - 7, -1), -1)
        for table in (cues.DOWN, cues.UP, {"went", "down", "up", "brought", "got"})
    )


def _settled(tokens: Sequence[Token], atom: Atom) -> Atom | None:
    """The atom; marked where it counts only in company, None where 'one' is no number."""
    one = atom.spelled and atom.value == 1 and tokens[atom.first].low == "one"
    if one and atom.kind is Kind.DURATION:
        hyphen = low(tokens, atom.first + 1) == "-"
        close = low(tokens, atom.first - 1) in _ONE_BEFORE or low(tokens, atom.last) in _ONE_BEHIND
        return atom if hyphen or close or "/" in atom.unit else None
    if atom.kind is not Kind.COUNT:
        return atom
    if atom.bare and low(tokens, atom.first - 1) in currencies.SPENDING and atom.factor >= 1000:
        return replace(atom, kind=Kind.MONEY)
    us = low(tokens, atom.last) == "of" and low(tokens, atom.last + 1) in {"us", "them", "whom"}
    before = low(tokens, atom.first - 1)
    several = atom.value > 2 or (atom.value == 2 and before in {",", "—", "–", "("})
    if atom.spelled and atom.bare and several and us and before not in {"the", "all"}:
        return atom
    of_people = before == "of" and low(tokens, atom.first - 2) in _GROUPS
    if one or (atom.spelled and atom.bare and not (of_people or _counts(tokens, atom))):
        return replace(atom, lone=True)
    return atom


def _counts(tokens: Sequence[Token], atom: Atom) -> bool:
    """A number in words that says how many without a noun: 'we won two', 'nineteen kept to it', 'fell to zero'."""
    if atom.value >= 100 or atom.value != int(atom.value) or _moved_to(tokens, atom):
        return True
    if atom.value < 2:
        return False
    if (low(tokens, atom.last), low(tokens, atom.last + 1)) in _IN_ALL or low(tokens, atom.last) == "altogether":
        return True
    before, after = low(tokens, atom.first - 1), low(tokens, atom.last)
    if cues.tells_past(after) and (atom.first == 0 or before in _CLAUSE_BEGINS or tokens[atom.first].breaks):
        return True
    if after.isalpha() and after not in FUNCTION and after not in _ONE_BEHIND:
        return False
    done = any(table.get(before, False) for table in (cues.ACHIEVED, cues.DOWN, cues.UP))
    return (done and before not in _SLANG) or (atom.value > 12 and before not in _ELSEWHERE and before not in SPELLED)
