"""Which section of the story each part of a telling belongs to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from storybank.model import SectionName, Story
from storybank.text.words import content_words, stem
from storybank.transcript.model import Chunk, Transcript

_WORDS_A_PIECE = 15
"""Words of a piece of text without times; long enough to be like one section more than another."""
_STAY = 0.15
"""What a change of section costs, so that one odd word does not make one."""


def pieces(transcript: Transcript) -> list[Chunk]:
    """The transcript in pieces of about `_WORDS_A_PIECE` words, their times interpolated within a chunk."""
    found: list[Chunk] = []
    gathered: list[Chunk] = []
    for chunk in (part for whole in transcript.chunks for part in _split(whole)):
        gathered.append(chunk)
        if sum(len(one.text.split()) for one in gathered) >= _WORDS_A_PIECE:
            found.append(_joined(gathered))
            gathered = []
    return [*found, _joined(gathered)] if gathered else found


def aligned(parts: Sequence[Chunk], story: Story) -> list[SectionName]:
    """The section of each part: the order of a story is kept, the likeness of the words decides where it changes."""
    names = [name for name in SectionName if story.text_of(name)]
    if not names:
        return [SectionName.ACTION for _ in parts]
    likeness = [[_likeness(part.text, texts) for texts in _stems(story, names)] for part in parts]
    best = [list(likeness[0])] if likeness else []
    came_from: list[list[int]] = []
    for row in likeness[1:]:
        before, scores, origins = best[-1], [], []
        for section in range(len(names)):
            origin = max(range(section + 1), key=lambda s, at=section: before[s] - _STAY * (at - s))  # type: ignore[misc]
            scores.append(before[origin] - _STAY * (section - origin) + row[section])
            origins.append(origin)
        best.append(scores)
        came_from.append(origins)
    return _walk_back(best, came_from, names)


def _walk_back(best: list[list[float]], came_from: list[list[int]], names: list[SectionName]) -> list[SectionName]:
    if not best:
        return []
    at = max(range(len(names)), key=lambda section: best[-1][section])
    path = [at]
    for origins in reversed(came_from):
        at = origins[at]
        path.append(at)
    return [names[section] for section in reversed(path)]


def _stems(story: Story, names: Sequence[SectionName]) -> list[Mapping[str, float]]:
    """For each section its stems, weighted by how few sections have them."""
    counts = [Counter(stem(word) for word in content_words(story.text_of(name))) for name in names]
    spread = Counter(word for section in counts for word in section)
    return [{word: math.log(1 + len(names) / spread[word]) for word in section} for section in counts]


def _likeness(text: str, section: Mapping[str, float]) -> float:
    words = [stem(word) for word in content_words(text)]
    return sum(section.get(word, 0.0) for word in words) / math.sqrt(len(words) or 1)


def _split(chunk: Chunk) -> list[Chunk]:
    words = chunk.text.split()
    count = max(1, round(len(words) / _WORDS_A_PIECE))
    if count == 1:
        return [chunk]
    size = math.ceil(len(words) / count)
    groups = [words[n : n + size] for n in range(0, len(words), size)]
    if chunk.start is None or chunk.end is None:
        return [Chunk(" ".join(group)) for group in groups]
    span = (chunk.end - chunk.start) / len(words)
    return [
        Chunk(" ".join(group), chunk.start + n * size * span, chunk.start + (n * size + len(group)) * span)
        for n, group in enumerate(groups)
    ]


def _joined(chunks: Sequence[Chunk]) -> Chunk:
    return Chunk(" ".join(chunk.text for chunk in chunks), chunks[0].start, chunks[-1].end)
