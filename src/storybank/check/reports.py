"""Findings for machines: JSON, SARIF 2.1.0, and annotations of GitHub Actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from storybank.check.model import Finding, Outcome
from storybank.check.readiness import Readiness, by_principle, readiness
from storybank.check.suppress import BOOKKEEPING
from storybank.rules import RULES
from storybank.rules.model import Rule, Severity

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def finding_json(finding: Finding) -> dict[str, Any]:
    """One finding in the shape of the design."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "end_column": finding.end_column,
        "section": finding.section,
        "message": finding.message,
        "evidence": finding.evidence,
        "fix": finding.fix,
    }


def report_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The shape of `check --format json`, without the schema's version."""
    whole = readiness("", outcomes)
    return {
        "findings": [finding_json(f) for o in outcomes for f in o.findings],
        "summary": {
            "stories": whole.stories,
            "ready": whole.ready,
            "error": whole.errors,
            "warning": whole.warnings,
            "info": whole.infos,
            "suppressed": sum(o.suppressed for o in outcomes),
            "readiness": [_row(readiness(o.id, [o])) for o in outcomes],
            "principles": [_row(row) for row in by_principle(outcomes)],
        },
    }


def _row(row: Readiness) -> dict[str, Any]:
    return {
        "name": row.name,
        "stories": row.stories,
        "ready": row.ready,
        "error": row.errors,
        "warning": row.warnings,
        "info": row.infos,
        "reasons": dict(row.reasons),
    }


def report_sarif(outcomes: Iterable[Outcome], version: str) -> dict[str, Any]:
    """A SARIF 2.1.0 log with one run."""
    rules = (*RULES, *BOOKKEEPING)
    places = {rule.id: place for place, rule in enumerate(rules)}
    driver = {"name": "storybank", "version": version, "rules": [_sarif_rule(rule) for rule in rules]}
    results = [_sarif_result(f, places) for o in outcomes for f in o.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in rule.id.split("-")),
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": f"{rule.message}. {rule.why}"},
        "help": {"text": rule.fix},
        "defaultConfiguration": {"level": _SARIF_LEVEL[rule.severity], "enabled": rule.default},
    }


def _sarif_result(finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    from urllib.parse import quote

    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endColumn": max(finding.end_column, finding.column),
    }
    if finding.evidence:
        region["snippet"] = {"text": finding.evidence}
    artifact = {"uri": quote(finding.file or "stdin")}
    return {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _SARIF_LEVEL[finding.severity],
        "message": {"text": f"{finding.message}. {finding.fix}"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }


def report_github(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Workflow commands, one a finding."""
    for finding in (f for o in outcomes for f in o.findings):
        place = {
            "file": finding.file or "stdin",
            "line": finding.line,
            "col": finding.column,
            "endColumn": finding.end_column,
            "title": f"storybank {finding.rule}",
        }
        shown = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in place.items())
        yield f"::{_GITHUB_LEVEL[finding.severity]} {shown}::{_escaped(f'{finding.message}. {finding.fix}')}"


def _escaped(text: str, more: str = "") -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
