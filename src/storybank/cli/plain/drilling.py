"""Drills, line by line."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from storybank.bank.bank import Bank
from storybank.bank.drill_session import Answered, DrillSession, Plan, Summary
from storybank.bank.drilling import RIGHT_AMONG, Retrieved, find_story, guessed, judge
from storybank.bank.matching import Matcher
from storybank.bank.practice import Practice
from storybank.cli.plain.lines import Lines, Write
from storybank.cli.plain.result import ask_grade
from storybank.model import Grade
from storybank.schedule import grade_of
from storybank.text.when import local_day

_REASONS = 2
_CHANGE = "Graded {grade}. 1-4 changes the grade, u takes it back, Enter keeps it, q ends"


class Drilling:
    """One session of a drill."""

    def __init__(
        self, bank: Bank, practice: Practice, lines: Lines, write: Write, plan: Plan, *, random: Random
    ) -> None:
        self._bank = bank
        self._practice = practice
        self._lines = lines
        self._write = write
        self.session = DrillSession(practice, plan, random)

    def retrieve(self, matcher: Matcher) -> int:
        """Name the story for each question; gives how many were answered. In a mock loop no story counts twice."""
        return self._each(lambda: self._retrieve(matcher))

    def guess(self) -> int:
        """Name the principle that each question probes; gives how many were answered."""
        return self._each(self._guess)

    def follow_ups(self) -> int:
        """Answer the probes on one story, by default the one due most; gives how many were asked."""
        story_id = self.session.plan.story
        card = self._bank.card(story_id) if story_id else self._practice.stories()[0].card
        probes = self._practice.probes(card.id)
        self._write(f"{card.id}: {card.title}. {len(probes)} follow-ups; answer aloud, Enter: the next one, q: end")
        for asked, probe in enumerate(probes):
            self._write(f"{probe.text} ({probe.why})")
            if self._timed()[0] is None:
                return asked
        grade = ask_grade(self._lines, self._write)
        if grade is not None:
            self._practice.grade_probes(card.id, grade)
        return len(probes)

    def _each(self, ask: Callable[[], bool]) -> int:
        """Ask question after question until the end, or until `ask` says that the person wants no more."""
        while turn := self.session.turn:
            if not self._greet_interviewer():
                break
            self._write(f"{len(self.session.answered) + 1} of {len(self.session.turns)}: {turn.prompt.text}")
            if not ask():
                break
        for line in summary_lines(self.session.summary):
            self._write(line)
        return len(self.session.answered)

    def _greet_interviewer(self) -> bool:
        """Say who asks, after a break between two interviewers; False where the person goes."""
        turn = self.session.turn
        assert turn
        if self.session.changes_interviewer:
            self._write(f"A break. Breathe; Enter: interviewer {turn.interviewer} comes in")
            if self._timed()[0] is None:
                return False
        answered = self.session.answered
        if turn.interviewer and (not answered or self.session.changes_interviewer):
            self._write(f"Interviewer {turn.interviewer}")
        return True

    def _retrieve(self, matcher: Matcher) -> bool:
        turn = self.session.turn
        assert turn
        self._write("Which story? Its id or words of its title; Enter: none; you have 10 seconds")
        typed, seconds = self._named()
        if typed is None:
            return False
        told = self.session.told
        answer = matcher.match(turn.prompt.text, RIGHT_AMONG + len(told))
        found = judge(answer, self._bank.cards, typed, seconds, told)
        self._tell_retrieved(found, typed)
        named, best = found.named.id if found.named else "", found.choice[0].card if found.choice else None
        self.session.answer(found.grade, named, right=found.right, seconds=found.seconds, best=best)
        return self._confirm()

    def _guess(self) -> bool:
        turn = self.session.turn
        assert turn
        self._write("Which principle does it probe? Its name or code")
        typed, seconds = self._timed()
        if typed is None:
            return False
        principle, right = guessed(self._bank.principles, turn.prompt, typed)
        self._write(f"{'Right' if right else 'No'}: {turn.prompt.principle}.")
        timed = seconds if typed else None
        name = principle.name if principle else ""
        self.session.answer(grade_of(timed, right=right), name, right=right, seconds=timed)
        return self._confirm()

    def _named(self) -> tuple[str | None, float]:
        """What is typed for a story that may be told, and the seconds it took."""
        begin = self._practice.clock()
        while True:
            typed, _ = self._timed()
            card = find_story(self._bank.cards, typed or "")
            refusal = self.session.refusal(card.id) if card else ""
            if not refusal:
                return typed, self._practice.clock() - begin
            self._write(f"{refusal}. Another one?")

    def _timed(self) -> tuple[str | None, float]:
        """The next line, None for the end of input or 'q', and the seconds it took."""
        begin = self._practice.clock()
        try:
            typed = (self._lines.wait() or "").strip()
        except EOFError:
            return None, 0.0
        return (None if typed.casefold() == "q" else typed), self._practice.clock() - begin

    def _tell_retrieved(self, found: Retrieved, typed: str) -> None:
        if found.named:
            self._write(f"{found.named.id}: {found.named.title}. {found.seconds:.1f} s, {found.speed or 'too late'}.")
            if warning := self._practice.warning(found.named.id):
                self._write(f"Mind: {warning}.")
        elif typed:
            self._write(f"No story is like '{typed}'.")
        if not found.answer.fits:
            self._write(f"Nothing in your bank answers this. {found.answer.remark}".rstrip())
        for match in found.choice:
            self._write(f"The matcher: {match.card.id} {match.card.title}: {'; '.join(match.why[:_REASONS])}")

    def _confirm(self) -> bool:
        """Let the grade be changed or taken back; False where the session ends."""
        while True:
            review = self.session.answered[-1].review
            grade = f"{review.grade.value} {review.grade.name.lower()}" if review else "not at all"
            self._write(_CHANGE.format(grade=grade))
            typed, _ = self._timed()
            if typed == "u":
                self.session.take_back()
                continue
            if typed in {"1", "2", "3", "4"}:
                self.session.grade(Grade(int(typed)))
            return typed is not None


def summary_lines(summary: Summary) -> list[str]:
    """How a session went, for a person; nothing where nothing was answered."""
    if not summary.answered:
        return []
    lines = [f"{summary.right} of {summary.judged} right"] if summary.judged else []
    if summary.median_seconds is not None:
        lines[-1:] = [f"{' '.join(lines[-1:])}, {summary.median_seconds:.1f} s in the median"]
    lines += [f"Slow: {one.turn.prompt.text} ({one.seconds:.1f} s{_better(one)})" for one in summary.slow]
    lines += [f"Wrong: {one.turn.prompt.text}{_better(one)}" for one in summary.answered if one.right is False]
    if summary.due_next:
        lines.append(f"The first of them comes back on {local_day(summary.due_next)}.")
    return lines


def _better(one: Answered) -> str:
    return f"; {one.best.id} {one.best.title}" if one.best and one.best.id != one.answer else ""
