"""Practice: what is due, takes and their grades, drills, real interviews. It is what both front ends call."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Any

from storybank.bank.bank import Bank
from storybank.bank.coverage import STORIES_A_PRINCIPLE
from storybank.bank.rehearsal import Clock, Now, Rehearsal, is_running
from storybank.bank.stats import Stats, stats
from storybank.errors import UsageError
from storybank.model import Card, Grade, Mode, Prompt, Review, TakeRecord, Use, probes_card, prompt_card, story_card
from storybank.pace import Budget, Pace, Take, choose
from storybank.schedule import Drill, DrillPrompt, Standing, standings
from storybank.store.history import History

if TYPE_CHECKING:
    from storybank.probes import Probe
    from storybank.transcript import Report

_FLAGGED_WORTH = 0.5
"""How much of a story a red-flagged one is."""


@dataclass(frozen=True, slots=True)
class DueStory:
    """A story and when to practise it."""

    card: Card
    standing: Standing | None
    """None where it was never graded."""
    last: datetime | None
    """UTC start of the last finished take."""

    @property
    def due(self) -> datetime | None:
        """UTC; None for a story never graded, which is always due."""
        return self.standing.due if self.standing else None

    def is_due(self, now: datetime) -> bool:
        """Whether it is time."""
        return self.standing is None or self.standing.is_due(now)


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade, and what follows from it."""

    review: Review
    standing: Standing


class Practice:
    """Practice in one bank."""

    def __init__(
        self,
        bank: Bank,
        *,
        now: Now = lambda: datetime.now(UTC),
        clock: Clock = time.monotonic,
        zone: tzinfo | None = None,
        flagged: Collection[str] = (),
    ) -> None:
        """Practise in `bank`.

        Args:
            bank: its stories and history.
            now: the time of day, aware and UTC.
            clock: the steady clock that takes run on.
            zone: the person's time zone; None for the system's.
            flagged: ids of stories with serious findings of the check; drills take their principles for weak.
        """
        self._bank = bank
        self.clock = clock
        self._given: list[Review] = []
        self.now = now
        self.zone = zone
        self.flagged = frozenset(flagged)

    @property
    def history(self) -> History:
        """All that was practised and told."""
        return self._bank.store.history

    @property
    def paces(self) -> Mapping[str, Pace]:
        """Name -> pace: the shipped ones and those of storybank.toml."""
        return self._bank.config.paces

    @property
    def interview(self) -> date | None:
        """The day of the next interview, None where none is ahead."""
        day = self._bank.config.interview.date
        return day if day and day >= self.today else None

    @property
    def today(self) -> date:
        """The local date."""
        return self.now().astimezone(self.zone).date()

    def known_id(self, story_id: str) -> str:
        """The id of a story as it is written; one that only the history knows counts too.

        Raises:
            UsageError: neither the bank nor the history knows it; the nearest are named.
        """
        wanted = story_id.casefold()
        gone = {take.story for take in self.history.takes()} | {use.story for use in self.history.uses()}
        return next((one for one in gone if one.casefold() == wanted), None) or self._bank.card(story_id).id

    # --- what to practise ---

    def standings(self) -> dict[str, Standing]:
        """Name of a review card (`story_card`, `prompt_card`) -> its standing, out of the review log."""
        return standings(self.history.reviews(), self.interview, self.zone)

    def stories(self) -> list[DueStory]:
        """All stories: the longest overdue first, then those never graded, then by their due dates."""
        now, known = self.now(), self.standings()
        last = {take.story: take.started for take in self.history.takes()}
        every = [DueStory(card, known.get(story_card(card.id)), last.get(card.id)) for card in self._bank.cards]
        return sorted(every, key=lambda one: one.due or now)

    def due(self) -> list[DueStory]:
        """The stories that are due now, the longest overdue first, then those never graded."""
        now = self.now()
        return [one for one in self.stories() if one.is_due(now)]

    # --- takes ---

    def pace(self, name: str | None = None, minutes: int | None = None) -> Pace:
        """The pace that a person means; see `storybank.pace.choose`."""
        return choose(self.paces, name, minutes)

    def begin(self, story_id: str, pace: Pace, *, prompt: str | None = None, shown: str = "") -> Rehearsal:
        """A take of a story, ready to start; nothing is written before it starts.

        Raises:
            UsageError: there is no such story.
        """
        card = self._bank.card(story_id)
        record = TakeRecord(card.id, self.now(), pace.planned, {}, pace=pace.name, prompt=prompt, shown=shown)
        return Rehearsal(self.history, record, Take.new(pace), self.clock, self.now)

    def unfinished(self) -> list[TakeRecord]:
        """Takes that broke off and can be resumed, the newest first; those running elsewhere are left out."""
        return [take for take in reversed(self.history.unfinished()) if not is_running(take)]

    def resume(self, record: TakeRecord) -> Rehearsal:
        """A broken-off take, paused where it was."""
        known = self.paces.get(record.pace)
        title = known.title if known else record.pace
        pace = Pace(record.pace, title, tuple(Budget(name, seconds) for name, seconds in record.planned.items()))
        spent = [record.actual.get(budget.name, 0.0) for budget in pace.budgets]
        take = Take.interrupted(pace, spent, record.section, record.fillers)
        return Rehearsal(self.history, record, take, self.clock, self.now)

    def discard(self, record: TakeRecord) -> None:
        """Forget a broken-off take."""
        if record.id is not None:
            self.history.drop_take(record.id)

    def takes(self, story_id: str | None = None) -> list[TakeRecord]:
        """The finished takes, oldest first; of one story or of all."""
        return self.history.takes(story_id)

    def note(self, take: TakeRecord, text: str) -> TakeRecord:
        """Write the note of a take."""
        assert take.id is not None
        self.history.put_note(take.id, text)
        return replace(take, note=text)

    def keep_transcript(
        self, story_id: str, pace: Pace, report: Report, data: Mapping[str, Any], *, prompt: str | None = None
    ) -> TakeRecord:
        """Keep a telling that was transcribed as a take; `data` is what is kept of the report, as JSON has it."""
        actual = {share.name: share.seconds or 0.0 for share in report.sections}
        now = self.now()
        take = TakeRecord(
            story=self._bank.card(story_id).id,
            started=now,
            planned=pace.planned,
            actual=actual,
            ended=now,
            pace=pace.name,
            fillers=report.filler_count,
            prompt=prompt,
            report=data,
        )
        return self.history.put_take(take)

    def probes(self, story_id: str) -> list[Probe]:
        """What an interviewer would ask next about a story, the most likely first."""
        from storybank.probes import probes  # the grammar of figures takes its time to load

        return probes(self._bank.story(story_id)[0].story)

    def earlier(self, take: TakeRecord) -> list[TakeRecord]:
        """The finished takes of the same story before this one, oldest first."""
        return [other for other in self.takes(take.story) if other.id != take.id and other.started <= take.started]

    # --- grades ---

    def grade_take(self, take: TakeRecord, grade: Grade) -> Graded:
        """Grade a finished take; a second grade of the same take replaces the first."""
        self.ungrade_take(take)
        return self._review(self._review_of(take, grade))

    def ungrade_take(self, take: TakeRecord) -> bool:
        """Take the grade of a take back; False where it has none."""
        found = [review for review in self.history.reviews() if review.take == take.id]
        for review in found:
            self.take_back(review)
        return bool(found)

    def graded(self, take: TakeRecord) -> Graded | None:
        """The grade of a take and what follows from it; None where it has none."""
        for review in self.history.reviews():
            if review.take == take.id:
                return Graded(review, self.standings()[review.card])
        return None

    def grades(self) -> dict[int, Grade]:
        """Id of a take -> its grade, for the graded ones."""
        return {review.take: review.grade for review in self.history.reviews() if review.take is not None}

    def ungraded(self, story_id: str) -> TakeRecord | None:
        """The last finished take of a story, where its grade was skipped."""
        last = self.takes(story_id)[-1:]
        return last[0] if last and self.graded(last[0]) is None else None

    def forecast(self, take: TakeRecord) -> dict[Grade, datetime]:
        """Grade -> when the take's story would be due again."""
        card = story_card(take.story)
        log = [review for review in self.history.reviews() if review.card == card and review.take != take.id]
        return {
            grade: standings([*log, self._review_of(take, grade)], self.interview, self.zone)[card].due
            for grade in Grade
        }

    def grade_prompt(
        self, prompt_id: str, grade: Grade, mode: Mode, *, seconds: float | None = None, answer: str = ""
    ) -> Graded:
        """Grade a prompt of a drill; `seconds` is the time to the answer."""
        card = prompt_card(prompt_id, mode)
        return self._review(Review(card, self.now(), grade, seconds, mode=mode, answer=answer))

    def grade_probes(self, story_id: str, grade: Grade) -> Graded:
        """Grade how the follow-ups of a story were answered."""
        return self._review(Review(probes_card(story_id), self.now(), grade, mode=Mode.FOLLOW_UPS))

    def undo(self) -> Review | None:
        """Take back the last grade that was given here; None where there is none left."""
        if not self._given:
            return None
        review = self._given[-1]
        self.take_back(review)
        return review

    def take_back(self, review: Review) -> None:
        """Take back a grade, whenever it was given."""
        assert review.id is not None
        self.history.drop_review(review.id)
        self._given = [one for one in self._given if one.id != review.id]

    def _review_of(self, take: TakeRecord, grade: Grade) -> Review:
        return Review(story_card(take.story), self.now(), grade, take.total, take.id)

    def _review(self, review: Review) -> Graded:
        written = self.history.add_review(review)
        self._given.append(written)
        return Graded(written, self.standings()[review.card])

    # --- drills ---

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """The bank's interview questions."""
        return tuple(self._bank.store.prompts(self._bank.root))

    def candidates(self, principles: frozenset[str] = frozenset(), mode: Mode = Mode.RETRIEVE) -> list[DrillPrompt]:
        """The prompts with their standings and weak spots; only those of `principles` where any are given."""
        known, weak = self.standings(), self.weakness()
        return [
            DrillPrompt(prompt, known.get(prompt_card(prompt.id, mode)), weak.get(prompt.principle, 0.0))
            for prompt in self.prompts
            if not principles or prompt.principle in principles
        ]

    def drill(self, random: Random, principles: frozenset[str] = frozenset(), mode: Mode = Mode.RETRIEVE) -> Drill:
        """A session that draws every prompt at most once."""
        return Drill(self.candidates(principles, mode), random)

    def weakness(self) -> dict[str, float]:
        """Principle -> 0 to 1: how far the bank is from having enough stories for it; a flagged one counts half."""
        worth = {card.id: _FLAGGED_WORTH if card.id in self.flagged else 1.0 for card in self._bank.cards}
        sums = {
            p.name: sum(worth[card.id] for card in self._bank.cards if p.name in card.all_principles)
            for p in self._bank.principles
        }
        return {name: max(0.0, 1 - total / STORIES_A_PRINCIPLE) for name, total in sums.items()}

    # --- real interviews ---

    def told(self, story_id: str | None = None, company: str | None = None) -> list[Use]:
        """Tellings in real interviews, oldest first: of one story, at one company, or all."""
        return [
            use
            for use in self.history.uses()
            if (story_id is None or use.story == story_id) and (company is None or _same(use.company, company))
        ]

    def warning(self, story_id: str) -> str:
        """'told at Amazon in round 2 on 2026-11-03' where a company of storybank.toml knows the story, else ''."""
        return self.warnings().get(story_id, "")

    def warnings(self) -> dict[str, str]:
        """Story id -> its `warning`, for the stories that have one: the last telling counts."""
        companies = self._bank.config.interview.companies
        told = self.history.uses() if companies else []
        return {use.story: self._told(use) for use in told if any(_same(use.company, name) for name in companies)}

    def _told(self, use: Use) -> str:
        in_round = f" in round {use.round}" if use.round else ""
        return f"told at {use.company}{in_round} on {use.at.astimezone(self.zone):%Y-%m-%d}"

    def log_use(self, story_id: str, company: str, *, round_: str = "", prompt: str = "", result: str = "") -> Use:
        """Record that a story was told in a real interview.

        Raises:
            UsageError: there is no such story, or no company was named.
        """
        if not company.strip():
            raise UsageError("no company was named", hint="storybank use CO-1 --company Amazon --round 2")
        card = self._bank.card(story_id)
        return self.history.add_use(Use(card.id, company.strip(), self.now(), round_, prompt, result))

    # --- the picture ---

    def stats(self) -> Stats:
        """Practice so far, and what comes."""
        return stats(self.history.takes(), self.history.reviews(), self.stories(), self.today, self.zone)


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
