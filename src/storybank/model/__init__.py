"""The things storybank speaks of, as frozen values without behaviour that needs a framework."""

from storybank.model.card import Card, SearchHit, StoryText
from storybank.model.files import FileState
from storybank.model.practice import (
    ExerciseRecord,
    Grade,
    Mode,
    Review,
    TakeRecord,
    Use,
    probes_card,
    prompt_card,
    story_card,
)
from storybank.model.prompt import (
    Case,
    InterviewQuestion,
    JudgedQuestion,
    Library,
    PointGroup,
    Priority,
    Prompt,
    Scenario,
)
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
    "ExerciseRecord",
    "ExtraKey",
    "FileState",
    "Grade",
    "InterviewQuestion",
    "JudgedQuestion",
    "Library",
    "Mode",
    "Note",
    "PointGroup",
    "Priority",
    "Problem",
    "Prompt",
    "Question",
    "Review",
    "Scenario",
    "SearchHit",
    "Section",
    "SectionName",
    "Story",
    "StoryText",
    "TakeRecord",
    "Understanding",
    "Use",
    "Variant",
    "probes_card",
    "prompt_card",
    "story_card",
]
