"""The one door to the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlmodel import Session, func, select

from storybank.model import Card, FileState, Prompt, Question, SearchHit, StoryText, Understanding
from storybank.store import reading, search
from storybank.store.connect import clear_errors, connect, make_engine, make_private_folder
from storybank.store.migrations import migrate
from storybank.store.schema import drop_index, ensure_index
from storybank.store.understandings import (
    forget_understandings,
    put_understandings,
    read_understandings,
    read_understood,
)
from storybank.store.writing import IndexWriter
from storybank.text.natural import natural

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from storybank.store.history import History


class Store:
    """The index and the history of one bank.

    Every method raises `StoreError` where the database is damaged, locked for too long, or full.
    """

    def __init__(self, engine: Engine, path: Path | None) -> None:
        self._engine = engine
        self.path = path
        """The database file; None for one in memory."""
        self._turn: AbstractContextManager[object] = nullcontext() if path else RLock()
        """In memory there is one connection, and threads take turns with it."""

    @classmethod
    def open(cls, path: Path | None, principles: str) -> Store:
        """Open the database, make or migrate its tables. `principles` identifies the set the index is built for.

        Raises:
            StoreError: damaged, or of a newer storybank.
            BankError: its folder cannot be written.
        """
        if path:
            make_private_folder(path)
        engine = make_engine(path)
        with clear_errors(path):
            _migrate(engine, path)
            ensure_index(engine, principles)
        return cls(engine, path)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def drop_index(self) -> None:
        """Drop the index, not the history."""
        with clear_errors(self.path):
            drop_index(self._engine)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self._turn, clear_errors(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        engine = self._engine.execution_options(writing=True)
        with self._turn, clear_errors(self.path), Session(engine) as session:
            yield session
            session.commit()

    @contextmanager
    def writing(self) -> Iterator[IndexWriter]:
        """One write transaction on the index; it is rolled back as a whole if the block fails."""
        with self._writing() as session:
            yield IndexWriter(session)

    @property
    def history(self) -> History:
        """What was practised and told."""
        from storybank.store.history import History  # the tables of the history cost as much as a small command

        return History(self._reading, self._writing)

    def files(self) -> dict[str, FileState]:
        """All known files by path."""
        with self._reading() as session:
            return reading.read_files(session)

    def broken_files(self) -> list[FileState]:
        """The files that could not be read."""
        with self._reading() as session:
            return list(reading.read_files(session, broken=True).values())

    def cards(self) -> list[Card]:
        """All stories, by id."""
        with self._reading() as session:
            return sorted(reading.read_cards(session).values(), key=lambda card: natural(card.id))

    def texts(self, ids: Sequence[str] | None = None) -> list[StoryText]:
        """The sections and known questions of all stories, or of those with `ids` (at most some hundreds)."""
        with self._reading() as session:
            return reading.read_texts(session, ids)

    def digests(self) -> dict[str, str]:
        """Id of every story -> SHA-256 of its file."""
        with self._reading() as session:
            return reading.read_digests(session)

    def questions(self) -> dict[str, list[Question]]:
        """Id of a story -> the questions that its author says it answers; only stories with any."""
        with self._reading() as session:
            return reading.read_questions(session)

    def prompts(self, root: Path) -> list[Prompt]:
        """All prompts; `root` is the bank's folder."""
        with self._reading() as session:
            return reading.read_prompts(session, root)

    def search(self, query: str, limit: int = 50) -> list[SearchHit]:
        """The stories that have all words of `query`, a misspelt one taken for its neighbours, best first."""
        with self._reading() as session:
            asked = search.forgiving_query(session, query)
            hits = search.run(session, asked.expression, limit)
            cards = reading.read_cards(session, [hit.key for hit in hits])
            return [SearchHit(cards[hit.key], hit.score, hit.snippet, asked.corrected) for hit in hits]

    def found(self, query: str, limit: int = 10_000) -> dict[str, float]:
        """Story id -> BM25 (larger is better) of the stories that `search` finds; without snippets, for many."""
        with self._reading() as session:
            return search.scores(session, search.forgiving_query(session, query).expression, limit)

    def word_scores(self, query: str, limit: int = 200) -> dict[str, float]:
        """Story id -> BM25 (larger is better) of the stories that have any content word of `query`."""
        with self._reading() as session:
            return search.scores(session, search.any_word_query(query), limit)

    def vectors(self, model: str) -> dict[str, NDArray[np.float32]]:
        """SHA-256 of a text -> its vector by `model`."""
        with self._reading() as session:
            return reading.read_vectors(session, model)

    def add_vectors(self, model: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Store vectors by `model`, by the SHA-256 of their texts."""
        with self.writing() as writer:
            writer.put_vectors(model, {key: vector.astype("<f4").tobytes() for key, vector in vectors.items()})

    def keep_vectors(self, model: str, keys: Collection[str], in_use: Collection[str]) -> None:
        """Drop vectors of `model` with other keys than these, and of all models that are not `in_use`."""
        with self.writing() as writer:
            writer.keep_vectors(model, keys, in_use)

    def understandings(self, model: str, digests: Sequence[str]) -> dict[str, Understanding]:
        """SHA-256 of a story file -> what `model` reads in it, of those among `digests` (some hundreds) it has read."""
        with self._reading() as session:
            return read_understandings(session, model, digests)

    def understood(self, model: str) -> set[str]:
        """SHA-256 of the story files that `model` has read."""
        with self._reading() as session:
            return read_understood(session, model)

    def add_understandings(self, model: str, made: Mapping[str, Understanding]) -> None:
        """Store what `model` reads in stories."""
        with self.writing() as writer:
            put_understandings(writer.session, model, made)

    def keep_understandings(self, model: str, digests: Collection[str]) -> None:
        """Drop what was read in other files than these, and what other models read."""
        with self.writing() as writer:
            forget_understandings(writer.session, model, digests)

    def history_counts(self) -> dict[str, int]:
        """Rows of each history table."""
        from storybank.store.history_tables import HISTORY_TABLES

        with self._reading() as session:
            return {
                str(table.__tablename__): session.exec(select(func.count()).select_from(table)).one()
                for table in HISTORY_TABLES
            }

    def damage(self) -> Sequence[str]:
        """What SQLite's own checks find wrong; empty where the database is sound."""
        with self._reading() as session:
            found = [row[0] for row in session.connection().exec_driver_sql("PRAGMA quick_check")]
            for table in ("story_fts", "story_words"):
                session.connection().exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
            return [line for line in found if line != "ok"]


def _migrate(engine: Engine, path: Path | None) -> None:
    if path is None:
        raw = engine.raw_connection()
        try:
            connection = raw.driver_connection
            assert isinstance(connection, sqlite3.Connection)
            migrate(connection, None)
        finally:
            raw.close()
        return
    db = connect(path)
    try:
        migrate(db, path)
    finally:
        db.close()
