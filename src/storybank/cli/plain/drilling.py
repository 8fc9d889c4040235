"""Drills, line by line."""

from __future__ import annotations

from collections.abc import Callable, Collection
from random import Random

from storybank.bank.bank import Bank
from storybank.bank.drilling import Retrieved, guessed, judge
from storybank.bank.matching import Matcher
from storybank.bank.practice import Practice
from storybank.cli.plain.lines import Lines, Write
from storybank.cli.plain.result import ask_grade
from storybank.model import Grade, Mode, Prompt
from storybank.schedule import grade_of

_REASONS = 2
_CHANGE = "Graded {grade}. 1-4 changes the grade, Enter keeps it, q ends"


class Drilling:
    """One session of a drill."""

    def __init__(
        self,
        bank: Bank,
        practice: Practice,
        lines: Lines,
        write: Write,
        *,
        random: Random,
        principles: Collection[str] = (),
    ) -> None:
        self._bank = bank
        self._practice = practice
        self._lines = lines
        self._write = write
        self._random = random
        self._principles = frozenset(principles)

    def retrieve(self, matcher: Matcher, count: int) -> int:
        """Name the story for each of `count` prompts; gives how many were asked."""

        def ask(prompt: Prompt) -> bool:
            self._write("Which story? Its id or words of its title; Enter: none; you have 10 seconds")
            typed, seconds = self._timed()
            if typed is None:
                return False
            timed = seconds if typed else None
            found = judge(self._bank, matcher, prompt, typed, timed)
            self._tell_retrieved(found, typed)
            named = found.named.id if found.named else ""
            return self._confirm(prompt, found.grade, Mode.RETRIEVE, timed, named)

        return self._each(Mode.RETRIEVE, count, ask)

    def guess(self, count: int) -> int:
        """Name the principle that each of `count` prompts probes; gives how many were asked."""

        def ask(prompt: Prompt) -> bool:
            self._write("Which principle does it probe? Its name or code")
            typed, seconds = self._timed()
            if typed is None:
                return False
            principle, right = guessed(self._bank.principles, prompt, typed)
            self._write(f"{'Right' if right else 'No'}: {prompt.principle}.")
            timed = seconds if typed else None
            grade = grade_of(timed, right=right)
            return self._confirm(prompt, grade, Mode.GUESS, timed, principle.name if principle else "")

        return self._each(Mode.GUESS, count, ask)

    def follow_ups(self, story_id: str | None) -> int:
        """Answer the probes on one story, by default the one due most; gives how many were asked."""
        card = self._bank.card(story_id) if story_id else self._practice.stories()[0].card
        probes = self._practice.probes(card.id)
        self._write(f"{card.id}: {card.title}. {len(probes)} follow-ups; answer aloud, Enter: the next one, q: end")
        for asked, probe in enumerate(probes):
            self._write(f"{probe.text} ({probe.why})")
            if self._timed()[0] in {None, "q"}:
                return asked
        grade = ask_grade(self._lines, self._write)
        if grade is not None:
            self._practice.grade_probes(card.id, grade)
        return len(probes)

    def questions(self, mode: Mode) -> Callable[[], Prompt | None]:
        """Draws questions for answering in full."""
        drill = self._practice.drill(self._random, self._principles, mode)

        def draw() -> Prompt | None:
            drawn = drill.next(self._practice.now())
            return drawn.prompt if drawn else None

        return draw

    def _each(self, mode: Mode, count: int, ask: Callable[[Prompt], bool]) -> int:
        draw = self.questions(mode)
        for asked in range(count):
            prompt = draw()
            if prompt is None:
                self._write("No more prompts.")
                return asked
            self._write(f"{asked + 1} of {count}: {prompt.text}")
            if not ask(prompt):
                return asked
        return count

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

    def _confirm(self, prompt: Prompt, grade: Grade, mode: Mode, seconds: float | None, answer: str) -> bool:
        """Record the grade, changed where the person says so; False where the session ends."""
        self._practice.grade_prompt(prompt.id, grade, mode, seconds=seconds, answer=answer)
        self._write(_CHANGE.format(grade=f"{grade.value} {grade.name.lower()}"))
        typed, _ = self._timed()
        if typed in {"1", "2", "3", "4"}:
            self._practice.undo()
            self._practice.grade_prompt(prompt.id, Grade(int(typed)), mode, seconds=seconds, answer=answer)
        return typed is not None
