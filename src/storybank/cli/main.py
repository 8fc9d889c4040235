"""The command `storybank`: verbs are loaded when they are called."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from pathlib import Path

import click

from storybank import __version__
from storybank.cli.diagnostics import exits

VERBS = {
    "init": "Make a new bank.",
    "import": "Take the STAR stories of any document into the bank.",
    "new": "Write a new story.",
    "edit": "Open a story in your editor.",
    "list": "List the stories, filtered.",
    "search": "Find stories by their words, typos forgiven.",
    "show": "Show a story.",
    "match": "Find the best stories for a question, and say why.",
    "tag": "Say which behaviours a story shows.",
    "principles": "List the leadership principles.",
    "coverage": "Show the stories of each principle, and the gaps.",
    "check": "Find the red flags in stories, before an interviewer does.",
    "rules": "List the rules of the check.",
    "numbers": "List a story's figures, and which of them you can stand for.",
    "tui": "Open the app; so does storybank alone, on a terminal.",
    "serve": "Open the app in a browser, on this machine only.",
    "rehearse": "Tell a story against the clock, section by section.",
    "drill": "Practise with random questions.",
    "due": "List the stories that are due for practice.",
    "stats": "Show practice in numbers.",
    "history": "List takes and real interviews.",
    "use": "Record that a story was told in a real interview.",
    "train": "Train the matcher's model from its corpus.",
    "doctor": "Check files, settings and database.",
    "paths": "Say where everything is.",
}
"""Verb -> its line in the help; the module is `storybank.cli.commands.<verb>_command`."""

_GARBAGE = 50_000
"""Objects before Python looks for garbage: a short command makes none, and looking costs a tenth of its start."""


class LazyGroup(click.Group):
    """A group that imports a verb's module only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"storybank.cli.commands.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs with their lines, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest verb where an unknown one was typed."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], VERBS, 1)
            meant = f" Did you mean '{near[0]}'?" if near else " 'storybank --help' lists all."
            ctx.fail(f"No such command '{args[0]}'.{meant}")
        return super().resolve_command(ctx, args)


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="storybank", message="%(prog)s %(version)s")
@click.option("--bank", "bank_dir", type=click.Path(path_type=Path), metavar="DIR", help="The bank to work on.")
@click.pass_context
def cli(ctx: click.Context, bank_dir: Path | None) -> None:
    """The right STAR story for any behavioural interview question."""
    if ctx.invoked_subcommand is None:
        _without_verb(ctx)


def _without_verb(ctx: click.Context) -> None:
    """Open the app on a terminal, else say what there is."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        from storybank.cli.commands.tui_command import command

        ctx.invoke(command)
    else:
        click.echo(ctx.get_help())


def main() -> None:
    """Run the command line and end the process with the exit code of the design."""
    gc.set_threshold(_GARBAGE)
    for library in ("OPENBLAS", "MKL", "OMP"):  # the matcher's matrices are small: threads that wait for each other
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")  # cost more than they bring, most of all on a busy machine
    with exits():
        try:
            result = cli.main(prog_name="storybank", standalone_mode=False)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            raise KeyboardInterrupt from None
    sys.exit(result if isinstance(result, int) else 0)
