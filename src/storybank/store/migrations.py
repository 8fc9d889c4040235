"""Steps from an empty file to today's history tables. A released step is never edited; add the next one.

`PRAGMA user_version` says how many steps a database has taken.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from storybank.errors import StoreError

Step = Callable[[sqlite3.Connection], object]


def _first_history(db: sqlite3.Connection) -> None:
    db.execute(
        "CREATE TABLE take (id INTEGER NOT NULL, story VARCHAR NOT NULL, prompt VARCHAR, started DATETIME NOT NULL, "
        "ended DATETIME, planned VARCHAR NOT NULL, actual VARCHAR NOT NULL, fillers INTEGER NOT NULL, "
        "note VARCHAR NOT NULL, PRIMARY KEY (id))"
    )
    db.execute("CREATE INDEX ix_take_story ON take (story)")
    db.execute(
        "CREATE TABLE review (id INTEGER NOT NULL, card VARCHAR NOT NULL, at DATETIME NOT NULL, "
        "grade INTEGER NOT NULL, seconds FLOAT, take INTEGER, PRIMARY KEY (id), "
        "FOREIGN KEY(take) REFERENCES take (id))"
    )
    db.execute("CREATE INDEX ix_review_card ON review (card)")
    db.execute(
        "CREATE TABLE story_use (id INTEGER NOT NULL, story VARCHAR NOT NULL, company VARCHAR NOT NULL, "
        "round VARCHAR NOT NULL, prompt VARCHAR NOT NULL, result VARCHAR NOT NULL, at DATETIME NOT NULL, "
        "PRIMARY KEY (id))"
    )
    db.execute("CREATE INDEX ix_story_use_story ON story_use (story)")


def _rehearsals(db: sqlite3.Connection) -> None:
    """Takes that can be resumed, what a drill asked, and exercises."""
    for column in (
        "pace VARCHAR DEFAULT '' NOT NULL",
        "section INTEGER DEFAULT '0' NOT NULL",
        "shown VARCHAR DEFAULT '' NOT NULL",
        "process INTEGER",
        "report VARCHAR DEFAULT '{}' NOT NULL",
    ):
        db.execute(f"ALTER TABLE take ADD COLUMN {column}")
    db.execute("ALTER TABLE review ADD COLUMN mode VARCHAR DEFAULT 'take' NOT NULL")
    db.execute("ALTER TABLE review ADD COLUMN answer VARCHAR DEFAULT '' NOT NULL")
    db.execute(
        "CREATE TABLE exercise (id INTEGER NOT NULL, exercise VARCHAR NOT NULL, kind VARCHAR NOT NULL, "
        "started DATETIME NOT NULL, ended DATETIME, covered VARCHAR NOT NULL, scores VARCHAR NOT NULL, "
        "notes VARCHAR NOT NULL, PRIMARY KEY (id))"
    )
    db.execute("CREATE INDEX ix_exercise_exercise ON exercise (exercise)")


STEPS: Sequence[Step] = (_first_history, _rehearsals)


def migrate(db: sqlite3.Connection, path: Path | None, steps: Sequence[Step] = STEPS) -> None:
    """Take the steps that the database has not taken, each in one transaction, after a backup of a used one.

    Args:
        db: a connection in autocommit mode (`isolation_level=None`).
        path: the database file; the backup is written beside it. None for one in memory.
        steps: all steps, oldest first.

    Raises:
        StoreError: the database was written by a newer program.
    """
    if _version(db) > len(steps):
        raise StoreError(
            f"the database is of a newer storybank (schema {_version(db)}, known {len(steps)})",
            file=path,
            hint="Upgrade storybank: pip install --upgrade storybank",
        )
    while (version := _version(db)) < len(steps):
        if version and path:
            _back_up(db, path.with_name(f"{path.name}.v{version}.bak"))
        _take(db, version, steps[version])


def _take(db: sqlite3.Connection, version: int, step: Step) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        if _version(db) == version:  # another process may have taken it while this one waited for the lock
            step(db)
            db.execute(f"PRAGMA user_version = {version + 1}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _back_up(db: sqlite3.Connection, target: Path) -> None:
    copy = sqlite3.connect(target)
    try:
        db.backup(copy)
    finally:
        copy.close()
    target.chmod(0o600)
