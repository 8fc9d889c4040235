"""Findings for a person: grouped by story, worst first."""

from __future__ import annotations

from collections.abc import Sequence

import click

from storybank.check.model import Finding, Outcome
from storybank.check.readiness import Readiness, by_principle, readiness
from storybank.cli.output import write, write_table
from storybank.rules.model import Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
MOST = 3
"""Findings shown of one story; more at once are not acted on."""


def write_outcomes(outcomes: Sequence[Outcome], show_all: bool) -> None:
    """Stories with findings, those with the worst first, and one line of counts."""
    flagged = [o for o in outcomes if o.findings]
    for outcome in sorted(flagged, key=lambda o: [f.severity.rank for f in o.findings[:MOST]] + [9]):
        _write_outcome(outcome, show_all)
    whole = readiness("", outcomes)
    silenced = sum(o.suppressed for o in outcomes)
    counts = f"{whole.errors} errors, {whole.warnings} warnings, {whole.infos} hints"
    more = f"; {silenced} silenced" if silenced else ""
    noun = "story" if whole.stories == 1 else "stories"
    write(f"{whole.stories} {noun}, {whole.ready} without an error or a warning: {counts}{more}.")


def _write_outcome(outcome: Outcome, show_all: bool) -> None:
    head = f"{outcome.id}  {outcome.title}".rstrip()
    write(click.style(head, bold=True))
    shown = outcome.findings if show_all else outcome.findings[:MOST]
    for finding in shown:
        _write_finding(finding)
    rest = len(outcome.findings) - len(shown)
    if rest:
        write(f"  and {rest} more: storybank check {outcome.id} --all")
    write()


def _write_finding(finding: Finding) -> None:
    place = f"{finding.file or '-'}:{finding.line}:{finding.column}"
    severity = click.style(finding.severity.value, fg=_COLOURS[finding.severity])
    write(f"  {place}: {severity}: {finding.rule}: {finding.message}")
    if finding.evidence:
        write(f"      | {finding.evidence}")
    write(f"      why: {finding.why}")
    write(f"      fix: {finding.fix}")


def write_readiness(outcomes: Sequence[Outcome]) -> None:
    """Counts and reasons for each story, then for each principle."""
    rows = [_row(readiness(f"{o.id} {o.title}", [o])) for o in outcomes]
    write_table(["story", "ready", "errors", "warnings", "hints", "reasons"], rows, title="Stories")
    rows = [_row(row) for row in by_principle(outcomes)]
    write_table(["principle", "ready", "errors", "warnings", "hints", "reasons"], rows, title="Principles")


def _row(row: Readiness) -> list[str]:
    reasons = ", ".join(f"{rule} {n}" if n > 1 else rule for rule, n in row.reasons)
    ready = f"{row.ready} of {row.stories}" if row.stories > 1 else "yes" if row.ready else "no"
    return [row.name, ready, str(row.errors), str(row.warnings), str(row.infos), reasons]
