"""`storybank match`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write, write_json
from storybank.errors import ExitCode, InputFileError, UsageError

if TYPE_CHECKING:
    from storybank.bank.bank import Bank
    from storybank.bank.matching import Answer

_PRINCIPLES_SHOWN = 3
_REASONS_SHOWN = 2


@click.command("match")
@click.argument("prompt", nargs=-1)
@click.option("--top", type=click.IntRange(min=1), default=3, show_default=True, help="How many stories.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="One prompt a line, or JSON lines with 'id' and 'question'; '-' reads standard input.",
)
@click.option(
    "--judge",
    "grades",
    multiple=True,
    metavar="ID[=GRADE]",
    help="Remember that this story answers the question: 3 directly (default), 2 well, 1 in a pinch; 'none': no story.",
)
@click.option("--explain", is_flag=True, help="All reasons, and the principles the question probes.")
@options.json_option
@options.bank_option
def command(
    prompt: tuple[str, ...],
    top: int,
    batch: Path | None,
    grades: tuple[str, ...],
    explain: bool,
    as_json: bool,
    bank_dir: Path | None,
) -> int:
    """Find the best stories for a question, and say why."""
    if bool(prompt) == bool(batch):
        raise UsageError("give a question or --batch FILE", hint='storybank match "Tell me about a time ..."')
    if grades:
        return _judge(options.open_bank(bank_dir), " ".join(prompt), grades)
    from storybank.bank.matching import Matcher
    from storybank.cli.progress import progress

    asked = list(read_batch(batch)) if batch else [(None, " ".join(prompt))]
    bank = options.open_bank(bank_dir)
    matcher, told = Matcher(bank, narrate, progress), _told(bank)
    fits = False
    answers = matcher.match_all([question for _, question in asked], top, told)
    for (name, _), answer in zip(asked, answers, strict=True):
        fits |= answer.fits
        if as_json or batch:
            write_json(answer_json(name, answer, told), one_line=bool(batch))
        else:
            write_answer(answer, explain, told)
    return ExitCode.OK if fits else ExitCode.NOTHING


def _judge(bank: Bank, question: str, given: tuple[str, ...]) -> int:
    """Remember which stories answer a question."""
    from storybank.bank.judged import judge
    from storybank.model import JudgedQuestion

    if not question:
        raise UsageError("--judge belongs to one question", hint='storybank match "Tell me about ..." --judge CO-1')
    grades = {} if given == ("none",) else dict(_grade(bank, one) for one in given)
    path = judge(bank, JudgedQuestion(question, grades))
    narrate(f"remembered in {path}")
    return ExitCode.OK


def _grade(bank: Bank, given: str) -> tuple[str, int]:
    story, _, grade = given.partition("=")
    if grade and grade not in {"1", "2", "3"}:
        raise UsageError(f"'{grade}' is no grade", hint="3 answers it directly, 2 answers it well, 1 in a pinch")
    return bank.card(story).id, int(grade or 3)


def _told(bank: Bank) -> Mapping[str, str]:
    """Story id -> where it was told already, of the companies in storybank.toml."""
    if not bank.config.interview.companies:
        return {}
    from storybank.bank.practice import Practice

    return Practice(bank).warnings()


def read_batch(path: Path) -> Iterator[tuple[str | None, str]]:
    """Id and question of each line.

    Raises:
        InputFileError: unreadable, or a JSON line without 'question'.
    """
    from storybank.text.files import decode, read_bytes

    data = sys.stdin.buffer.read() if str(path) == "-" else read_bytes(path)
    for number, line in enumerate(decode(data, path).split("\n"), 1):
        if line.lstrip().startswith("{"):
            yield _json_line(path, number, line)
        elif line.strip():
            yield None, line


def _json_line(path: Path, number: int, line: str) -> tuple[str | None, str]:
    try:
        record = json.loads(line)
        if not isinstance(record["question"], str):
            raise TypeError
        return (str(record["id"]) if "id" in record else None), record["question"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputFileError(
            "not a JSON object with 'question'", file=path, line=number, hint='Write {"id": "q1", "question": "..."}'
        ) from None


def answer_json(name: str | None, answer: Answer, told: Mapping[str, str]) -> dict[str, Any]:
    """The shape of `match --json`; `told` has the warnings by story id."""
    return {
        "id": name,
        "question": answer.question,
        "confidence": round(answer.confidence, 4),
        "fits": answer.fits,
        "verdict": str(answer.verdict),
        "remark": answer.remark,
        "principles": [{"name": n, "p": round(p, 4)} for n, p in answer.principles.items()],
        "asked": [{"behaviour": b.key, "name": b.name, "p": round(p, 4)} for b, p in answer.asked],
        "matches": [
            {
                "id": m.card.id,
                "title": m.card.title,
                "score": round(m.score, 4),
                "principles": list(m.card.principles),
                "file": m.card.file,
                "why": list(m.why),
                "warning": told.get(m.card.id),
            }
            for m in answer.matches
        ],
    }


def write_answer(answer: Answer, explain: bool, told: Mapping[str, str]) -> None:
    """The answer for a person."""
    if explain:
        _write_reading(answer)
    if answer.fits:
        _write_matches(answer, explain, told)
        return
    write(f"Nothing in your bank answers this. {answer.remark}")
    if answer.verdict is answer.verdict.NOTHING_FITS:
        write("The nearest:")
        _write_matches(answer, explain, told)


def _write_reading(answer: Answer) -> None:
    if answer.asked:
        write("Asks for: " + ", ".join(f"{b.name.lower()} ({p:.2f})" for b, p in answer.asked))
    likely = list(answer.principles.items())[:_PRINCIPLES_SHOWN]
    if likely:
        write("Probes: " + ", ".join(f"{name} ({p:.0%})" for name, p in likely))
    write(f"Confidence: {answer.confidence:.2f}")
    write()


def _write_matches(answer: Answer, explain: bool, told: Mapping[str, str]) -> None:
    for place, match in enumerate(answer.matches, 1):
        write(f"{place}. {match.card.id}  {match.card.title}  ({match.score:.2f})")
        if warning := told.get(match.card.id):
            write(f"     mind: {warning}")
        for reason in match.why if explain else match.why[:_REASONS_SHOWN]:
            write(f"     {reason}")
