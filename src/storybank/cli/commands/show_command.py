"""`storybank show`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from storybank.cli import options
from storybank.cli.output import write_json, write_markdown
from storybank.model import Section, Story
from storybank.text.files import read_text

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@click.command("show")
@options.story_argument
@options.json_option
@options.bank_option
def command(story_id: str, as_json: bool, bank_dir: Path | None) -> None:
    """Show a story."""
    bank = options.open_bank(bank_dir)
    if as_json:
        parsed, path = bank.story(story_id)
        write_json({**story_json(parsed.story), "file": path.relative_to(bank.root).as_posix()})
        return
    card = bank.card(story_id)
    facts = [", ".join(card.principles), card.level or "", " ".join(f"#{tag}" for tag in card.tags)]
    head = f"# {card.id}: {card.title}\n\n{' | '.join(filter(None, facts))}\n\n"
    write_markdown(head + _FRONT_MATTER.sub("", read_text(bank.root / card.file)).lstrip())


def story_json(story: Story) -> dict[str, Any]:
    """A whole story."""
    return {
        "id": story.id,
        "title": story.title,
        "principles": list(story.principles),
        "level": story.level,
        "questions": [{"text": q.text, "principle": q.principle, "probes": list(q.probes)} for q in story.questions],
        "behaviours": dict(story.behaviours),
        "tags": list(story.tags),
        "sections": [_section_json(section) for section in story.sections],
        "cues": [_section_json(section) for section in story.cues],
        "variants": [
            {"name": v.name, "text": v.text, "sections": [_section_json(s) for s in v.sections]} for v in story.variants
        ],
        "angles": [{"principle": a.principle, "text": a.text, "line": a.line} for a in story.angles],
    }


def _section_json(section: Section) -> dict[str, Any]:
    return {"name": section.name, "text": section.text, "line": section.line}
