"""A story, or a passage, as rules look at it."""

from __future__ import annotations

from collections.abc import Iterator

from storybank.model import Section, SectionName, Story
from storybank.rules.levels import Level
from storybank.rules.passage import Passage, Telling

MAX_CHARACTERS = 100_000
"""An hour and a half of speech; what a section holds beyond it is not read."""


def telling_of(story: Story, level: Level | None) -> Telling:
    """All sections of a story, with its cues and variants beside them."""
    return Telling(
        passages=tuple(_passage(s) for s in story.sections if s.text.strip()),
        whole=True,
        level=level,
        others=tuple(_others(story)),
        missing=story.missing,
    )


def passage(text: str, section: SectionName | None, line: int = 1, part: str = "") -> Passage:
    """A passage of at most `MAX_CHARACTERS`."""
    return Passage(text[:MAX_CHARACTERS], section, line, part)


def _passage(section: Section, part: str = "") -> Passage:
    return passage(section.text, section.name, section.text_line, part)


def _others(story: Story) -> Iterator[Passage]:
    yield from (_passage(s, "cues") for s in story.cues)
    for variant in story.variants:
        yield from (_passage(s, variant.name) for s in variant.sections)
