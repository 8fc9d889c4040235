"""`storybank check`."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write, write_json
from storybank.errors import ExitCode, InputFileError, StorybankError, UsageError

if TYPE_CHECKING:
    from storybank.bank.checking import Shelf
    from storybank.check import Checker, Outcome, Selection
    from storybank.model import SectionName

_SECTIONS = ("situation", "task", "action", "result", "reflection")
_SEVERITIES = ("error", "warning", "info")


@click.command("check")
@click.argument("names", metavar="[FILE or ID]...", nargs=-1)
@click.option("--level", metavar="LEVEL", help="Judge for this level, not for the story's own.")
@click.option("--select", metavar="RULES", multiple=True, help="Only these rules, separated by commas.")
@click.option("--ignore", metavar="RULES", multiple=True, help="Not these rules, separated by commas.")
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="warning",
    show_default=True,
    help="Least severity that makes the exit code 1.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json", "sarif", "github")),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--stdin", "from_stdin", is_flag=True, help="Check a passage from standard input.")
@click.option("--section", type=click.Choice(_SECTIONS), help="With --stdin: the section that the passage is.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="JSON lines with 'id', 'text', 'section'; one JSON object a line comes back. '-' is standard input.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
@click.option("--all", "show_all", is_flag=True, help="All findings of a story, not the three most important.")
@click.option("--readiness", "show_readiness", is_flag=True, help="Counts for each story and principle.")
@click.option("--explain", metavar="RULE", help="Say why a rule exists, with examples.")
@options.bank_option
def command(
    names: tuple[str, ...],
    level: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    style: str,
    from_stdin: bool,
    section: str | None,
    batch: Path | None,
    watch: bool,
    show_all: bool,
    show_readiness: bool,
    explain: str | None,
    bank_dir: Path | None,
) -> int:
    """Find the red flags in stories, before an interviewer does."""
    if explain:
        from storybank.cli.commands.rules_command import explain_rule

        explain_rule(explain)
        return ExitCode.OK
    _refuse_mixtures(names, from_stdin, section, batch, watch)
    shelf = _shelf(bank_dir)
    from storybank.check import Selection

    selection = Selection(_names(select), _names(ignore), level, shelf.config.bank.level)
    if batch:
        return _batch(_checker(shelf, selection), batch, fail_on)
    if from_stdin:
        return _report([_stdin(_checker(shelf, selection), section)], style, True, fail_on, False)
    if watch:
        return _watch(shelf, selection, names, show_all)
    outcomes, failed = _check(shelf, selection, names)
    code = _report(outcomes, style, show_all, fail_on, show_readiness)
    return ExitCode.BAD_INPUT if failed else code


def _refuse_mixtures(
    names: tuple[str, ...], from_stdin: bool, section: str | None, batch: Path | None, watch: bool
) -> None:
    if sum((bool(names), from_stdin, bool(batch))) > 1:
        raise UsageError("give stories, --stdin or --batch, not several of them")
    if section and not from_stdin:
        raise UsageError("--section belongs to --stdin", hint="storybank check --stdin --section result")
    if watch and (from_stdin or batch):
        raise UsageError("--watch follows files; standard input and --batch are read once")


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())


def _shelf(bank_dir: Path | None) -> Shelf:
    from storybank.bank.checking import Shelf

    given = bank_dir or click.get_current_context().find_root().params.get("bank_dir")
    return Shelf.open(given, Path.cwd(), os.environ)


def _checker(shelf: Shelf, selection: Selection) -> Checker:
    from storybank.check import Checker

    return Checker(shelf.levels, selection)


def _check(shelf: Shelf, selection: Selection, names: tuple[str, ...]) -> tuple[list[Outcome], int]:
    """The outcome of every story, and how many files could not be read."""
    from storybank.cli.progress import progress

    if not names and shelf.location.is_sample:
        narrate("checking the sample bank; make your own with: storybank init my-stories")
    failures: list[StorybankError] = []
    paths = list(progress(shelf.paths(names), "Checking"))
    with _few_collections():
        outcomes = list(shelf.check(paths, failures.append, selection))
    for error in failures:
        narrate(str(error))
    return outcomes, len(failures)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Collect garbage rarely: thousands of parsed stories hold few cycles, and looking for them cost a fifth."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _stdin(checker: Checker, section: str | None) -> Outcome:
    from storybank.text.files import decode

    text = decode(sys.stdin.buffer.read(), Path("standard input"))
    return checker.passage(text, _section(section), "standard input")


def _section(name: str | None) -> SectionName | None:
    from storybank.model import SectionName

    return SectionName(name) if name else None


def _batch(checker: Checker, path: Path, fail_on: str) -> int:
    from storybank.check.reports import finding_json

    fails = False
    for name, text, section in read_batch(path):
        outcome = checker.passage(text, _section(section), name)
        fails |= _fails([outcome], fail_on)
        write_json({"id": name, "findings": [finding_json(f) for f in outcome.findings]}, one_line=True)
    return ExitCode.NOTHING if fails else ExitCode.OK


def read_batch(path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Id, text and section of each line.

    Raises:
        InputFileError: unreadable, not JSON, or without 'text'.
    """
    from storybank.text.files import decode, read_bytes

    data = sys.stdin.buffer.read() if str(path) == "-" else read_bytes(path)
    for number, line in enumerate(decode(data, path).split("\n"), 1):
        if line.strip():
            yield _batch_line(path, number, line)


def _batch_line(path: Path, number: int, line: str) -> tuple[str, str, str | None]:
    hint = 'Write {"id": "p1", "text": "...", "section": "result"}'
    try:
        record = json.loads(line)
        text, section = record["text"], record.get("section")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputFileError("not a JSON object with 'text'", file=path, line=number, hint=hint) from None
    section = section.strip().lower() if isinstance(section, str) else section
    if not isinstance(text, str) or (section and section not in _SECTIONS):
        wrong = f"unknown section {section!r}" if isinstance(text, str) else "'text' is no text"
        raise InputFileError(wrong, file=path, line=number, hint=f"Sections: {', '.join(_SECTIONS)}")
    return str(record.get("id", number)), text, section or None


def _fails(outcomes: list[Outcome], fail_on: str) -> bool:
    least = _SEVERITIES.index(fail_on)
    return any(_SEVERITIES.index(f.severity) <= least for o in outcomes for f in o.findings)


def _report(outcomes: list[Outcome], style: str, show_all: bool, fail_on: str, show_readiness: bool) -> int:
    from storybank.check import reports

    if style == "json":
        write_json(reports.report_json(outcomes))
    elif style == "sarif":
        from storybank import __version__

        write(json.dumps(reports.report_sarif(outcomes, __version__), ensure_ascii=False, indent=2))
    elif style == "github":
        for line in reports.report_github(outcomes):
            write(line)
    else:
        from storybank.cli.findings import write_outcomes, write_readiness

        write_outcomes(outcomes, show_all)
        if show_readiness:
            write_readiness(outcomes)
    return ExitCode.NOTHING if _fails(outcomes, fail_on) else ExitCode.OK


def _watch(shelf: Shelf, selection: Selection, names: tuple[str, ...], show_all: bool) -> int:
    from storybank.cli.findings import write_outcomes
    from storybank.cli.watching import changes_of

    for _ in changes_of(lambda: shelf.paths(names)):
        outcomes, _ = _check(shelf, selection, names)
        write_outcomes(outcomes, show_all)
        narrate("watching; Ctrl-C ends it")
    return ExitCode.OK
