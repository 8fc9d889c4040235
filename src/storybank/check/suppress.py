"""Findings that the author has silenced, by a comment in the text or by `ignore:` in the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from storybank.model import Story
from storybank.rules.model import Rule, Severity
from storybank.text.speech import comments

_COMMENT = re.compile(r"<!--\s*storybank:\s*ignore\b[ \t]*(?P<rule>[\w-]*)[ \t]*(?P<reason>.*?)\s*-->", re.DOTALL)
UNUSED = Rule(
    id="unused-ignore",
    name="Suppression that suppresses nothing",
    severity=Severity.INFO,
    message="This suppression silences nothing",
    why="It would hide a real finding one day.",
    fix="Remove it.",
    fires=(),
    silent=(),
)
UNKNOWN = Rule(
    id="unknown-ignore",
    name="Suppression of an unknown rule",
    severity=Severity.WARNING,
    message="This suppression names no rule",
    why="A misspelt name silences nothing.",
    fix="'storybank rules' lists the names.",
    fires=(),
    silent=(),
)
BOOKKEEPING = (UNUSED, UNKNOWN)
"""Rules about suppressions; they can be ignored like all others."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """One rule silenced, in one part of the file or in all of it."""

    rule: str
    line: int
    """1-based line on which it stands."""
    first: int
    """First line it covers."""
    last: float
    """Last line it covers."""

    def covers(self, rule: str, line: int) -> bool:
        """Whether it silences a finding of `rule` on `line`."""
        return rule == self.rule and self.first <= line <= self.last


def suppressions(text: str, parts: Sequence[int]) -> Iterator[Suppression]:
    """The suppressing comments of a file.

    Args:
        text: the whole file.
        parts: 1-based lines on which its parts begin, ascending; a comment covers the part that it stands in, and one
            above the first part the whole file.
    """
    if "storybank:" not in text:
        return
    for start, end in comments(text):
        found = _COMMENT.match(text[start:end])
        if found:
            line = text.count("\n", 0, start) + 1
            above = [p for p in parts if p <= line]
            below = [p for p in parts if p > line]
            whole = not above
            last = float("inf") if whole or not below else below[0] - 1
            yield Suppression(found["rule"], line, 1 if whole else above[-1], last)


def part_lines(story: Story) -> list[int]:
    """The lines on which sections, cues, variants, angles and notes begin."""
    lines = [s.line for s in (*story.sections, *story.cues)]
    lines += [v.line for v in story.variants] + [s.line for v in story.variants for s in v.sections]
    lines += [a.line for a in story.angles] + [n.line for n in story.notes]
    return sorted({line for line in lines if line})


def front_matter_suppressions(story: Story) -> Iterator[Suppression]:
    """The rules under `ignore:`; a list of names, 'name: reason' pairs, or one name."""
    for key in story.extra:
        if key.key == "ignore":
            for name in _names(key.source):
                yield Suppression(name, key.line, 1, float("inf"))


def _names(source: str) -> Iterator[str]:
    import yaml

    value = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["ignore"]  # noqa: S506 - a safe loader
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield from map(str, item)
        elif item is not None:
            yield str(item).split()[0] if str(item).split() else ""


def nearest_rule(name: str, known: Iterable[str]) -> str:
    """A hint that names the rule most like `name`."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), 1, 0.4)
    return f"Did you mean '{near[0]}'?" if near else UNKNOWN.fix
