"""The whole of what a transcript shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from storybank.model import SectionName, Story
from storybank.text.words import count_words
from storybank.transcript.facts import Fate, Said, facts_kept
from storybank.transcript.model import Transcript
from storybank.transcript.sections import aligned, pieces
from storybank.transcript.speech import Tic, fillers, hedges


@dataclass(frozen=True, slots=True)
class SectionShare:
    """How much of a telling went to one section."""

    name: SectionName
    words: int
    seconds: float | None
    """Pauses included; None where the transcript gives no times."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a transcript shows."""

    words: int
    seconds: float | None
    words_a_minute: float | None
    fillers: tuple[Tic, ...]
    hedges: tuple[Tic, ...]
    sections: tuple[SectionShare, ...]
    facts: tuple[Said, ...]

    @property
    def filler_count(self) -> int:
        """A lower bound: recognisers leave many out."""
        return sum(tic.count for tic in self.fillers)

    def with_fate(self, *fates: Fate) -> tuple[Said, ...]:
        """The facts that one of these things became of."""
        return tuple(said for said in self.facts if said.fate in fates)


def analyse(transcript: Transcript, story: Story) -> Report:
    """Hold a transcript against the story that it tells."""
    return Report(
        words=transcript.words,
        seconds=transcript.seconds,
        words_a_minute=transcript.words_a_minute,
        fillers=fillers(transcript.text),
        hedges=hedges(transcript.text),
        sections=_shares(transcript, story),
        facts=tuple(facts_kept(story, transcript.text)),
    )


def _shares(transcript: Transcript, story: Story) -> tuple[SectionShare, ...]:
    parts = pieces(transcript)
    named = aligned(parts, story)
    words: dict[SectionName, int] = defaultdict(int)
    starts: dict[SectionName, float] = {}
    for part, name in zip(parts, named, strict=True):
        words[name] += count_words(part.text)
        if part.start is not None:
            starts.setdefault(name, part.start)
    ends = [*list(starts.values())[1:], _end(transcript)]
    seconds = {name: end - start for (name, start), end in zip(starts.items(), ends, strict=False) if end is not None}
    names = [name for name in SectionName if story.text_of(name) or words.get(name)]
    return tuple(SectionShare(name, words.get(name, 0), seconds.get(name) if starts else None) for name in names)


def _end(transcript: Transcript) -> float | None:
    return max((chunk.end for chunk in transcript.chunks if chunk.end is not None), default=None)
