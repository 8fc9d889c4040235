"""Opening the database file, and turning SQLite's errors into words for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool, StaticPool

from storybank.errors import BankError, StoreError

BUSY_SECONDS = 5.0
"""How long a command waits for another one that is writing."""
_FULL = ("disk is full", "disk i/o error")
_LOCKED = ("database is locked", "database is busy", "database table is locked")
_READ_ONLY = ("readonly database", "unable to open database")


def connect(path: Path | None) -> sqlite3.Connection:
    """A connection in autocommit mode with foreign keys on; None opens a database in memory."""
    db = sqlite3.connect(
        path if path else ":memory:", timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    db.execute("PRAGMA foreign_keys = ON")
    return db


def make_private_folder(path: Path) -> None:
    """Create the folder of a database for its owner alone (mode 0700), the database 0600.

    Raises:
        BankError: the folder cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise BankError(
            f"cannot be written: {error.strerror}", file=path, hint="Check the permissions, or use another --bank"
        ) from None


def make_engine(path: Path | None) -> Engine:
    """An engine whose transactions start with BEGIN IMMEDIATE when they were asked to write."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path),
        hide_parameters=True,  # a failing statement must not print whole stories
        poolclass=QueuePool if path else StaticPool,  # the default of 'sqlite://' closes what busy threads still use
    )

    @event.listens_for(engine, "connect")
    def _autocommit(db: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        db.isolation_level = None  # SQLAlchemy's begin event decides, not the driver

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        writing = connection.get_execution_options().get("writing")  # type: ignore[attr-defined]
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")  # type: ignore[attr-defined]

    return engine


@contextmanager
def clear_errors(path: Path | None) -> Iterator[None]:
    """Turn any database error inside the block into a `StoreError` that says what to do."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        raise _explained(str(getattr(error, "orig", error)), path) from None


def _explained(reason: str, path: Path | None) -> StoreError:
    low = reason.lower()
    if any(word in low for word in _LOCKED):
        return StoreError("another storybank is writing", file=path, hint="Try again in a moment")
    if any(word in low for word in _FULL):
        return StoreError("the disk is full; nothing was written", file=path, hint="Free some space and try again")
    if any(word in low for word in _READ_ONLY):
        return StoreError("cannot be opened for writing", file=path, hint="Check the permissions of its folder")
    return StoreError(
        f"the database is damaged ({reason})",
        file=path,
        hint="Your stories are safe in their files; move the database away, keeping it for its history, and try again",
    )
