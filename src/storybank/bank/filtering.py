"""What a person types to find stories: words, and `principle:own tag:checkout level:L6 due:week flag:error`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from storybank.bank.library import Entry
from storybank.principles import PrincipleSet, fold
from storybank.text.speech import folded

KEYS = ("principle", "tag", "level", "due", "flag")
"""What may stand before a colon; the beginning of one is enough."""
_PART = re.compile(r'(?P<key>[a-z]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>\S*))|(?P<word>\S+)', re.IGNORECASE)
_DUE_DAYS = {"now": 0, "today": 1, "week": 7, "month": 31}
_NOT_IN_IDS = re.compile(r"[\W_]+")
_FUZZY_LENGTH = 3
"""Letters from which on a typed text is held against titles with its typos."""
_FUZZY_SCORE = 80.0
"""rapidfuzz partial ratio (0-100) from which a title is taken: 'cart abndon' has 90 of 'Cart abandonment'."""

_BY_ID = 3.0
"""Score of a story whose id begins with what was typed."""

Condition = Callable[[Entry, datetime], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """A typed filter, understood."""

    words: str = ""
    """What is looked for in the text; '' where only conditions were typed."""
    conditions: tuple[Condition, ...] = ()
    """A story must meet all of them."""
    problems: tuple[str, ...] = ()
    """What could not be understood, in words; it filters nothing."""

    @property
    def is_empty(self) -> bool:
        """Whether every story passes."""
        return not self.words and not self.conditions


def parse_filter(text: str, principles: PrincipleSet) -> Filter:
    """Understand a filter, also one that is still being typed: `principle:` alone filters nothing yet."""
    words: list[str] = []
    conditions: list[Condition] = []
    problems: list[str] = []
    for part in _PART.finditer(text):
        key = _key(part["key"])
        value = folded(part["quoted"] if part["quoted"] is not None else part["value"] or "").strip()
        if key is None:
            words.append(part[0])
        elif value or key in {"due", "flag"}:
            condition = _CONDITIONS[key](value, principles)
            if condition is None:
                problems.append(_problem(key, value))
            else:
                conditions.append(condition)
    return Filter(" ".join(words), tuple(conditions), tuple(problems))


def _key(typed: str | None) -> str | None:
    return next((key for key in KEYS if typed and key.startswith(typed.lower())), None)


def _problem(key: str, value: str) -> str:
    known = {"due": f"{', '.join(_DUE_DAYS)}, new, or days", "principle": "names, codes and aliases"}
    return f"no {key} is like '{value}'{f' ({known[key]})' if key in known else ''}"


def chosen(shelf: Sequence[Entry], wanted: Filter, found: Mapping[str, float], now: datetime) -> list[Entry]:
    """The stories that pass, in the order given; with words the best hit first.

    Args:
        shelf: the stories.
        wanted: the filter.
        found: id -> relevance of the stories whose text has the words, as `Bank.found` gives it.
        now: the time of day, for `due:`.
    """
    passing = [entry for entry in shelf if all(condition(entry, now) for condition in wanted.conditions)]
    if not wanted.words:
        return passing
    near = _near(passing, wanted.words)
    best = max(found.values(), default=1.0) or 1.0
    scores = {e.card.id: near.get(e.card.id, 0.0) + found.get(e.card.id, 0.0) / best for e in passing}
    if any(score >= _BY_ID for score in near.values()) and any(c.isdigit() for c in wanted.words):
        found, near = {}, {key: score for key, score in near.items() if score >= _BY_ID}  # 'co1' asks for an id
    hits = [entry for entry in passing if entry.card.id in near or entry.card.id in found]
    return sorted(hits, key=lambda entry: -scores[entry.card.id])


def _near(shelf: Sequence[Entry], words: str) -> dict[str, float]:
    """Id -> how well id or title answer the words: 4 the id itself, 3 its beginning, 2 all words, below: nearly."""
    from rapidfuzz import fuzz, process

    typed = folded(words)
    compact, parts = _NOT_IN_IDS.sub("", typed), typed.split()
    titles = {entry.card.id: folded(entry.card.title) for entry in shelf}
    near: dict[str, float] = {}
    if len(typed) >= _FUZZY_LENGTH:
        alike = process.extract(typed, titles, scorer=fuzz.partial_ratio, score_cutoff=_FUZZY_SCORE, limit=None)
        near = {key: score / 100 for _, score, key in alike if len(titles[key]) >= _FUZZY_LENGTH}
    for key, title in titles.items():
        identifier = _NOT_IN_IDS.sub("", folded(key))
        if compact and identifier.startswith(compact):
            near[key] = _BY_ID + (identifier == compact)
        elif all(any(word.startswith(part) for word in title.split()) for part in parts):
            near[key] = 2.0
    return near


# --- conditions: each is made of its value, and None where the value means nothing ---


def _principle(value: str, principles: PrincipleSet) -> Condition | None:
    """An exact alias, else every principle with a word, code or alias that begins so, else the one nearly meant."""
    exact = principles.find(value)
    begin = fold(value)
    names = {exact.name} if exact else {p.name for p in principles if begin and _begins(p.code, p.name, begin)}
    if not names:
        names = {p.name for p in principles if any(fold(alias).startswith(begin) for alias in p.aliases)}
    guess = None if names else principles.guess(value)
    names |= {guess.name} if guess else set()
    return partial(_carries, frozenset(names)) if names else None


def _begins(code: str, name: str, begin: str) -> bool:
    words = fold(name).split()
    return fold(code).startswith(begin) or any(" ".join(words[i:]).startswith(begin) for i in range(len(words)))


def _carries(names: frozenset[str], entry: Entry, now: datetime) -> bool:
    return not names.isdisjoint(entry.card.all_principles)


def _tag(value: str, principles: PrincipleSet) -> Condition:
    return lambda entry, now: _any_begins(entry.card.tags, value)


def _level(value: str, principles: PrincipleSet) -> Condition:
    return lambda entry, now: _any_begins([entry.card.level or ""], value)


def _any_begins(names: Iterable[str], value: str) -> bool:
    return any(folded(name).startswith(value) for name in names)


def _due(value: str, principles: PrincipleSet) -> Condition | None:
    if value and "new".startswith(value) and value != "n":
        return lambda entry, now: entry.due is None
    name = next((name for name in _DUE_DAYS if name.startswith(value)), None)
    if not value.isdecimal() and name is None:
        return None
    days = int(value[:4]) if value.isdecimal() else _DUE_DAYS[name or "now"]
    return lambda entry, now: entry.is_due(now + timedelta(days=days))


def _flag(value: str, principles: PrincipleSet) -> Condition:
    """A severity, a rule, 'none', or any."""
    if not value or "any".startswith(value):
        return lambda entry, now: entry.flags > 0
    if value == "none":
        return lambda entry, now: entry.outcome is not None and not entry.flags
    return lambda entry, now: (
        entry.outcome is not None
        and any(_any_begins((finding.severity.value, finding.rule), value) for finding in entry.outcome.findings)
    )


_CONDITIONS: Mapping[str, Callable[[str, PrincipleSet], Condition | None]] = {
    "principle": _principle,
    "tag": _tag,
    "level": _level,
    "due": _due,
    "flag": _flag,
}
