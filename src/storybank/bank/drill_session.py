"""A session of a drill: what is asked, how it was answered, and how it went. Both front ends work with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from storybank.bank.practice import Practice
from storybank.bank.stats import median
from storybank.model import Card, Grade, Mode, Prompt, Review, TakeRecord
from storybank.schedule import RETRIEVAL_SECONDS, Latency, latency, mock_loop

DRILL_MODES = (Mode.RETRIEVE, Mode.GUESS, Mode.ANSWER, Mode.FOLLOW_UPS, Mode.MOCK)
QUESTIONS = 5
INTERVIEWERS = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What a session is to be."""

    mode: Mode = Mode.RETRIEVE
    count: int = QUESTIONS
    """Questions, or in a mock loop interviewers."""
    principle: str | None = None
    """Ask only for this one."""
    story: str | None = None
    """The story whose follow-ups are asked."""

    @classmethod
    def of(cls, mode: Mode, count: int | None = None, principle: str | None = None, story: str | None = None) -> Plan:
        """A plan with the number of questions, or of interviewers, that is usual for `mode`."""
        return cls(mode, count or (INTERVIEWERS if mode is Mode.MOCK else QUESTIONS), principle, story)


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a session."""

    prompt: Prompt
    interviewer: int = 0
    """From 1; 0 where no loop is played."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was answered."""

    turn: Turn
    answer: str = ""
    """Id of a story, name of a principle; '' for nothing."""
    right: bool | None = None
    """None where nobody judges it."""
    seconds: float | None = None
    """Time to the answer, where it was measured."""
    best: Card | None = None
    """The matcher's first choice."""
    review: Review | None = None
    """The grade; None where it was taken back, or none was given."""
    due: datetime | None = None
    """UTC; when the question comes back."""

    @property
    def is_slow(self) -> bool:
        """Whether an interviewer would have noticed the silence."""
        return self.seconds is not None and latency(self.seconds) is Latency.SLOW

    @property
    def is_late(self) -> bool:
        """Whether the time to answer had run out."""
        return self.seconds is not None and self.seconds > RETRIEVAL_SECONDS


@dataclass(frozen=True, slots=True)
class Summary:
    """How a session went."""

    answered: tuple[Answered, ...]

    @property
    def judged(self) -> int:
        """Questions that were answered rightly or wrongly."""
        return sum(one.right is not None for one in self.answered)

    @property
    def right(self) -> int:
        """Questions that were answered rightly."""
        return sum(one.right is True for one in self.answered)

    @property
    def median_seconds(self) -> float | None:
        """Of the times to the answer; None where none was measured."""
        return median(sorted(one.seconds for one in self.answered if one.seconds is not None))

    @property
    def slow(self) -> tuple[Answered, ...]:
        """Those that took too long."""
        return tuple(one for one in self.answered if one.is_slow)

    @property
    def due_next(self) -> datetime | None:
        """UTC; when the first of the questions comes back."""
        return min((one.due for one in self.answered if one.due), default=None)


class DrillSession:
    """Asks each of its questions once, and keeps the grades, each written the moment it is given."""

    def __init__(self, practice: Practice, plan: Plan, random: Random) -> None:
        """Draw the questions of `plan` by chance: the due, the weak and the slow ones first."""
        self.plan = plan
        self._practice = practice
        self.turns = _drawn(practice, plan, random)
        self.answered: list[Answered] = []

    @property
    def turn(self) -> Turn | None:
        """The question that is to be answered; None at the end."""
        return self.turns[len(self.answered)] if len(self.answered) < len(self.turns) else None

    @property
    def changes_interviewer(self) -> bool:
        """Whether the next question is asked by another interviewer than the last one: time for a break."""
        turn = self.turn
        return turn is not None and bool(self.answered) and turn.interviewer != self.answered[-1].turn.interviewer

    @property
    def summary(self) -> Summary:
        """How it went so far."""
        return Summary(tuple(self.answered))

    @property
    def told(self) -> dict[str, Turn]:
        """In a mock loop, the stories that were told and so may not be told again, and for which question."""
        if self.plan.mode is not Mode.MOCK:
            return {}
        return {one.answer: one.turn for one in self.answered if one.answer}

    def refusal(self, story_id: str) -> str:
        """Why a story may not be told: 'CO-1 was told to interviewer 1 already'; '' where it may."""
        earlier = self.told.get(story_id)
        return f"{story_id} was told to interviewer {earlier.interviewer} already" if earlier else ""

    def answer(
        self,
        grade: Grade | None,
        answer: str = "",
        *,
        right: bool | None = None,
        seconds: float | None = None,
        best: Card | None = None,
    ) -> Answered:
        """Keep the answer to the question; without a `grade` it was passed over.

        Raises:
            StoreError: it could not be written; the question is still to be answered.
        """
        assert self.turn is not None
        answered = Answered(self.turn, answer, right, seconds, best)
        self.answered.append(answered)
        try:
            return self.grade(grade) if grade else answered
        except BaseException:
            self.answered.pop()
            raise

    def grade(self, grade: Grade) -> Answered:
        """Grade the last answer, otherwise than before where it was graded."""
        last = self.take_back()
        graded = self._practice.grade_prompt(
            last.turn.prompt.id, grade, self.plan.mode, seconds=last.seconds, answer=last.answer
        )
        self.answered[-1] = replace(last, review=graded.review, due=graded.standing.due)
        return self.answered[-1]

    def take_back(self) -> Answered:
        """Take back the grade of the last answer; the answer stays."""
        last = self.answered[-1]
        if last.review:
            self._practice.take_back(last.review)
            self.answered[-1] = replace(last, review=None, due=None)
        return self.answered[-1]

    def collect(self, since: datetime) -> tuple[Answered, TakeRecord] | None:
        """Take a finished take of `since` that answers the question for its answer, graded as the take was; None where
        there is no such take.
        """
        turn = self.turn
        told = [take for take in self._practice.takes() if turn and take.started >= since]
        take = next((take for take in reversed(told) if turn and take.prompt == turn.prompt.text), None)
        if take is None:
            return None
        graded = self._practice.graded(take)
        return self.answer(graded.review.grade if graded else None, take.story), take


def _drawn(practice: Practice, plan: Plan, random: Random) -> Sequence[Turn]:
    principles = frozenset({plan.principle}) if plan.principle else frozenset()
    now = practice.now()
    if plan.mode is Mode.MOCK:
        loop = mock_loop(practice.candidates(principles, Mode.MOCK), plan.count, now, random)
        return [Turn(one.prompt, interviewer.number) for interviewer in loop for one in interviewer.prompts]
    drill = practice.drill(random, principles, plan.mode)
    drawn = (drill.next(now) for _ in range(min(plan.count, len(drill))))
    return [Turn(one.prompt) for one in drawn if one]
