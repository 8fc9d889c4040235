"""A story cut into the passages that are read, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from storybank.model import SectionName, StoryText
from storybank.text.sentences import sentences

MAX_SENTENCES = 400
"""Sentences read of one story: far more than anyone tells in four minutes."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a story."""

    section: SectionName
    line: int
    """1-based line of the file."""
    text: str

    @property
    def place(self) -> str:
        """'Action, line 14'."""
        return f"{self.section.value.capitalize()}, line {self.line}"


def passages(story: StoryText) -> list[Passage]:
    """The sentences of the sections in order."""
    found = [
        Passage(section.name, section.text_line + offset, sentence)
        for section in story.sections
        for offset, sentence in sentences(section.text)
    ]
    return found[:MAX_SENTENCES]


def told(story: StoryText) -> str:
    """The whole story as the model reads it: its sections with their names, in one line."""
    return " ".join(f"{s.name.value.capitalize()}: {' '.join(s.text.split())}" for s in story.sections if s.text)
