"""What the words around an atom say: which way it went, how exact it is, and whether it is an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from storybank.metrics import cues
from storybank.metrics.atom import Atom
from storybank.metrics.lexicon import word_set
from storybank.metrics.model import Direction, Kind
from storybank.metrics.quantity import low
from storybank.metrics.tokens import Token

_REACH = 14
_SKIPPED = word_set("a an the another just only even well as much by at least most up down to than")
_DETERMINERS = word_set("a an the our my their its his her your this that each every")
_NOUN_BEHIND = frozenset({"of", "by", "to", ":", "("})
_ENDS = frozenset({".", ";", "!", "?"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands around one atom."""

    direction: Direction
    approximate: bool
    is_result: bool


def read(tokens: Sequence[Token], atom: Atom, floor: int, end: Direction | None) -> Reading:
    """The reading of `atom`.

    Args:
        tokens: of the whole text.
        atom: one of its atoms.
        floor: first token that may speak for it, behind the figure before.
        end: of a change: UP or DOWN for its end, NONE for its start; None for a figure on its own.
    """
    start = _sentence_start(tokens, atom.first)
    approximate = atom.approximate or _approximate(tokens, atom)
    if end is Direction.NONE:
        return Reading(Direction.NONE, approximate, False)
    near, lead = _lead(tokens, atom)
    behind = _behind(tokens, atom)
    cue = _cue(tokens, atom, near, lead, max(floor, start))
    planned = _planned(tokens, atom.first, start, cue.at)
    if end is not None:
        return Reading(end, approximate, not planned)
    direction = atom.direction or Direction.NONE
    if direction is Direction.NONE:
        direction = behind if behind is not Direction.NONE else _direction(near, cue, atom)
    changed = direction is not Direction.NONE and (
        cue.done or behind is not Direction.NONE or bool(_signed(tokens, atom))
    )
    changed = changed or atom.direction is not Direction.NONE or near in {"up", "down"}
    outcome = cue.table is cues.ACHIEVED and cue.done and _governs(near, atom, tokens, cue)
    if direction is Direction.NONE:
        direction = _signed(tokens, atom) or Direction.NONE
    return Reading(direction, approximate, (changed or outcome) and not planned)


def _sentence_start(tokens: Sequence[Token], first: int) -> int:
    for at in range(first, max(first - 3 * _REACH, 0), -1):
        if tokens[at].breaks or tokens[at - 1].low in _ENDS:
            return at
    return max(first - 3 * _REACH, 0)


def _approximate(tokens: Sequence[Token], atom: Atom) -> bool:
    before, second = low(tokens, atom.first - 1), low(tokens, atom.first - 2)
    if before in {"a", "an"}:
        before, second = second, low(tokens, atom.first - 3)
    if before in cues.APPROXIMATE or (before == "than" and second in cues.THAN):
        return True
    if (second, before) in {
        ("at", "least"),
        ("at", "most"),
        ("up", "to"),
        ("close", "to"),
        ("north", "of"),
        ("as", "many"),
    }:
        return True
    if low(tokens, atom.last) == "+" and tokens[atom.last].glued:
        return True
    return low(tokens, atom.last) == "ish" or (
        low(tokens, atom.last) == "or" and low(tokens, atom.last + 1) in {"so", "more"}
    )


def _lead(tokens: Sequence[Token], atom: Atom) -> tuple[str, int]:
    """(the preposition that leads to the atom or '', the token to look from) past 'about', 'the', 'more than'."""
    at = atom.first - 1
    preposition = ""
    while at >= 0 and atom.first - at < 7:
        word = low(tokens, at)
        if word in cues.CONTEXT or word in cues.TIMING or word in {"by", "to", "from", "up", "down"}:
            preposition = word if preposition in {"", "by"} else preposition
        elif (
            word not in _SKIPPED
            and word not in cues.APPROXIMATE
            and word not in cues.THAN
            and word not in {"(", "+", "-"}
        ):
            break
        at -= 1
    return preposition, at


@dataclass(frozen=True, slots=True)
class _Cue:
    """The verb or noun of change that governs an atom."""

    at: int
    direction: Direction
    done: bool
    table: object = None
    word: str = ""
    lowers: bool = False
    """What is better when less stands between it and the atom."""


def _cue(tokens: Sequence[Token], atom: Atom, near: str, lead: int, floor: int) -> _Cue:
    lowers = False
    for at in range(lead, max(floor, lead - _REACH) - 1, -1):
        word = tokens[at].low
        if word == "," and near not in {"by", "to", "from"}:
            break
        if low(tokens, at - 1) in _DETERMINERS and not (word in cues.NOUNS and low(tokens, at + 1) in _NOUN_BEHIND):
            lowers = lowers or word in cues.COSTS
            continue
        lowers = lowers or word in cues.COSTS
        if word in cues.NOUNS and low(tokens, at + 1) in _NOUN_BEHIND:
            return _Cue(at, cues.NOUNS[word], True, None, word)
        for table, direction in ((cues.DOWN, Direction.DOWN), (cues.UP, Direction.UP), (cues.MOVED, Direction.NONE)):
            if word in table:
                done = table[word] or word in {"up", "down"}
                better = word.startswith(("improv", "enhanc")) and lowers
                return _Cue(at, Direction.DOWN if better else direction, done, table, word, lowers)
        for table in (cues.ACHIEVED, cues.STATED):
            if table.get(word) and (near != "by" or atom.kind is Kind.COUNT):
                return _Cue(at, Direction.NONE, table[word], table, word)
    return _Cue(-1, Direction.NONE, False)


def _direction(near: str, cue: _Cue, atom: Atom) -> Direction:
    """Up or down: 'cut 40%', 'by 40%', 'to 40%', 'is down 3 points'; nothing behind 'for', 'across', 'in'."""
    if near in {"up", "down"}:
        return Direction.UP if near == "up" else Direction.DOWN
    if (near in cues.CONTEXT or near in cues.TIMING or near == "from") and cue.word not in cues.NOUNS:
        return Direction.NONE
    if near == "by" and atom.fraction and cue.direction is Direction.NONE:
        return Direction.NONE
    return cue.direction


def _behind(tokens: Sequence[Token], atom: Atom) -> Direction:
    """'30% fewer', 'a 12% increase', '40% test reduction'."""
    if atom.kind not in {Kind.PERCENT, Kind.POINTS, Kind.MULTIPLIER} and low(tokens, atom.last) not in {
        "fewer",
        "less",
        "faster",
    }:
        return Direction.NONE
    for at in range(atom.last, min(atom.last + 4, len(tokens))):
        word = tokens[at].low
        if (
            (not word.isalpha() and word != "-")
            or word in {"of", "and", "in", "to", "by", "the", "as"}
            or tokens[at].breaks
        ):
            return Direction.NONE
        if word in cues.COMPARED:
            return cues.COMPARED[word] if at == atom.last else Direction.NONE
        if word in cues.NOUNS:
            return cues.NOUNS[word]
    return Direction.NONE


def _signed(tokens: Sequence[Token], atom: Atom) -> Direction | None:
    """Of '+12%' and '-3%'."""
    if atom.kind not in {Kind.PERCENT, Kind.POINTS, Kind.MONEY}:
        return None
    sign = tokens[atom.first].low
    return {"+": Direction.UP, "-": Direction.DOWN, "−": Direction.DOWN}.get(sign)


def _planned(tokens: Sequence[Token], first: int, start: int, verb: int) -> bool:
    """A goal, a wish or a condition: 'to reduce', 'the target was', 'we would save'."""
    if verb >= 0 and low(tokens, verb - 1) == "to" and low(tokens, verb - 2) not in cues.ENABLED:
        return True
    return any(tokens[at].low in cues.PLANNED for at in range(max(start, first - _REACH), first))


def _governs(near: str, atom: Atom, tokens: Sequence[Token], cue: _Cue) -> bool:
    """The outcome verb speaks of this figure and not of something it was done with or for."""
    if near in cues.TIMING:
        return atom.kind is Kind.DURATION and cue.word in cues.FINISHING
    return (
        near not in cues.CONTEXT
        or (near == "of" and atom.first - cue.at < 6)
        or (near == "for" and cue.word in {"stayed", "kept"})
    )
