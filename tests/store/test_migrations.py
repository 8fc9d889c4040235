"""History tables: migrated step by step, never lost."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel, create_engine

from storybank.errors import StoreError
from storybank.store import Store
from storybank.store.connect import connect
from storybank.store.history_tables import HISTORY_TABLES, UtcDateTime
from storybank.store.migrations import STEPS, migrate


def schema(db: sqlite3.Connection) -> dict[str, object]:
    """Tables with their columns and keys, and indexes, as SQLite sees them."""
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {
        name: (
            sorted(db.execute(f"PRAGMA table_info({name})")),
            sorted(db.execute(f"PRAGMA foreign_key_list({name})")),
            sorted(row[1] for row in db.execute(f"PRAGMA index_list({name})")),
        )
        for name in names
    }


def test_the_steps_lead_to_the_tables_of_the_models(tmp_path: Path) -> None:
    migrated = connect(tmp_path / "migrated.db")
    migrate(migrated, tmp_path / "migrated.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'created.db'}")
    SQLModel.metadata.create_all(
        engine, tables=[SQLModel.metadata.tables[str(t.__tablename__)] for t in HISTORY_TABLES]
    )
    engine.dispose()
    created = sqlite3.connect(tmp_path / "created.db")
    assert schema(migrated) == schema(created)
    migrated.close()
    created.close()


def test_a_failing_step_leaves_the_database_as_it_was_and_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "storybank.db"
    db = connect(path)
    migrate(db, path)
    db.execute(
        "INSERT INTO story_use (story, company, round, prompt, result, at) VALUES ('CO-1', 'X', '', '', '', '2026')"
    )

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE story_use")
        raise sqlite3.OperationalError("power failure")

    with pytest.raises(sqlite3.OperationalError):
        migrate(db, path, [*STEPS, broken])
    assert db.execute("SELECT count(*) FROM story_use").fetchone() == (1,)
    assert db.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    backup = sqlite3.connect(f"{path}.v{len(STEPS)}.bak")
    assert backup.execute("SELECT story FROM story_use").fetchall() == [("CO-1",)]
    backup.close()
    db.close()


def test_a_step_that_works_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "storybank.db"
    db = connect(path)

    def more(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE take ADD COLUMN mood VARCHAR")

    for _ in range(2):
        migrate(db, path, [*STEPS, more])
    assert "mood" in [row[1] for row in db.execute("PRAGMA table_info(take)")]
    db.close()


def test_a_newer_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "storybank.db"
    Store.open(path, "any").close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer storybank"):
        Store.open(path, "any")
    assert path.read_bytes() == before


def test_a_rebuilt_index_keeps_the_history(tmp_path: Path) -> None:
    path = tmp_path / "storybank.db"
    Store.open(path, "one").close()
    db = sqlite3.connect(path)
    db.execute(
        "INSERT INTO story_use (story, company, round, prompt, result, at) VALUES ('CO-1', 'X', '', '', '', '2026')"
    )
    db.commit()
    db.close()
    store = Store.open(path, "another set of principles")
    assert store.history_counts() == {"take": 0, "review": 0, "story_use": 1, "exercise": 0}
    store.drop_index()
    store.close()
    store = Store.open(path, "one")
    assert store.history_counts()["story_use"] == 1
    assert store.damage() == []
    store.close()


def test_times_are_stored_as_utc() -> None:
    column, dialect = UtcDateTime(), sqlite.dialect()
    local = datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=-5)))
    stored = column.process_bind_param(local, dialect)
    assert stored == datetime(2026, 3, 1, 17)
    assert column.process_result_value(stored, dialect) == local.astimezone(UTC)
    with pytest.raises(ValueError, match="without a zone"):
        column.process_bind_param(datetime(2026, 3, 1), dialect)
