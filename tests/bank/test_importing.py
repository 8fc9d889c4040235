"""Importing into a bank: ids are stable, the same file changes nothing, the user's edits are never overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import RunCli

DOCUMENT = """\
# Ownership

## The night of the export

**Situation:** The nightly export failed for 3 weeks.

**Task:** I had to mend it.

**Action:** I wrote a checksum.

**Result:** Failures fell from 12% to 1%.

# Dive Deep

## DD-7: The odd number

**Situation:** A report was 2% off.

**Task:** Find out why.

**Action:** I traced it to a time zone.

**Result:** The report was right by Monday.

"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "answers.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def snapshot(bank: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (bank / "stories").rglob("*.md")}


def statuses(ran_out: str) -> dict[str, str]:
    return {story["id"]: story["status"] for story in json.loads(ran_out)["stories"]}


def test_the_json_of_the_design(empty_bank: Path, document: Path, run: RunCli) -> None:
    ran = run("import", document, "--into", empty_bank, "--json")
    assert ran.code == 0
    data = json.loads(ran.out)
    assert data["schema"] == 1
    first = data["stories"][0]
    assert first == {
        "id": "OW-1",
        "title": "The night of the export",
        "principles": ["Ownership"],
        "file": "stories/OW-1-the-night-of-the-export.md",
        "source": {"file": str(document), "line": 3},
        "status": "new",
        "sections": {
            "situation": "The nightly export failed for 3 weeks.",
            "task": "I had to mend it.",
            "action": "I wrote a checksum.",
            "result": "Failures fell from 12% to 1%.",
        },
        "variants": 0,
        "angles": 0,
    }
    assert data["stories"][1]["id"] == "DD-7"
    assert all({"file", "line", "reason"} == set(skipped) for skipped in data["skipped"])


def test_a_dry_run_writes_nothing(empty_bank: Path, document: Path, run: RunCli) -> None:
    ran = run("import", "--dry-run", document, "--into", empty_bank, "--json")
    assert [story["file"] for story in json.loads(ran.out)["stories"]] == [None, None]
    assert snapshot(empty_bank) == {}
    text = run("import", "--dry-run", document, "--into", empty_bank)
    assert "2 stories: 2 new; 0 parts skipped (dry run: nothing is written)" in text.err


def test_the_same_file_again_changes_nothing(empty_bank: Path, document: Path, run: RunCli) -> None:
    run("import", document, "--into", empty_bank)
    before = snapshot(empty_bank)
    again = run("import", document, "--into", empty_bank, "--json")
    assert again.code == 0
    assert set(statuses(again.out).values()) == {"unchanged"}
    assert snapshot(empty_bank) == before


def test_a_renamed_document_changes_nothing(empty_bank: Path, document: Path, run: RunCli) -> None:
    run("import", document, "--into", empty_bank)
    before = snapshot(empty_bank)
    other = document.rename(document.with_name("renamed.md"))
    assert set(statuses(run("import", other, "--into", empty_bank, "--json").out).values()) == {"unchanged"}
    assert snapshot(empty_bank) == before


def test_an_edited_story_is_kept_unless_replaced(empty_bank: Path, document: Path, run: RunCli) -> None:
    run("import", document, "--into", empty_bank)
    path = empty_bank / "stories" / "OW-1-the-night-of-the-export.md"
    path.write_text(path.read_text().replace("I wrote a checksum.", "I wrote a checksum, and it held."))
    edited = path.read_bytes()
    ran = run("import", document, "--into", empty_bank)
    assert ran.code == 1
    assert "OW-1 was edited in the bank, kept; --replace takes the text of" in ran.err
    assert path.read_bytes() == edited
    ran = run("import", document, "--into", empty_bank, "--replace", "--json")
    assert statuses(ran.out) == {"OW-1": "replaced", "DD-7": "unchanged"}
    assert "and it held" not in path.read_text()


def test_a_changed_document_updates_what_the_user_has_not_touched(
    empty_bank: Path, document: Path, run: RunCli
) -> None:
    run("import", document, "--into", empty_bank)
    document.write_text(DOCUMENT.replace("to 1%", "to 0.5%").replace("2% off", "3% off"))
    path = next((empty_bank / "stories").glob("DD-7-*.md"))
    path.write_text(path.read_text().replace("by Monday", "by Tuesday"))
    ran = run("import", document, "--into", empty_bank, "--json")
    assert statuses(ran.out) == {"OW-1": "updated", "DD-7": "conflict, kept"}
    assert "to 0.5%" in (empty_bank / "stories" / "OW-1-the-night-of-the-export.md").read_text()
    assert "2% off" in path.read_text()


def test_another_story_with_the_same_id_is_a_conflict(empty_bank: Path, document: Path, run: RunCli) -> None:
    run("import", document, "--into", empty_bank)
    other = document.with_name("other.md")
    other.write_text(DOCUMENT.replace("The odd number", "Something else").replace("time zone", "rounding"))
    ran = run("import", other, "--into", empty_bank, "--json")
    assert statuses(ran.out)["DD-7"] == "conflict, kept"


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        ("empty.md", b"", 3, "empty"),
        ("blob.md", b"\x00\x01\x02" * 50, 3, "not a text file"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", 3, "not a text file"),
    ],
)
def test_bad_documents(name: str, data: bytes, code: int, message: str, empty_bank: Path, run: RunCli) -> None:
    path = empty_bank.parent / name
    path.write_bytes(data)
    ran = run("import", path, "--into", empty_bank)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert str(path) in ran.err
    assert ran.err.count("\n") == 1


def test_missing_directory_and_huge_documents(empty_bank: Path, run: RunCli, tmp_path: Path) -> None:
    missing = run("import", tmp_path / "no.md", "--into", empty_bank)
    assert (missing.code, "no such file" in missing.err) == (3, True)
    folder = run("import", tmp_path, "--into", empty_bank)
    assert (folder.code, "a directory, not a file" in folder.err) == (3, True)
    huge = tmp_path / "huge.md"
    with huge.open("wb") as file:
        file.truncate(50 * 2**20)
    ran = run("import", huge, "--into", empty_bank)
    assert (ran.code, "larger than 20 MB" in ran.err) == (3, True)


def test_a_bank_without_write_permission(
    empty_bank: Path, document: Path, run: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    ran = run("import", document, "--into", empty_bank)
    assert ran.code == 3
    assert "cannot be written: Permission denied. Check the permissions" in ran.err
    assert snapshot(empty_bank) == {}


def test_a_full_disk_leaves_no_half_file(
    empty_bank: Path, document: Path, run: RunCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = run("import", document, "--into", empty_bank)
    assert ran.code == 3
    assert "the disk is full; nothing was written" in ran.err
    assert list((empty_bank / "stories").iterdir()) == []


def test_the_sample_bank_takes_no_import(document: Path, run: RunCli) -> None:
    ran = run("import", document)
    assert ran.code == 3
    assert "the sample bank is read-only. Make your own: storybank init my-stories" in ran.err


def test_a_question_as_title_is_told_short(empty_bank: Path, run: RunCli, tmp_path: Path) -> None:
    document = tmp_path / "answers.md"
    document.write_text(
        "# Earn Trust\n\n## Question 1\n\nWe all err. Tell me about a time when you made an error in judgment.\n\n"
        "### Answer\n\n**S:** It broke.\n\n**T:** Mend it.\n\n**A:** I did.\n\n**R:** It works.\n"
    )
    (story,) = json.loads(run("import", document, "--into", empty_bank, "--json").out)["stories"]
    assert story["title"] == "Made an error in judgment"
    assert story["file"] == "stories/ET-1-made-an-error-in-judgment.md"
