"""Practice on the command line: told by pipes and by a real process, and what a kill leaves behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest
from textual.message import Message

from storybank.bank.drill_session import Plan
from storybank.model import Mode
from storybank.tui.messages import DrillChosen, StoryChosen, TakeResumed
from tests.conftest import RunCli, add_story


@pytest.fixture
def bank(empty_bank: Path) -> Path:
    add_story(empty_bank, "CO-1", "Cart abandonment", "Customer Obsession")
    add_story(empty_bank, "DD-1", "The [bold] slow creep", "Dive Deep")
    return empty_bank


def history(run: RunCli, bank: Path, *args: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(run("history", "--json", "--bank", bank, *args).out)
    return found


def test_a_take_by_lines(bank: Path, run: RunCli) -> None:
    ran = run("rehearse", "co-1", "--plain", "--minutes", "2", "--bank", bank, stdin="\nf\n\n\n\n\n3\nslower\n")
    assert ran.code == 0
    for line in ("CO-1: Cart abandonment", "Situation: 0:21 left.", "Fillers: 1", "In all: 0:00 of 2:00, 2:00 under"):
        assert f"{line}\n" in ran.out
    assert "An interviewer would ask next:\n- " in ran.out
    told = history(run, bank)
    assert told["takes"][0]["story"] == "CO-1"
    assert told["takes"][0]["fillers"] == 1
    assert told["takes"][0]["note"] == "slower"
    assert told["takes"][0]["planned"] == {"situation": 21, "task": 17, "action": 52, "result": 30}
    assert told["reviews"][0]["grade"] == 3
    assert told["unfinished"] == []
    listed = run("history", "CO-1", "--bank", bank).out.splitlines()
    assert listed[1].split("\t")[1:] == ["CO-1", "take", "0:00 of 2:00", "good", "slower"]
    assert history(run, bank, "DD-1")["takes"] == []


def test_json_stands_alone_on_standard_output(bank: Path, run: RunCli) -> None:
    ran = run("rehearse", "DD-1", "--json", "--prompt", "Why?", "--bank", bank, stdin="\n\n\n\n\n4\nu\n2\n\n")
    take = json.loads(ran.out)["take"]
    assert (take["story"], take["prompt"], take["pace"]) == ("DD-1", "Why?", "standard-3")
    assert "DD-1: The [bold] slow creep\n" in ran.err
    assert "Taken back." in ran.err
    assert [review["grade"] for review in history(run, bank)["reviews"]] == [2]


def test_a_take_that_is_kept_is_offered_and_resumed(bank: Path, run: RunCli) -> None:
    assert "Kept unfinished" in run("rehearse", "CO-1", "--bank", bank, stdin="\n\nq\nk\n").out
    offered = run("rehearse", "DD-1", "--bank", bank, stdin="")
    assert "a take broke off (CO-1 of " in offered.err
    assert len(history(run, bank)["unfinished"]) == 1
    ran = run("rehearse", "--resume", "--bank", bank, stdin="\n\n\n\n\n")
    assert "Task: 0:22 left." in ran.out
    assert len(history(run, bank)["takes"]) == 1
    ran = run("rehearse", "--resume", "--bank", bank)
    assert ran.code == 2
    assert "no take broke off" in ran.err


def test_leaving_asks_first_and_drops_on_yes(bank: Path, run: RunCli) -> None:
    ran = run("rehearse", "CO-1", "--bank", bank, stdin="\nb\n?\np\np\nq\nno\nr\n\nq\ny\n")
    assert "Paused at 0:00." in ran.out
    assert ran.out.rstrip().endswith("Dropped.")
    assert history(run, bank) == {
        "schema": 1, "takes": [], "unfinished": [], "reviews": [], "uses": [], "exercises": [],
    }  # fmt: skip


def test_on_a_terminal_the_app_opens_on_the_take(bank: Path, run: RunCli, monkeypatch: pytest.MonkeyPatch) -> None:
    run("rehearse", "DD-1", "--bank", bank, stdin="\n\nq\nk\n")
    opened: list[Message] = []
    monkeypatch.setattr("storybank.cli.commands.rehearse_command.in_conversation", lambda: True)
    monkeypatch.setattr("storybank.cli.app.run_app", lambda _, first: opened.append(first))
    for args in (["co-1", "--minutes", "4", "--prompt", "Why?", "--show", "nothing"], [], ["--resume"]):
        assert run("rehearse", *args, "--bank", bank).code == 0
    chosen, most_due, resumed = opened
    assert isinstance(chosen, StoryChosen)
    assert chosen.pace is not None
    assert (chosen.story_id, chosen.prompt, chosen.pace.name, chosen.shown) == ("CO-1", "Why?", "standard-4", "nothing")
    assert isinstance(most_due, StoryChosen)
    assert (most_due.story_id, most_due.pace, most_due.shown) == ("CO-1", None, None)
    assert isinstance(resumed, TakeResumed)
    assert resumed.record.story == "DD-1"
    assert run("rehearse", "XX-9", "--bank", bank).code == 2
    run("rehearse", "CO-1", "--plain", "--bank", bank)
    run("rehearse", "CO-1", "--json", "--bank", bank)
    assert len(opened) == 3


def test_what_is_shown(bank: Path, run: RunCli) -> None:
    assert "I had to mend it." in run("rehearse", "CO-1", "--show", "text", "--bank", bank, stdin="\n\n").out
    assert "I had to mend it." not in run("rehearse", "CO-1", "--show", "nothing", "--bank", bank, stdin="\n\n").out


def test_paces(bank: Path, run: RunCli) -> None:
    settings = bank / "storybank.toml"
    settings.write_text("[paces.panel]\ntotal = 100\nsituation = 1\naction = 3\nreflection = 1\n")
    ran = run("rehearse", "CO-1", "--pace", "panel", "--bank", bank, stdin="")
    assert "1:40 in all; seconds: Situation 20, Action 60, Reflection 20." in ran.out
    ran = run("rehearse", "CO-1", "--pace", "guide", "--minutes", "4", "--bank", bank, stdin="")
    assert "4:20 in all; seconds: Situation 45, Task 30, Action 120, Result 65." in ran.out
    ran = run("rehearse", "CO-1", "--pace", "panle", "--bank", bank)
    assert ran.code == 2
    assert "no pace 'panle'. Paces: standard-2, " in ran.err


def test_due_dates_come_before_the_interview(bank: Path, run: RunCli) -> None:
    listed = run("due", "--bank", bank).out.splitlines()
    assert [line.split("\t")[:3] for line in listed[1:]] == [
        ["CO-1", "Cart abandonment", "new"],
        ["DD-1", "The [bold] slow creep", "new"],
    ]
    run("rehearse", "CO-1", "--bank", bank, stdin="\n\n\n\n\n4\n\n")
    due = json.loads(run("due", "--json", "--bank", bank).out)
    assert [one["id"] for one in due["stories"]] == ["DD-1"]
    assert len(json.loads(run("due", "--all", "--json", "--bank", bank).out)["stories"]) == 2
    assert json.loads(run("stats", "--json", "--bank", bank).out)["practised"] == 1
    (bank / "storybank.toml").write_text("[interview]\ndate = 2026-02-30x\n")
    assert run("due", "--bank", bank).code == 3


def test_real_interviews(bank: Path, run: RunCli) -> None:
    (bank / "storybank.toml").write_text('[interview]\ncompanies = ["Amazon"]\n')
    ran = run("use", "CO-1", "--company", "Amazon", "--round", "2", "--result", "went well", "--bank", bank)
    assert ran.out == "CO-1 told at Amazon in round 2\n"
    again = run("use", "CO-1", "--company", "amazon", "--json", "--bank", bank)
    assert "was told at amazon before" in again.err
    assert json.loads(again.out)["use"]["story"] == "CO-1"
    assert "CO-1: told at amazon on " in run("rehearse", "CO-1", "--bank", bank, stdin="").err
    assert len(history(run, bank)["uses"]) == 2
    assert "     mind: told at amazon on " in run("match", "a slow creep", "--bank", bank).out
    matches = json.loads(run("match", "--json", "a slow creep", "--bank", bank).out)["matches"]
    told = {match["id"]: match["warning"] for match in matches}
    assert told["CO-1"].startswith("told at amazon on ")
    assert told["DD-1"] is None
    assert run("use", "XX-9", "--company", "Amazon", "--bank", bank).code == 2


def test_drills(bank: Path, run: RunCli) -> None:
    for prompts in (bank / "prompts" / "principles").glob("*.md"):
        if prompts.stem != "dive-deep":
            prompts.unlink()  # the model reads every prompt
    ran = run("drill", "--seed", "1", "--count", "2", "--bank", bank, stdin="CO-1\n\ncart abandonment\n4\n")
    assert ran.out.count("CO-1: Cart abandonment.") == 2
    assert "The matcher: " in ran.out
    reviews = history(run, bank)["reviews"]
    assert [review["mode"] for review in reviews] == ["retrieve", "retrieve"]
    assert reviews[1]["grade"] == 4
    assert len({review["card"] for review in reviews}) == 2
    guess = run("drill", "--mode", "guess", "-p", "DD", "--count", "1", "--bank", bank, stdin="dive deep\n\n")
    assert "Right: Dive Deep." in guess.out
    ladder = run("drill", "DD-1", "--mode", "follow-ups", "--bank", bank, stdin="\n" * 20)
    assert "DD-1: The [bold] slow creep." in ladder.out
    told = run("drill", "--mode", "answer", "--count", "1", "--bank", bank, stdin="\n\n\n\n\n2\n\n")
    assert "Question: " in told.out
    assert history(run, bank)["takes"][0]["prompt"]
    assert history(run, bank)["reviews"][-1]["mode"] == "answer"


def test_a_mock_loop_by_lines(bank: Path, run: RunCli) -> None:
    for prompts in (bank / "prompts" / "principles").glob("*.md"):
        if prompts.stem not in {"dive-deep", "frugality"}:
            prompts.unlink()
    typed = "CO-1\n\nco-1\ndd-1\nu\n2\n\n\n\n\n\n"
    ran = run("drill", "--mode", "mock", "--count", "2", "--seed", "1", "--bank", bank, stdin=typed)
    assert ran.code == 0
    for line in ("Interviewer 1", "CO-1 was told to interviewer 1 already. Another one?", "Interviewer 2"):
        assert f"{line}\n" in ran.out
    assert "Graded not at all." in ran.out
    assert "A break. Breathe; Enter: interviewer 2 comes in\n" in ran.out
    assert " of 4 right, " in ran.out
    reviews = history(run, bank)["reviews"]
    assert [(review["mode"], review["answer"]) for review in reviews] == [
        ("mock", "CO-1"), ("mock", "DD-1"), ("mock", ""), ("mock", ""),
    ]  # fmt: skip
    assert reviews[1]["grade"] == 2


def test_an_empty_bank_is_friendly(empty_bank: Path, run: RunCli) -> None:
    for command in (["rehearse"], ["drill"]):
        ran = run(*command, "--bank", empty_bank)
        assert ran.code in {1, 2}
        assert "the bank is empty" in ran.err
    assert run("due", "--bank", empty_bank).code == 0
    assert run("stats", "--bank", empty_bank).out.startswith("Takes: 0")
    assert run("history", "--bank", empty_bank).code == 1


def telling(bank: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "storybank", "rehearse", "CO-1", "--plain", "--bank", str(bank)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ))


def type_line(process: subprocess.Popen[str], until: str) -> None:
    """Press Enter, and read until an answer is there."""
    assert isinstance(process.stdin, IO) or process.stdin
    assert process.stdout
    process.stdin.write("\n")
    process.stdin.flush()
    for line in process.stdout:
        if line.startswith(until):
            return
    raise AssertionError(f"the process ended before '{until}'")


def test_a_kill_loses_at_most_the_running_take(bank: Path, run: RunCli) -> None:
    run("rehearse", "DD-1", "--bank", bank, stdin="\n\n\n\n\n3\n\n")
    with telling(bank) as process:
        type_line(process, "Situation:")
        type_line(process, "Task:")
        process.send_signal(signal.SIGKILL)
    told = history(run, bank)
    assert [take["story"] for take in told["takes"]] == ["DD-1"]
    assert [take["story"] for take in told["unfinished"]] == ["CO-1"]
    assert run("doctor", "--bank", bank).code == 0
    ran = run("rehearse", "--resume", "--bank", bank, stdin="\n\n\n\n\n")
    assert "Task: " in ran.out
    assert len(history(run, bank)["takes"]) == 2


def test_a_finished_take_survives_a_kill_before_its_grade(bank: Path, run: RunCli) -> None:
    with telling(bank) as process:
        for until in ("Situation:", "Task:", "Action:", "Result:", "How did it go?"):
            type_line(process, until)
        process.send_signal(signal.SIGKILL)
    told = history(run, bank)
    assert [take["story"] for take in told["takes"]] == ["CO-1"]
    assert told["unfinished"] == told["reviews"] == []


_KILLED = """
import os, signal, sqlite3, sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import event
from storybank.model import Grade, Review
from storybank.store import Store
from storybank.store import migrations

path = Path(sys.argv[2])
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[1] == "grade":
    store = Store.open(path, "any")
    event.listen(store._engine, "commit", die)
    store.history.add_review(Review("story:CO-1", datetime.now(UTC), Grade.GOOD))
else:
    def broken(db):
        db.execute("ALTER TABLE take ADD COLUMN mood VARCHAR")
        db.execute("DROP TABLE review")
        die()
    db = sqlite3.connect(path, isolation_level=None)
    migrations.migrate(db, path, [*migrations.STEPS, broken])
"""


@pytest.mark.parametrize("moment", ["grade", "migration"])
def test_a_kill_inside_a_transaction_leaves_the_store_as_it_was(moment: str, bank: Path, run: RunCli) -> None:
    run("rehearse", "CO-1", "--bank", bank, stdin="\n\n\n\n\n3\n\n")
    before = history(run, bank)
    database = bank / ".storybank" / "storybank.db"
    ran = subprocess.run([sys.executable, "-c", _KILLED, moment, str(database)], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert history(run, bank) == before
    assert run("doctor", "--bank", bank).code == 0


def test_a_transcript_is_held_against_the_story(bank: Path, run: RunCli, tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    told.write_text("Um, the nightly export failed. I wrote a checksum. Failures fell from ten percent to one percent.")
    ran = run("rehearse", "CO-1", "--transcript", told, "--bank", bank)
    assert ran.code == 0
    assert "changed: you said ten percent, the story says 12%" in ran.out
    assert "Fillers: 1: 'um' 1" in ran.out
    data = json.loads(run("rehearse", "CO-1", "--transcript", told, "--json", "--save", "--bank", bank).out)
    changed = [fact for fact in data["facts"] if fact["fate"] == "changed"]
    assert [(fact["fact"], fact["said"], fact["section"], fact["line"]) for fact in changed] == [
        ("12%", "ten percent", "result", 23)
    ]
    kept = history(run, bank)["takes"]
    assert kept[0]["transcript"] == {key: data[key] for key in data if key not in {"schema", "story", "file"}}
    assert run("rehearse", "--transcript", told, "--bank", bank).code == 2
    assert run("rehearse", "CO-1", "--transcript", tmp_path / "none.txt", "--bank", bank).code == 3


@pytest.mark.parametrize(
    ("typed", "plan"),
    [
        ([], None),
        (["--mode", "mock"], Plan(Mode.MOCK, 3)),
        (["--mode", "guess", "--count", "7", "-p", "DD"], Plan(Mode.GUESS, 7, "Dive Deep")),
        (["co-1"], Plan(Mode.FOLLOW_UPS, 5, None, "CO-1")),
    ],
)
def test_on_a_terminal_a_drill_opens_the_app(
    bank: Path, run: RunCli, monkeypatch: pytest.MonkeyPatch, typed: list[str], plan: Plan | None
) -> None:
    opened: list[DrillChosen] = []
    monkeypatch.setattr("storybank.cli.commands.drill_command.in_conversation", lambda: True)
    monkeypatch.setattr("storybank.cli.app.run_app", lambda _, first: opened.append(first))
    assert run("drill", *typed, "--seed", "3", "--bank", bank).code == 0
    assert [(message.plan, message.seed) for message in opened] == [(plan, 3)]
    run("drill", "--plain", "--bank", bank)
    assert len(opened) == 1
