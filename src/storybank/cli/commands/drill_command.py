"""`storybank drill`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import in_conversation, write
from storybank.errors import ExitCode

if TYPE_CHECKING:
    from storybank.bank.bank import Bank
    from storybank.bank.drill_session import Plan
    from storybank.bank.matching import Matcher
    from storybank.bank.practice import Practice
    from storybank.cli.plain.drilling import Drilling
    from storybank.cli.plain.lines import Lines

MODES = ("retrieve", "guess", "answer", "follow-ups", "mock")


@click.command("drill")
@click.argument("story_id", metavar="[ID]", required=False, shell_complete=options.complete_story)
@click.option(
    "--mode",
    type=click.Choice(MODES),
    help="Name the story (retrieve), guess the principle, answer in full, answer follow-ups on one story, or play a "
    "mock loop. In the app you choose.",
)
@click.option("--count", type=click.IntRange(min=1), help="How many prompts (5), or interviewers of a mock loop (3).")
@options.principle_option
@click.option("--seed", type=int, help="Draw the same prompts again.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and plain terminals.")
@options.bank_option
def command(
    story_id: str | None,
    mode: str | None,
    count: int | None,
    principle: str | None,
    seed: int | None,
    plain: bool,
    bank_dir: Path | None,
) -> int:
    """Practise with random questions: the due, the weak and the slow ones first."""
    from storybank.bank.drill_session import Plan
    from storybank.model import Mode

    bank = options.open_bank(bank_dir)
    wanted = options.resolve_principle(bank, principle)
    story = bank.card(story_id).id if story_id else None
    chosen = mode or ("follow-ups" if story else None)
    plan = Plan.of(Mode(chosen or "retrieve"), count, wanted.name if wanted else None, story)
    if in_conversation() and not plain:
        _open_app(bank, plan if chosen or count or wanted else None, seed)
        return ExitCode.OK
    if not bank.cards:
        narrate("the bank is empty; add stories: storybank import FILE")
        return ExitCode.NOTHING
    return ExitCode.OK if _by_lines(bank, plan, seed) else ExitCode.NOTHING


def _open_app(bank: Bank, plan: Plan | None, seed: int | None) -> None:
    from storybank.cli.app import run_app
    from storybank.tui.messages import DrillChosen

    run_app(bank, DrillChosen(plan, seed))


def _by_lines(bank: Bank, plan: Plan, seed: int | None) -> int:
    """Run a session line by line; gives how many questions were answered."""
    from random import Random

    from storybank.bank.practice import Practice
    from storybank.cli.plain.drilling import Drilling
    from storybank.cli.plain.lines import TypedLines
    from storybank.model import Mode

    practice, lines = Practice(bank), TypedLines()
    drilling = Drilling(bank, practice, lines, write, plan, random=Random(seed))  # noqa: S311
    if plan.mode is Mode.GUESS:
        return drilling.guess()
    if plan.mode is Mode.FOLLOW_UPS:
        return drilling.follow_ups()
    from storybank.bank.matching import Matcher
    from storybank.cli.progress import progress

    matcher = Matcher(bank, narrate, progress)
    if plan.mode is Mode.ANSWER:
        return _answer(bank, practice, drilling, matcher, lines)
    return drilling.retrieve(matcher)


def _answer(bank: Bank, practice: Practice, drilling: Drilling, matcher: Matcher, lines: Lines) -> int:
    """Questions answered in full: the best story for each is told against the clock; gives how many were told."""
    from storybank.cli.commands.rehearse_command import tell

    session, told = drilling.session, 0
    while turn := session.turn:
        answer = matcher.match(turn.prompt.text, 1)
        if not answer.matches:
            write(f"{turn.prompt.text}\n{answer.remark}")
            session.answer(None)
            continue
        since = practice.now()
        card = answer.matches[0].card
        rehearsal = practice.begin(card.id, practice.pace(), prompt=turn.prompt.text, shown="headings")
        if not tell(bank, practice, rehearsal, "headings", lines) or session.collect(since) is None:
            break
        told += 1
    return told
