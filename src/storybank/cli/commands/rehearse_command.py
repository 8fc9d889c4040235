"""`storybank rehearse`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from storybank.cli import options
from storybank.cli.diagnostics import aside, narrate
from storybank.cli.output import in_conversation, write, write_json
from storybank.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from storybank.bank.bank import Bank
    from storybank.bank.practice import Practice
    from storybank.bank.rehearsal import Rehearsal
    from storybank.cli.plain.lines import Lines
    from storybank.model import TakeRecord
    from storybank.pace import Pace

SHOWN = ("text", "cues", "headings", "nothing")
"""As `storybank.bank.telling.Shown` has them, which a completion need not load."""


@click.command("rehearse")
@click.argument("story_id", metavar="[ID]", required=False, shell_complete=options.complete_story)
@click.option("--minutes", type=click.Choice(["2", "3", "4"]), help="How long the answer may be; 3 by default.")
@click.option("--pace", "pace_name", metavar="NAME", help="guide, headline-30, -60, -90, or one of storybank.toml.")
@click.option("--prompt", metavar="TEXT", help="The question that is answered.")
@click.option("--show", "shown", type=click.Choice(SHOWN), help="What is shown; what was shown last, or cues.")
@click.option("--resume", is_flag=True, help="Go on with the take that broke off last.")
@click.option(
    "--transcript",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Hold a transcript (txt, vtt, srt, or a recogniser's JSON) against the story instead.",
)
@click.option("--save", is_flag=True, help="With --transcript: keep it in the history as a take.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and plain terminals.")
@options.json_option
@options.bank_option
def command(
    story_id: str | None,
    minutes: str | None,
    pace_name: str | None,
    prompt: str | None,
    shown: str | None,
    resume: bool,
    transcript: Path | None,
    save: bool,
    plain: bool,
    as_json: bool,
    bank_dir: Path | None,
) -> int:
    """Tell a story against the clock, section by section; without ID the one that is due most.

    On a terminal it opens the app; else, and with --plain, it goes line by line.
    """
    from storybank.bank.practice import Practice

    bank = options.open_bank(bank_dir)
    practice = Practice(bank)
    pace = practice.pace(pace_name, int(minutes) if minutes else None) if pace_name or minutes else None
    if transcript is not None:
        from storybank.cli.plain.transcript_report import hold_against

        hold_against(practice, bank, story_id, transcript, pace or practice.pace(), prompt, save=save, as_json=as_json)
        return ExitCode.OK
    broken = _broken_off(practice, story_id) if resume else None
    wanted = broken.story if broken else _wanted(bank, practice, story_id)
    if in_conversation() and not (plain or as_json):
        _in_app(bank, broken, wanted, prompt, pace, shown)
        return ExitCode.OK
    from storybank.cli.plain.lines import TypedLines

    seen = shown or "cues"
    fresh = practice.resume(broken) if broken else _fresh(practice, wanted, pace or practice.pace(), prompt, seen)
    tell(bank, practice, fresh, seen, TypedLines(), as_json=as_json)
    return ExitCode.OK


def _in_app(
    bank: Bank, broken: TakeRecord | None, wanted: str, prompt: str | None, pace: Pace | None, shown: str | None
) -> None:
    """Open the app on the take; what was not said is as it was chosen last."""
    from storybank.cli.app import run_app
    from storybank.tui.messages import StoryChosen, TakeResumed

    run_app(bank, TakeResumed(broken) if broken else StoryChosen(wanted, prompt, pace=pace, shown=shown))


def tell(
    bank: Bank, practice: Practice, rehearsal: Rehearsal, shown: str, lines: Lines, *, as_json: bool = False
) -> bool:
    """Tell a take line by line, show its result, and ask for its grade; False where it was left before its end."""
    from storybank.bank.telling import hints
    from storybank.cli.plain.result import grade_take, result_lines, show
    from storybank.cli.plain.telling import Telling
    from storybank.cli.practice_json import take_json

    card = bank.card(rehearsal.record.story)
    say = aside if as_json else write
    say(f"{card.id}: {card.title}")
    if rehearsal.record.prompt:
        say(f"Question: {rehearsal.record.prompt}")
    try:
        if not Telling(rehearsal, hints(bank.story(card.id)[0].story, shown), lines, say).run():
            return False
    except KeyboardInterrupt:
        rehearsal.pause()
        if rehearsal.record.id is not None:
            narrate("kept unfinished; go on with: storybank rehearse --plain --resume")
        raise
    show(result_lines(practice, rehearsal.record), say)
    grade_take(practice, rehearsal.record, lines, say)
    if as_json:
        write_json({"take": take_json(practice.history.take(rehearsal.record))})
    return True


def _fresh(practice: Practice, story_id: str, pace: Pace, prompt: str | None, shown: str) -> Rehearsal:
    from storybank.text.when import local_time, minutes

    for take in practice.unfinished()[:1]:
        told = f"{take.story} of {local_time(take.started)}, {minutes(take.total)} told"
        narrate(f"a take broke off ({told}); go on with: storybank rehearse --plain --resume")
    if warning := practice.warning(story_id):
        narrate(f"{story_id}: {warning}")
    return practice.begin(story_id, pace, prompt=prompt, shown=shown)


def _wanted(bank: Bank, practice: Practice, story_id: str | None) -> str:
    """The id of the story to tell; without a word the one that is due most."""
    if story_id is not None:
        return bank.card(story_id).id
    for story in practice.stories():
        return story.card.id
    raise UsageError("the bank is empty", hint="storybank new, or storybank import FILE")


def _broken_off(practice: Practice, story_id: str | None) -> TakeRecord:
    wanted = (story_id or "").casefold()
    for take in practice.unfinished():
        if not wanted or take.story.casefold() == wanted:
            return take
    raise UsageError("no take broke off", hint="Begin one: storybank rehearse ID --plain")
