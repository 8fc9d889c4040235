"""Making a bank, and new stories in it."""

from __future__ import annotations

import shutil
from pathlib import Path

from storybank.bank.bank import Bank
from storybank.bank.config import FILE_NAME, TEMPLATE
from storybank.bank.files import write_text
from storybank.bank.ids import free_id
from storybank.bank.locate import STATE_FOLDER, sample_root
from storybank.bank.sync import PROMPTS, STORIES
from storybank.errors import BankError, UsageError
from storybank.model import STAR, Section, Story
from storybank.principles import Principle
from storybank.storyfile import file_name, write_story


def create_bank(folder: Path, *, sample: bool = False) -> Path:
    """Make `folder` a bank; what it holds already stays as it is.

    Args:
        folder: made where it does not exist.
        sample: put our stories and prompts into it; otherwise it has our prompts only.

    Returns:
        The bank's folder.

    Raises:
        UsageError: it is a bank already, or a file.
        BankError: it cannot be written.
    """
    if (folder / FILE_NAME).exists():
        raise UsageError(f"{folder} is a bank already", hint="Use it: storybank list --bank " + str(folder))
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file", hint="Name a folder")
    write_text(folder / FILE_NAME, TEMPLATE)
    _ignore_state(folder)
    _copy_new(sample_root() / PROMPTS, folder / PROMPTS)
    if sample:
        _copy_new(sample_root() / STORIES, folder / STORIES)
        _copy_new(sample_root() / PROMPTS, folder / PROMPTS, "*.jsonl")  # they judge these very stories
    else:
        (folder / STORIES).mkdir(exist_ok=True)
    return folder.resolve()


def _ignore_state(folder: Path) -> None:
    path = folder / ".gitignore"
    line = f"{STATE_FOLDER}/\n"
    if not path.exists():
        write_text(path, line)
        return
    before = path.read_bytes()
    text = before.decode("utf-8", "replace")
    if line.strip() not in text.split():
        write_text(path, text + ("" if text.endswith("\n") else "\n") + line, expected=before)


def _copy_new(source: Path, target: Path, pattern: str = "*.md") -> None:
    try:
        for path in sorted(source.rglob(pattern)):
            to = target / path.relative_to(source)
            if not to.exists():
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, to)
    except OSError as error:
        raise BankError(f"cannot be written: {error.strerror}", file=target) from None


def new_story(bank: Bank, title: str, principle: Principle | None, story_id: str | None = None) -> Path:
    """Write a story file with empty sections; returns its path.

    Raises:
        BankError: the sample bank, or no permission.
        UsageError: the id is taken or has characters that an id cannot have.
    """
    bank.need_writable()
    story = Story(
        id=story_id or free_id((card.id for card in bank.cards), principle),
        title=title,
        principles=(principle.name,) if principle else (),
        level=bank.config.bank.level,
        sections=tuple(Section(name, "") for name in STAR),
    )
    _check_id(bank, story.id)
    path = bank.root / STORIES / file_name(story)
    write_text(path, write_story(story))
    return path


def _check_id(bank: Bank, story_id: str) -> None:
    if not story_id.replace("-", "").replace("_", "").isalnum() or not story_id.isascii():
        raise UsageError(f"'{story_id}' cannot be an id", hint="Use letters, digits, '-' and '_'")
    for card in bank.cards:
        if card.id.casefold() == story_id.casefold():
            raise UsageError(f"id '{story_id}' is taken by {card.file}", hint="Choose another with --id")
