"""What a transcript of a telling shows: pace, fillers, time per section, and which facts of the story were kept."""

from storybank.transcript.facts import Fact, Fate, Said, facts_kept
from storybank.transcript.model import Chunk, Transcript
from storybank.transcript.read import read_transcript
from storybank.transcript.report import Report, SectionShare, analyse
from storybank.transcript.speech import Tic

__all__ = [
    "Chunk",
    "Fact",
    "Fate",
    "Report",
    "Said",
    "SectionShare",
    "Tic",
    "Transcript",
    "analyse",
    "facts_kept",
    "read_transcript",
]
