"""The canonical text of a story, and the canonical name of its file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from storybank.model import Section, SectionName, Story
from storybank.storyfile.frontmatter import FrontMatter, write_front_matter
from storybank.text.markdown import contained

_MAX_SLUG = 60
"""Characters; long enough to recognise a title, short enough for any file system."""


def write_story(story: Story) -> str:
    """The canonical markdown of a story; reading it gives an equal story and the same bytes again."""
    front = FrontMatter(
        id=story.id,
        title=story.title,
        principles=story.principles,
        level=story.level,
        questions=story.questions,
        behaviours=dict(story.behaviours),
        tags=story.tags,
        source=story.source,
        extra=story.extra,
    )
    blocks = [*_blocks(story)]
    return "\n".join(write_front_matter(front)) + "\n" + "".join(f"\n{block}\n" for block in blocks if block)


def _blocks(story: Story) -> Iterator[str]:
    yield contained(story.preamble, 2)
    yield from _sections(story.sections, 2)
    if story.cues:
        yield "## Cues"
        yield from _sections(story.cues, 3)
    for variant in story.variants:
        yield f"## Variant: {variant.name}"
        yield contained(variant.text, 3)
        yield from _sections(variant.sections, 3)
    for angle in story.angles:
        yield f"## Angle: {angle.principle}"
        yield contained(angle.text, 2)
    for note in story.notes:
        yield f"## {note.heading}"
        yield contained(note.text, 2)


def _sections(sections: Iterable[Section], level: int) -> Iterator[str]:
    order = list(SectionName)
    for section in sorted(sections, key=lambda s: order.index(s.name)):
        yield f"{'#' * level} {section.name.value.capitalize()}"
        yield contained(section.text, level)


def slugify(title: str) -> str:
    """Lower-case ASCII words joined by '-', cut at a word to at most 60 characters; 'story' where none is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
    if len(slug) > _MAX_SLUG:
        slug = slug[: _MAX_SLUG + 1].rpartition("-")[0] or slug[:_MAX_SLUG]
    return slug or "story"


def file_name(story: Story) -> str:
    """`<id>-<slug>.md`."""
    return f"{story.id}-{slugify(story.title)}.md"
