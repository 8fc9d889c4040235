"""The index tables and their full-text search, created or rebuilt as one."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, Table, inspect
from sqlmodel import SQLModel

from storybank.store.tables import INDEX_TABLES, INDEX_VERSION

_COLUMNS = "title, questions, tags, body"
_WEIGHTS = (4.0, 3.0, 3.0, 1.0)
"""BM25 weights of `_COLUMNS`: a word of the title says more of a story than one of its body."""
RANK = f"bm25(story_fts, {', '.join(map(str, _WEIGHTS))})"
_FULLTEXT = {
    "story_fts": "porter unicode61 remove_diacritics 2",
    "story_words": "unicode61 remove_diacritics 2",
}
"""Two readings of `story_text`: stemmed for searching, unstemmed for the vocabulary that typos are held against."""


def index_tables() -> list[Table]:
    """The SQLAlchemy tables of the index."""
    return [SQLModel.metadata.tables[str(table.__tablename__)] for table in INDEX_TABLES]


def ensure_index(engine: Engine, principles: str) -> None:
    """Make the index tables, anew where they are of another version or another set of principles."""
    version = f"{INDEX_VERSION} {principles}"
    with engine.connect() as connection:
        if _version(connection) == version:
            return
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if _version(connection) != version:
            _drop(connection)
            _create(connection, version)


def drop_index(engine: Engine) -> None:
    """Drop all index tables; the next opening makes them anew. The history stays."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        _drop(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("index_state"):
        return None
    value = connection.exec_driver_sql("SELECT version FROM index_state").scalar()
    return None if value is None else str(value)


def _drop(connection: Connection) -> None:
    for name in ("story_vocabulary", *_FULLTEXT):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    SQLModel.metadata.drop_all(connection, tables=index_tables())


def _create(connection: Connection, version: str) -> None:
    SQLModel.metadata.create_all(connection, tables=index_tables())
    for name, tokenizer in _FULLTEXT.items():
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {name} USING fts5({_COLUMNS}, content='story_text', content_rowid='story', "
            f"tokenize='{tokenizer}')"
        )
    connection.exec_driver_sql("CREATE VIRTUAL TABLE story_vocabulary USING fts5vocab('story_words', 'row')")
    for trigger in _triggers():
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql("INSERT INTO index_state (id, version) VALUES (1, ?)", (version,))


def _triggers() -> list[str]:
    """External-content FTS tables follow their content through triggers (https://sqlite.org/fts5.html, 4.4.3)."""
    old, new = (", ".join(f"{row}.{column}" for column in _COLUMNS.split(", ")) for row in ("old", "new"))
    add = "".join(f"INSERT INTO {n}(rowid, {_COLUMNS}) VALUES (new.story, {new});" for n in _FULLTEXT)
    remove = "".join(f"INSERT INTO {n}({n}, rowid, {_COLUMNS}) VALUES ('delete', old.story, {old});" for n in _FULLTEXT)
    return [
        f"CREATE TRIGGER story_text_added AFTER INSERT ON story_text BEGIN {add} END",
        f"CREATE TRIGGER story_text_removed AFTER DELETE ON story_text BEGIN {remove} END",
    ]
