"""The index tables. They may be dropped and rebuilt from the markdown at any time."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary
from sqlmodel import Field, SQLModel

INDEX_VERSION = 2
"""Raise it when the index tables, or what the readers put into them, change: the index is then rebuilt."""


class IndexState(SQLModel, table=True):
    """One row: which version of the index this is, and for which set of principles."""

    __tablename__ = "index_state"
    id: int = Field(default=1, primary_key=True)
    version: str


class FileRow(SQLModel, table=True):
    """A markdown file as it was when it was last read."""

    __tablename__ = "file"
    path: str = Field(primary_key=True)
    """Below the bank's folder, with '/'."""
    size: int
    mtime_ns: int
    ctime_ns: int
    seen_ns: int
    """Wall clock when the file was read: a stat that is not older may hide a later write."""
    sha256: str
    error: str | None = None
    """Why the file could not be read, as JSON [message, line, hint]; None where it could."""
    problems: str = "[]"
    """JSON list of [message, line, hint]."""


class StoryRow(SQLModel, table=True):
    """A story."""

    __tablename__ = "story"
    key: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    file: str = Field(foreign_key="file.path", ondelete="CASCADE", index=True)
    title: str
    level: str | None = None
    words: int
    missing: str
    """Names of the STAR sections without text, joined by spaces."""


class SectionRow(SQLModel, table=True):
    """A section of a story."""

    __tablename__ = "section"
    key: int | None = Field(default=None, primary_key=True)
    story: int = Field(foreign_key="story.key", ondelete="CASCADE", index=True)
    name: str
    text: str
    line: int
    text_line: int


class StoryPrincipleRow(SQLModel, table=True):
    """A principle that a story carries, or reaches through an angle."""

    __tablename__ = "story_principle"
    story: int = Field(foreign_key="story.key", ondelete="CASCADE", primary_key=True)
    position: int = Field(primary_key=True)
    name: str = Field(index=True)
    angle: bool = False


class StoryTagRow(SQLModel, table=True):
    """A tag of a story."""

    __tablename__ = "story_tag"
    story: int = Field(foreign_key="story.key", ondelete="CASCADE", primary_key=True)
    position: int = Field(primary_key=True)
    name: str = Field(index=True)


class StoryBehaviourRow(SQLModel, table=True):
    """A behaviour that a story's author says it shows."""

    __tablename__ = "story_behaviour"
    story: int = Field(foreign_key="story.key", ondelete="CASCADE", primary_key=True)
    name: str = Field(primary_key=True, index=True)
    grade: int


class StoryQuestionRow(SQLModel, table=True):
    """A question that a story is known to answer."""

    __tablename__ = "story_question"
    key: int | None = Field(default=None, primary_key=True)
    story: int = Field(foreign_key="story.key", ondelete="CASCADE", index=True)
    text: str
    principle: str | None = None
    probes: str = "[]"
    """JSON list of texts."""
    line: int


class StoryTextRow(SQLModel, table=True):
    """The searchable text of a story; the full-text tables read it from here."""

    __tablename__ = "story_text"
    story: int = Field(foreign_key="story.key", ondelete="CASCADE", primary_key=True)
    title: str
    questions: str
    tags: str
    body: str


class PromptRow(SQLModel, table=True):
    """An interview question of the bank's prompts."""

    __tablename__ = "prompt"
    id: str = Field(primary_key=True)
    file: str = Field(foreign_key="file.path", ondelete="CASCADE", index=True)
    line: int
    text: str
    principle: str = Field(index=True)
    probes: str = "[]"
    """JSON list of texts."""


class VectorRow(SQLModel, table=True):
    """The embedding of one text by one model."""

    __tablename__ = "vector"
    text_sha256: str = Field(primary_key=True)
    model: str = Field(primary_key=True)
    """Fingerprint of the model; vectors of two models are never mixed."""
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """float32, little endian."""


class UnderstandingRow(SQLModel, table=True):
    """What a model reads in a story file."""

    __tablename__ = "understanding"
    sha256: str = Field(primary_key=True)
    """Of the file."""
    model: str = Field(primary_key=True)
    """Fingerprint of the model."""
    vector: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """float32, little endian; as is `shown`."""
    shown: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    places: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    """uint16, little endian."""


INDEX_TABLES = (
    IndexState,
    FileRow,
    StoryRow,
    SectionRow,
    StoryPrincipleRow,
    StoryTagRow,
    StoryBehaviourRow,
    StoryQuestionRow,
    StoryTextRow,
    PromptRow,
    VectorRow,
    UnderstandingRow,
)
