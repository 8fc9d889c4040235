"""`storybank drill`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write
from storybank.errors import ExitCode

if TYPE_CHECKING:
    from storybank.bank.bank import Bank
    from storybank.bank.practice import Practice
    from storybank.cli.plain.drilling import Drilling
    from storybank.cli.plain.lines import Lines

MODES = ("retrieve", "guess", "answer", "follow-ups")
_QUESTIONS = 5


@click.command("drill")
@click.argument("story_id", metavar="[ID]", required=False, shell_complete=options.complete_story)
@click.option(
    "--mode",
    type=click.Choice(MODES),
    default="retrieve",
    show_default=True,
    help="Name the story, guess the principle, answer in full, or answer follow-ups on one story.",
)
@click.option("--count", type=click.IntRange(min=1), default=_QUESTIONS, show_default=True, help="How many prompts.")
@options.principle_option
@click.option("--seed", type=int, help="Draw the same prompts again.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and plain terminals.")
@options.bank_option
def command(
    story_id: str | None,
    mode: str,
    count: int,
    principle: str | None,
    seed: int | None,
    plain: bool,
    bank_dir: Path | None,
) -> int:
    """Practise with random questions: the due, the weak and the slow ones first."""
    from random import Random

    from storybank.bank.practice import Practice
    from storybank.cli.plain.drilling import Drilling
    from storybank.cli.plain.lines import TypedLines

    bank = options.open_bank(bank_dir)
    if not bank.cards:
        narrate("the bank is empty; add stories: storybank import FILE")
        return ExitCode.NOTHING
    wanted = options.resolve_principle(bank, principle)
    practice = Practice(bank)
    chosen = [wanted.name] if wanted else []
    lines = TypedLines()
    drilling = Drilling(bank, practice, lines, write, random=Random(seed), principles=chosen)  # noqa: S311
    if mode == "answer":
        return _answer(bank, practice, drilling, lines, count)
    asked = _run(bank, drilling, mode, story_id, count)
    return ExitCode.OK if asked else ExitCode.NOTHING


def _run(bank: Bank, drilling: Drilling, mode: str, story_id: str | None, count: int) -> int:
    if mode == "guess":
        return drilling.guess(count)
    if mode == "follow-ups":
        return drilling.follow_ups(story_id)
    from storybank.bank.matching import Matcher
    from storybank.cli.progress import progress

    return drilling.retrieve(Matcher(bank, narrate, progress), count)


def _answer(bank: Bank, practice: Practice, drilling: Drilling, lines: Lines, count: int) -> int:
    """Questions answered in full: the best story for each is told against the clock."""
    from storybank.bank.matching import Matcher
    from storybank.cli.commands.rehearse_command import tell
    from storybank.cli.progress import progress
    from storybank.model import Mode

    matcher = Matcher(bank, narrate, progress)
    draw = drilling.questions(Mode.ANSWER)
    for _ in range(count):
        prompt = draw()
        if prompt is None:
            break
        answer = matcher.match(prompt.text, 1)
        if not answer.matches:
            write(f"{prompt.text}\n{answer.remark}")
            continue
        rehearsal = practice.begin(answer.matches[0].card.id, practice.pace(), prompt=prompt.text, shown="headings")
        if not tell(bank, practice, rehearsal, "headings", lines):
            return ExitCode.OK
    return ExitCode.OK
