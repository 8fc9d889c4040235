"""The things storybank speaks of, as frozen values without behaviour that needs a framework."""

from storybank.model.card import Card, SearchHit, StoryText
from storybank.model.files import FileState
from storybank.model.prompt import Case, InterviewQuestion, Library, PointGroup, Priority, Prompt, Scenario
from storybank.model.story import (
    STAR,
    Angle,
    ExtraKey,
    Note,
    Problem,
    Question,
    Section,
    SectionName,
    Story,
    Variant,
)
from storybank.model.understanding import Understanding

__all__ = [
    "STAR",
    "Angle",
    "Card",
    "Case",
    "ExtraKey",
    "FileState",
    "InterviewQuestion",
    "Library",
    "Note",
    "PointGroup",
    "Priority",
    "Problem",
    "Prompt",
    "Question",
    "Scenario",
    "SearchHit",
    "Section",
    "SectionName",
    "Story",
    "StoryText",
    "Understanding",
    "Variant",
]
