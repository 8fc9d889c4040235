"""Running the rules, and placing what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from storybank.check.duplicates import Twins
from storybank.check.model import Finding, Outcome
from storybank.check.suppress import (
    BOOKKEEPING,
    UNKNOWN,
    UNUSED,
    Suppression,
    front_matter_suppressions,
    nearest_rule,
    part_lines,
    suppressions,
)
from storybank.check.tellings import passage, telling_of
from storybank.errors import UsageError
from storybank.model import SectionName, Story
from storybank.rules import RULES, Hit, Level, Rule, Telling, level_named

_SHOWN = 160
"""Characters of evidence that a finding quotes."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run, and for which level."""

    select: tuple[str, ...] = ()
    """Only these rules; () means all that are on by default."""
    ignore: tuple[str, ...] = ()
    level: str | None = None
    """Judge every story for this level instead of its own."""
    default_level: str | None = None
    """For stories that name none."""

    def rules(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """The chosen ones of `rules`.

        Raises:
            UsageError: a name that no rule has; the nearest is named.
        """
        known = {rule.id for rule in (*rules, *BOOKKEEPING)}
        for name in (*self.select, *self.ignore):
            if name not in known:
                raise UsageError(f"no rule '{name}'", hint=nearest_rule(name, sorted(known)))
        chosen = (r for r in rules if (r.id in self.select if self.select else r.default))
        return tuple(r for r in chosen if r.id not in self.ignore)


@dataclass
class Checker:
    """Checks stories one after the other; it remembers them to find duplicates.

    Raises:
        UsageError: the selection names an unknown rule or level.
    """

    levels: Mapping[str, Level]
    selection: Selection = field(default_factory=Selection)
    all_rules: tuple[Rule, ...] = RULES

    def __post_init__(self) -> None:
        self.rules = self.selection.rules(self.all_rules)
        self._level = level_named(self.selection.level, self.levels) if self.selection.level else None
        self._order = {rule.id: place for place, rule in enumerate((*self.all_rules, *BOOKKEEPING))}
        self._twins = Twins()
        self._compares = any(rule.id == "duplicate-story" for rule in self.rules)

    def story(self, story: Story, text: str, file: str) -> Outcome:
        """Check one story.

        Args:
            story: as parsed from `text`.
            text: the whole file, for columns and suppressions.
            file: how findings name it.
        """
        telling = telling_of(story, self._level_of(story))
        if self._compares:
            telling = replace(telling, twins=self._twins.seen_before(f"{story.id} ({file})", telling))
        lines = text.split("\n")
        title = next((i for i, line in enumerate(lines[:40], 1) if line.startswith("title:")), 1)
        found = [_placed(rule, hit, file, lines, title) for rule, hit in self._hits(telling)]
        silenced = [*front_matter_suppressions(story), *suppressions(text, part_lines(story))]
        return self._outcome(found, silenced, file, lines, Outcome(story.id, story.title, story.principles))

    def passage(self, text: str, section: SectionName | None, name: str = "") -> Outcome:
        """Check a passage on its own; rules about whole stories say nothing."""
        telling = Telling((passage(text, section),), level=self._level)
        lines = text.split("\n")
        found = [_placed(rule, hit, None, lines, 1) for rule, hit in self._hits(telling)]
        return self._outcome(found, [*suppressions(text, [])], None, lines, Outcome(name))

    def _level_of(self, story: Story) -> Level | None:
        if self._level:
            return self._level
        name = story.level or self.selection.default_level
        return next((v for v in self.levels.values() if name and v.name.casefold() == name.casefold()), None)

    def _hits(self, telling: Telling) -> Iterator[tuple[Rule, Hit]]:
        return ((rule, hit) for rule in self.rules for hit in rule.check(telling))

    def _outcome(
        self,
        found: list[Finding],
        silenced: list[Suppression],
        file: str | None,
        lines: list[str],
        outcome: Outcome,
    ) -> Outcome:
        kept = [f for f in found if not any(s.covers(f.rule, f.line) for s in silenced)]
        more = self._about(silenced, found, file, lines)
        ranked = sorted((*kept, *more), key=lambda f: (f.severity.rank, self._order[f.rule], f.line, f.column))
        return replace(outcome, findings=tuple(ranked), suppressed=len(found) - len(kept))

    def _about(
        self, silenced: Iterable[Suppression], found: list[Finding], file: str | None, lines: list[str]
    ) -> Iterator[Finding]:
        """Suppressions that are unused, or name no rule. One of a rule that did not run is left alone."""
        known = {rule.id for rule in (*self.all_rules, *BOOKKEEPING)}
        ran = {rule.id for rule in self.rules}
        for one in silenced:
            if one.rule not in known:
                rule, said = UNKNOWN, f"No rule is named '{one.rule}'. {nearest_rule(one.rule, sorted(known))}"
            elif one.rule in ran and not any(one.covers(f.rule, f.line) for f in found):
                rule, said = UNUSED, f"'{one.rule}' finds nothing here that this suppression could silence"
            else:
                continue
            if rule.id not in self.selection.ignore and not (
                self.selection.select and rule.id not in self.selection.select
            ):
                text = lines[one.line - 1] if one.line <= len(lines) else ""
                yield Finding(
                    rule.id,
                    rule.severity,
                    said,
                    rule.fix,
                    rule.why,
                    file,
                    one.line,
                    1,
                    len(text) + 1,
                    None,
                    text.strip()[:_SHOWN],
                )


def _placed(rule: Rule, hit: Hit, file: str | None, lines: list[str], title: int) -> Finding:
    """The finding of a hit, at its line and column of the file."""
    where = hit.passage
    severity = hit.severity or rule.severity
    words = (hit.message or rule.message, hit.fix or rule.fix, rule.why, file)
    if where is None:
        width = len(lines[title - 1]) if title <= len(lines) else 0
        return Finding(rule.id, severity, *words, title, 1, width + 1)
    before = where.text.rfind("\n", 0, hit.start) + 1
    stop = where.text.find("\n", before)
    line = where.line + where.text.count("\n", 0, hit.start)
    written = where.text[before : stop if stop >= 0 else len(where.text)]
    shift = max(0, lines[line - 1].find(written)) if 0 < line <= len(lines) else 0
    start = hit.start - before
    end = min(hit.end - before, len(written)) if hit.end > hit.start else len(written)
    evidence = hit.evidence or " ".join(where.text[hit.start : hit.end].split()) or written.strip()
    section = where.section.value if where.section else None
    return Finding(
        rule.id, severity, *words, line, start + shift + 1, max(end, start) + shift + 1, section, evidence[:_SHOWN]
    )
