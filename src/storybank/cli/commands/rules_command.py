"""`storybank rules`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from storybank.cli import options
from storybank.cli.output import write, write_json, write_table

if TYPE_CHECKING:
    from storybank.rules.model import Example, Rule


@click.command("rules")
@click.argument("rule", required=False)
@click.option("--markdown", is_flag=True, help="As the table of the README.")
@options.json_option
def command(rule: str | None, markdown: bool, as_json: bool) -> None:
    """List the rules of the check, or explain one of them."""
    if rule:
        explain_rule(rule)
        return
    from storybank.check.suppress import BOOKKEEPING
    from storybank.rules import RULES

    every = (*RULES, *BOOKKEEPING)
    if as_json:
        write_json({"rules": [rule_json(one) for one in every]})
    elif markdown:
        write(rules_markdown(every))
    else:
        rows = [[r.id, r.severity.value, "on" if r.default else "off", _sections(r), r.name] for r in every]
        write_table(["rule", "severity", "default", "sections", "what it finds"], rows)


def rule_json(rule: Rule) -> dict[str, Any]:
    """One rule with all that a person needs to know of it."""
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity.value,
        "default": rule.default,
        "sections": [section.value for section in rule.sections],
        "message": rule.message,
        "why": rule.why,
        "fix": rule.fix,
    }


def rules_markdown(rules: tuple[Rule, ...]) -> str:
    """The table of the README."""
    head = ["| rule | severity | what it finds | why it costs |", "|---|---|---|---|"]
    return "\n".join([*head, *(f"| `{r.id}` | {r.severity.value} | {r.name} | {r.why} |" for r in rules)])


def _sections(rule: Rule) -> str:
    return ", ".join(section.value for section in rule.sections) or "all"


def explain_rule(name: str) -> None:
    """Why a rule exists, and what it does and does not fire on.

    Raises:
        UsageError: no rule has this name; the nearest is named.
    """
    from storybank.check.suppress import BOOKKEEPING, nearest_rule
    from storybank.errors import UsageError
    from storybank.rules import RULES

    every = {rule.id: rule for rule in (*RULES, *BOOKKEEPING)}
    rule = every.get(name)
    if rule is None:
        raise UsageError(f"no rule '{name}'", hint=nearest_rule(name, sorted(every)))
    write(f"{rule.id}: {rule.name} ({rule.severity.value}, {'on' if rule.default else 'off'} by default)")
    write(f"\n{rule.message}.\n\nWhy: {rule.why}\nFix: {rule.fix}\nLooks at: {_sections(rule)}")
    for title, examples in (("Fires on", rule.fires), ("Stays silent on", rule.silent)):
        if examples:
            write(f"\n{title}:")
            for example in examples:
                write(f"  - {_example(example)}")


def _example(example: Example) -> str:
    texts = [" ".join(text.split()) for _, text in example.sections]
    if not example.whole:
        return texts[0]
    named = [f"[{s.value if s else '?'}] {text[:100]}" for (s, _), text in zip(example.sections, texts, strict=True)]
    return " ".join([*named, f"(level {example.level})" if example.level else ""]).strip()
