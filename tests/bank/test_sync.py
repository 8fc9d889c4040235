"""The index follows the files, whatever happens to them between two commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from storybank.bank.bank import Bank, open_bank
from storybank.bank.create import create_bank
from tests.conftest import add_story, story_text


def ids(bank: Bank) -> list[str]:
    return [card.id for card in bank.cards]


def test_added_edited_renamed_deleted(empty_bank: Path) -> None:
    bank = open_bank(empty_bank)
    assert ids(bank) == []
    path = add_story(empty_bank, "CO-1", title="First")
    bank.resync()
    assert [(c.id, c.title) for c in bank.cards] == [("CO-1", "First")]
    path.write_text(story_text("CO-1", "Second"), encoding="utf-8")
    bank.resync()
    assert bank.cards[0].title == "Second"
    assert not bank.search("First")
    path.rename(empty_bank / "stories" / "elsewhere.md")
    bank.resync()
    assert bank.cards[0].file == "stories/elsewhere.md"
    (empty_bank / "stories" / "elsewhere.md").unlink()
    bank.resync()
    assert ids(bank) == []
    assert not bank.search("Second")


def test_an_edit_that_keeps_size_and_time_is_seen(empty_bank: Path) -> None:
    path = add_story(empty_bank, "CO-1", title="Before")
    bank = open_bank(empty_bank)
    times = path.stat()
    path.write_text(story_text("CO-1", "Behind"), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    bank.resync()
    assert bank.cards[0].title == "Behind"


def test_a_broken_file_is_told_and_the_others_work(empty_bank: Path) -> None:
    add_story(empty_bank, "CO-1")
    broken = add_story(empty_bank, "CO-2")
    broken.write_text("---\nid: CO-2\nprinciples: {a: b}\n---\n", encoding="utf-8")
    told: list[str] = []
    bank = open_bank(empty_bank, narrate=told.append)
    assert ids(bank) == ["CO-1"]
    assert told == [f"{broken}:3: 'principles' must be a list, not a mapping. Write 'principles: [one, two]'"]
    broken.write_text(story_text("CO-2"), encoding="utf-8")
    bank.resync()
    assert ids(bank) == ["CO-1", "CO-2"]
    assert bank.broken == []


def test_two_files_with_one_id(empty_bank: Path) -> None:
    first = add_story(empty_bank, "CO-1", title="First")
    second = empty_bank / "stories" / "second.md"
    second.write_text(story_text("CO-1", "Second"), encoding="utf-8")
    bank = open_bank(empty_bank)
    assert [c.title for c in bank.cards] == ["First"]
    assert bank.broken[0].error
    assert "id 'CO-1' is taken by stories/CO-1.md" in bank.broken[0].error.message
    first.write_text(story_text("CO-9", "First"), encoding="utf-8")
    bank.resync()
    assert [(c.id, c.title) for c in bank.cards] == [("CO-1", "Second"), ("CO-9", "First")]
    assert bank.broken == []


def test_a_file_that_is_not_text(empty_bank: Path) -> None:
    (empty_bank / "stories" / "picture.md").write_bytes(b"\x89PNG\0\xff\xfe")
    bank = open_bank(empty_bank)
    assert bank.broken[0].error
    assert bank.broken[0].error.message in {"not UTF-8 text", "a binary file, not text"}


def test_two_processes_at_once(empty_bank: Path) -> None:
    for number in range(60):
        add_story(empty_bank, f"CO-{number}")
    command = [sys.executable, "-m", "storybank", "list", "--bank", str(empty_bank)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=empty_bank)
        for _ in range(4)
    ]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        assert len(out.splitlines()) == 61


class AnyHistoryOfFiles(RuleBasedStateMachine):
    """Whatever is done to the files, the index equals one that is built from nothing."""

    names = st.sampled_from(["a.md", "b.md", "sub/c.md"])
    story_ids = st.sampled_from(["CO-1", "CO-2", "CO-3"])
    titles = st.sampled_from(["One", "Two", "Six"])

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.folder = tempfile.TemporaryDirectory()
        self.root = create_bank(Path(self.folder.name) / "bank")
        for prompt in (self.root / "prompts").rglob("*.md"):
            prompt.unlink()
        self.bank = open_bank(self.root)

    @rule(name=names, story_id=story_ids, title=titles)
    def write(self, name: str, story_id: str, title: str) -> None:
        path = self.root / "stories" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(story_text(story_id, title), encoding="utf-8")

    @rule(name=names)
    def break_(self, name: str) -> None:
        path = self.root / "stories" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\nid: [\n---\n", encoding="utf-8")

    @rule(name=names)
    def delete(self, name: str) -> None:
        (self.root / "stories" / name).unlink(missing_ok=True)

    @rule(source=names, to=names)
    def rename(self, source: str, to: str) -> None:
        path = self.root / "stories" / source
        (self.root / "stories" / "sub").mkdir(exist_ok=True)
        if path.exists():
            path.replace(self.root / "stories" / to)

    @rule()
    def sync(self) -> None:
        self.bank.resync()

    @invariant()
    def as_if_built_anew(self) -> None:
        self.bank.resync()
        kept = [(c.id, c.title, c.file) for c in self.bank.cards]
        errors = sorted(state.path for state in self.bank.broken)
        self.bank.store.drop_index()
        self.bank.store.close()
        self.bank = open_bank(self.root)
        assert kept == [(c.id, c.title, c.file) for c in self.bank.cards]
        assert errors == sorted(state.path for state in self.bank.broken)

    def teardown(self) -> None:
        self.bank.store.close()
        self.folder.cleanup()


TestAnyHistoryOfFiles = AnyHistoryOfFiles.TestCase
TestAnyHistoryOfFiles.settings = settings(
    max_examples=12,
    stateful_step_count=8,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking would open hundreds of databases
)
