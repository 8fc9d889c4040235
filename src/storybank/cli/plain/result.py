"""What a take came to, and its grade, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storybank.bank.practice import Practice
from storybank.cli.plain.lines import Lines, Write
from storybank.model import Grade, TakeRecord
from storybank.pace.words import off_plan
from storybank.text.when import local_time, minutes

PROBES_SHOWN = 5
_EARLIER_SHOWN = 5
_ASK = "How did it go? 1 again, 2 hard, 3 good, 4 easy; Enter leaves it ungraded"


def result_lines(practice: Practice, take: TakeRecord) -> Iterator[str]:
    """Planned against actual time, earlier takes, and what an interviewer would ask next."""
    for name, planned in take.planned.items():
        actual = take.actual.get(name, 0.0)
        yield f"{name.title()}: {minutes(actual)} of {minutes(planned)}, {off_plan(actual - planned)}"
    whole = off_plan(take.total - take.planned_total)
    yield f"In all: {minutes(take.total)} of {minutes(take.planned_total)}, {whole}"
    if take.fillers:
        yield f"Fillers: {take.fillers}"
    earlier = practice.earlier(take)
    if earlier:
        yield "Earlier takes: " + ", ".join(minutes(other.total) for other in earlier[-_EARLIER_SHOWN:])
    asked = practice.probes(take.story)[:PROBES_SHOWN]
    if asked:
        yield "An interviewer would ask next:"
    for probe in asked:
        yield f"- {probe.text} ({probe.why})"


def show(lines: Iterable[str], write: Write) -> None:
    """Show lines one by one."""
    for line in lines:
        write(line)


def ask_grade(lines: Lines, write: Write, question: str = _ASK) -> Grade | None:
    """The grade a person gives; None for none."""
    write(question)
    while True:
        try:
            typed = (lines.wait() or "").strip()
        except EOFError:
            return None
        if not typed:
            return None
        if typed in {"1", "2", "3", "4"}:
            return Grade(int(typed))
        write("1, 2, 3, 4, or Enter")


def grade_take(practice: Practice, take: TakeRecord, lines: Lines, write: Write) -> None:
    """Ask for a grade, which can be taken back, and for a note."""
    while (grade := ask_grade(lines, write)) is not None:
        due = practice.grade_take(take, grade).standing.due
        write(f"Due again {local_time(due)}. u takes the grade back; anything else is kept as a note; Enter: no note")
        typed = _line(lines)
        if typed != "u":
            if typed:
                practice.note(take, typed)
            return
        practice.undo()
        write("Taken back.")


def _line(lines: Lines) -> str:
    try:
        return (lines.wait() or "").strip()
    except EOFError:
        return ""
