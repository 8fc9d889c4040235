"""A take told line by line on a clock that moves when it is told to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from storybank.bank.bank import open_bank
from storybank.bank.practice import Practice
from storybank.bank.telling import hints
from storybank.cli.plain.lines import TypedLines
from storybank.cli.plain.telling import Telling
from storybank.text.when import minutes
from tests.conftest import add_story


class Script:
    """Lines at given seconds; a wait that ends before the next line moves the clock and gives nothing."""

    def __init__(self, *lines: tuple[float, str]) -> None:
        self.seconds = 0.0
        self._lines = list(lines)

    def clock(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return datetime(2026, 11, 2, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def wait(self, seconds: float | None = None) -> str | None:
        if not self._lines:
            raise EOFError
        at, line = self._lines[0]
        if seconds is not None and at > self.seconds + seconds:
            self.seconds += seconds
            return None
        self.seconds = max(self.seconds, at)
        self._lines.pop(0)
        return line


def test_a_telling_with_an_overrun_and_a_pause(empty_bank: Path) -> None:
    add_story(empty_bank, "CO-1")
    script = Script((0, ""), (55, ""), (60, "p"), (300, "p"), (310, ""), (330.5, ""), (345, ""))
    bank = open_bank(empty_bank)
    practice = Practice(bank, now=script.now, clock=script.clock, zone=UTC)
    rehearsal = practice.begin("CO-1", practice.pace(minutes=2))
    said: list[str] = []
    assert Telling(rehearsal, hints(bank.story("CO-1")[0].story, "text"), script, said.append).run()
    assert list(rehearsal.record.actual.values()) == [55, 15, 20.5, 14.5]
    assert [line for line in said if line.startswith("Situation")] == [
        "Situation: 0:21 left.",
        "Situation: time is up.",
        "Situation: 0:16 over.",
        "Situation: 0:31 over.",
    ]
    assert "The nightly export failed for A story." in said
    assert "Paused at 1:00. Enter or p goes on." in said


def test_lines_of_a_pipe_come_with_and_without_patience(tmp_path: Path) -> None:
    path = tmp_path / "typed"
    path.write_bytes("eins\r\nzwei ✓\nlast".encode())
    with path.open(encoding="utf-8") as stream:
        lines = TypedLines(stream)
        assert [lines.wait(), lines.wait(0), lines.wait(5)] == ["eins", "zwei ✓", "last"]
        try:
            lines.wait(0)
        except EOFError:
            return
    raise AssertionError("the end was not told")


def test_minutes() -> None:
    assert [minutes(s) for s in (0, 59.4, 59.5, 65, -3, -0.2, 3600)] == [
        "0:00", "0:59", "1:00", "1:05", "-0:03", "0:00", "60:00",
    ]  # fmt: skip
