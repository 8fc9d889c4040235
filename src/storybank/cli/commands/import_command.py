"""`storybank import`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from storybank.cli import options
from storybank.cli.diagnostics import narrate
from storybank.cli.output import write, write_json
from storybank.errors import ExitCode

if TYPE_CHECKING:
    from storybank.bank.importing import ImportedStory, ImportReport

_TITLE_WIDTH = 60


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), metavar="BANK", help="The bank to import into.")
@click.option("--dry-run", is_flag=True, help="Say what would become of every part; write nothing.")
@click.option("--replace", is_flag=True, help="Overwrite stories that were edited in the bank.")
@options.json_option
@options.bank_option
def command(
    files: tuple[Path, ...], into: Path | None, dry_run: bool, replace: bool, as_json: bool, bank_dir: Path | None
) -> int:
    """Take the STAR stories of any document into the bank; what is not understood is listed, never dropped."""
    from storybank.bank.importing import KEPT, import_files
    from storybank.cli.progress import progress

    bank = options.open_bank(into or bank_dir)
    report = import_files(bank, files, replace_edited=replace, dry_run=dry_run, progress=progress)
    if as_json:
        write_json(report_json(report, bank.root, dry_run))
    else:
        write_report(report, bank.root, dry_run)
    new = next((one.story.id for one in report.stories if str(one.fate) == "new"), None)
    if new and not dry_run:
        narrate(f"say which behaviours they show, and matching gets much better: storybank tag {new}")
    kept = [one for one in report.stories if one.fate in KEPT]
    for one in kept:
        narrate(f"{one.path}: {one.story.id} was {one.fate}; --replace takes the text of {one.source}:{one.line}")
    return ExitCode.NOTHING if kept or not report.stories else ExitCode.OK


def write_report(report: ImportReport, root: Path, dry_run: bool) -> None:
    """One line for each story and each skipped part."""
    for one in report.stories:
        title = shorten(one.story.title, _TITLE_WIDTH, placeholder=" ...")
        to = one.path.relative_to(root)
        write(f"{one.source}:{one.line}: {one.fate}: {one.story.id} {title} ({_extent(one)}) -> {to}")
    for file, skipped in report.skipped:
        lines = f"{skipped.line}-{skipped.end_line}" if skipped.end_line > skipped.line else str(skipped.line)
        write(f"{file}:{lines}: skipped: {skipped.reason}")
    fates = Counter(str(one.fate) for one in report.stories)
    counts = ", ".join(f"{count} {fate}" for fate, count in fates.items()) or "none"
    would = " (dry run: nothing is written)" if dry_run else ""
    narrate(f"{len(report.stories)} stories: {counts}; {len(report.skipped)} parts skipped{would}")


def _extent(one: ImportedStory) -> str:
    story = one.story
    present = "".join(s.name[0].upper() for s in story.sections)
    more = [f"{len(v)} {name}" for name, v in (("variants", story.variants), ("angles", story.angles)) if v]
    return ", ".join([", ".join(story.principles) or "no principle", present, *more])


def report_json(report: ImportReport, root: Path, dry_run: bool) -> dict[str, Any]:
    """The shape of `import --json`."""
    return {
        "stories": [
            {
                "id": one.story.id,
                "title": one.story.title,
                "principles": list(one.story.principles),
                "file": None if dry_run else one.path.relative_to(root).as_posix(),
                "source": {"file": str(one.source), "line": one.line},
                "status": str(one.fate),
                "sections": {s.name: one.story.text_of(s.name) for s in one.story.sections},
                "variants": len(one.story.variants),
                "angles": len(one.story.angles),
            }
            for one in report.stories
        ],
        "skipped": [{"file": str(f), "line": s.line, "reason": s.reason} for f, s in report.skipped],
    }
