"""A database that cannot be used: clear words, the right exit code, nothing lost."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

from tests.conftest import RunCli, add_story


def database(bank: Path) -> Path:
    return bank / ".storybank" / "storybank.db"


def test_private_to_the_user(empty_bank: Path, run: RunCli) -> None:
    run("list", "--bank", empty_bank)
    assert stat.S_IMODE(database(empty_bank).stat().st_mode) == 0o600
    assert stat.S_IMODE(database(empty_bank).parent.stat().st_mode) == 0o700


def test_a_damaged_database_is_named_and_kept(empty_bank: Path, run: RunCli) -> None:
    add_story(empty_bank, "CO-1")
    run("list", "--bank", empty_bank)
    database(empty_bank).write_bytes(b"this was a database once" * 100)
    before = database(empty_bank).read_bytes()
    ran = run("list", "--bank", empty_bank)
    assert ran.code == 4
    assert ran.out == ""
    assert "the database is damaged" in ran.err
    assert ran.err.count("\n") == 1
    assert database(empty_bank).read_bytes() == before


def test_damaged_pages_are_found(empty_bank: Path, run: RunCli) -> None:
    for number in range(30):
        add_story(empty_bank, f"CO-{number}", title=f"Story {number} " * 20)
    run("list", "--bank", empty_bank)
    data = bytearray(database(empty_bank).read_bytes())
    for page in range(4, len(data) // 4096):
        data[page * 4096 : page * 4096 + 60] = b"\xff" * 60
    database(empty_bank).write_bytes(data)
    ran = run("doctor", "--bank", empty_bank)
    assert ran.code in {3, 4}
    assert "damaged" in ran.out + ran.err


def test_a_newer_database_says_upgrade(empty_bank: Path, run: RunCli) -> None:
    run("list", "--bank", empty_bank)
    db = sqlite3.connect(database(empty_bank))
    db.execute("PRAGMA user_version = 50")
    db.close()
    ran = run("list", "--bank", empty_bank)
    assert ran.code == 4
    assert "pip install --upgrade storybank" in ran.err


def test_a_locked_database_says_try_again(empty_bank: Path, run: RunCli, monkeypatch) -> None:
    run("list", "--bank", empty_bank)
    monkeypatch.setattr("storybank.store.connect.BUSY_SECONDS", 0.05)
    db = sqlite3.connect(database(empty_bank), isolation_level=None)
    db.execute("BEGIN EXCLUSIVE")
    add_story(empty_bank, "CO-1")
    ran = run("list", "--bank", empty_bank)
    db.close()
    assert ran.code == 4
    assert "another storybank is writing" in ran.err
    assert run("list", "--bank", empty_bank).code == 0
