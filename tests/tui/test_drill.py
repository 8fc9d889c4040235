"""The page 'Drill' and the screens of its modes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from storybank.bank.drill_session import Plan
from storybank.errors import StoreError
from storybank.model import Grade, Mode, Review
from storybank.tui.app import StorybankApp
from storybank.tui.messages import DrillChosen
from storybank.tui.screens.answer import AnswerScreen
from storybank.tui.screens.choose_principle import ChoosePrinciple
from storybank.tui.screens.drill import DrillPage
from storybank.tui.screens.drill_question import DrillQuestion, Phase
from storybank.tui.screens.drill_summary import DrillSummaryScreen
from storybank.tui.screens.follow_ups import FollowUpsScreen
from storybank.tui.screens.guess import GuessScreen
from storybank.tui.screens.rehearse import RehearseScreen
from storybank.tui.screens.retrieve import RetrieveScreen
from tests.tui.conftest import LARGE, SMALL, FakeTime, Golden, MakeApp
from tests.tui.drive import keep_still, shown, type_text, until

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])


async def begin(app: StorybankApp, pilot: Pilot[None], plan: Plan, seed: int = 1) -> None:
    """Begin a drill as the command line does."""
    app.post_message(DrillChosen(plan, seed))
    await until(pilot, lambda: isinstance(app.screen, DrillQuestion | FollowUpsScreen) and app.screen.is_running)


def reviews(app: StorybankApp) -> list[Review]:
    return app.session.practice.history.reviews()


def question(app: StorybankApp) -> DrillQuestion:
    assert isinstance(app.screen, DrillQuestion)
    return app.screen


async def name(app: StorybankApp, pilot: Pilot[None], story: str) -> None:
    """Name a story, and wait for the verdict."""
    question(app).query_one(Input).value = story
    await pilot.press("enter")
    await until(pilot, lambda: question(app).phase is Phase.ANSWERED)


def best(app: StorybankApp) -> str:
    """The story that the matcher would tell."""
    told = question(app).drill.told
    answer = app.session.match(question(app).turn.prompt.text, 3 + len(told))
    return next(match.card.id for match in answer.matches if match.card.id not in told)


# --- the page ---


@SIZES
async def test_the_page(ready_app: StorybankApp, size: tuple[int, int], golden: Golden) -> None:
    async with ready_app.run_test(size=size) as pilot:
        await pilot.press("3")
        await pilot.pause()
        text = shown(ready_app)
        for words in ("Retrieve\nten seconds to name the story", "Mock loop", "257 questions · 0 asked", "Questions"):
            assert words in text
        assert ("Customer Obsession" in text) is (size == LARGE)
        golden(ready_app)


async def test_what_is_set_is_what_begins(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "down", "plus", "plus", "minus", "p")
        await until(pilot, lambda: isinstance(ready_app.screen, ChoosePrinciple))
        await type_text(pilot, "dive")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(ready_app.screen, DrillPage))
        assert "Principle     Dive Deep" in shown(ready_app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(ready_app.screen, GuessScreen))
        turns = question(ready_app).drill.turns
        assert len(turns) == 6
        assert {turn.prompt.principle for turn in turns} == {"Dive Deep"}
        await pilot.press("escape")
        assert isinstance(ready_app.screen, DrillPage)
        await pilot.press("p", "escape")
        assert "Principle     Dive Deep" in shown(ready_app)
        await pilot.press("down", "down")
        assert "all that the story invites" in shown(ready_app)


async def test_an_empty_bank_and_no_questions_are_told(make_app: MakeApp, empty_bank: Path) -> None:
    app = make_app(empty_bank)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "enter")
        await until(pilot, lambda: len(app._notifications))
        assert "your bank is empty. Add stories first" in next(iter(app._notifications)).message
        assert isinstance(app.screen, DrillPage)


async def test_from_the_command_line_without_a_plan_the_page_opens(make_app: MakeApp, shared_bank: Path) -> None:
    app = make_app(shared_bank, DrillChosen())
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: isinstance(app.screen, DrillPage))


# --- retrieve ---


@SIZES
async def test_retrieve(ready_app: StorybankApp, time: FakeTime, size: tuple[int, int], golden: Golden) -> None:
    async with ready_app.run_test(size=size) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.RETRIEVE, 2))
        assert isinstance(ready_app.screen, RetrieveScreen)
        time.sleep(2.5)
        question(ready_app).tick()
        assert "2.5 s  under 3 s" in shown(ready_app)
        story = best(ready_app)
        await name(ready_app, pilot, story)
        text = shown(ready_app)
        assert f"✓ Right  {story}" in text
        assert "2.5 s, under 3 s" in text
        assert "The matcher would tell" in text
        assert "← yours" in text
        assert "● 4 Easy" in text
        (review,) = reviews(ready_app)
        assert (review.grade, review.seconds, review.answer) == (Grade.EASY, 2.5, story)
        golden(ready_app)


async def test_grades_are_changed_and_taken_back(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.RETRIEVE, 2))
        await name(ready_app, pilot, best(ready_app))
        for key, grade in (("1", Grade.AGAIN), ("2", Grade.HARD), ("3", Grade.GOOD), ("4", Grade.EASY)):
            await pilot.press(key)
            assert [review.grade for review in reviews(ready_app)] == [grade]
        await pilot.click("#grade-2")
        await pilot.pause()
        assert [review.grade for review in reviews(ready_app)] == [Grade.HARD]
        await pilot.press("u")
        assert reviews(ready_app) == []
        assert "not graded" in shown(ready_app)
        await pilot.press("3", "enter")
        assert question(ready_app).phase is Phase.ASKING
        assert question(ready_app).query_one(Input).has_focus
        assert "question 2 of 2" in shown(ready_app)


async def test_a_digit_chooses_from_the_list_unless_an_id_goes_on_with_it(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.RETRIEVE))
        screen = question(ready_app)
        await type_text(pilot, "co-1")
        assert screen.query_one(Input).value == "co-1"
        await pilot.press(*["backspace"] * 4)
        await type_text(pilot, "the ")
        entries = [str(option.prompt) for option in screen.query_one(OptionList).options]
        assert len(entries) > 1
        await pilot.press("2")
        await until(pilot, lambda: screen.phase is Phase.ANSWERED)
        assert screen.drill.answered[0].answer == entries[1].split()[1]


async def test_arrows_and_clicks_choose(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.RETRIEVE))
        screen = question(ready_app)
        await type_text(pilot, "the")
        await pilot.press("down", "down", "up")
        entries = [str(option.prompt).split()[1] for option in screen.query_one(OptionList).options]
        await pilot.press("enter")
        await until(pilot, lambda: screen.phase is Phase.ANSWERED)
        await pilot.press("enter")
        await type_text(pilot, "the")
        await pilot.click(OptionList, offset=(8, 2))
        await until(pilot, lambda: screen.phase is Phase.ANSWERED)
        assert [one.answer for one in screen.drill.answered] == [entries[1], entries[2]]


async def test_too_late_and_nothing_named_are_wrong(ready_app: StorybankApp, time: FakeTime) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.RETRIEVE, 2))
        time.sleep(10.5)
        question(ready_app).tick()
        assert "time is up: too late" in shown(ready_app)
        await name(ready_app, pilot, best(ready_app))
        assert "10.5 s, too late" in shown(ready_app)
        await pilot.press("enter")
        await name(ready_app, pilot, "")
        assert "no story was named" in shown(ready_app)
        assert [review.grade for review in reviews(ready_app)] == [Grade.AGAIN, Grade.AGAIN]
        assert [review.seconds for review in reviews(ready_app)] == [10.5, None]


async def test_t_tells_the_story_with_the_question(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.RETRIEVE))
        story, asked = best(ready_app), question(ready_app).turn.prompt.text
        await pilot.press("t")
        assert question(ready_app).query_one(Input).value == "t"
        await name(ready_app, pilot, story)
        await pilot.press("t")
        await until(pilot, lambda: isinstance(ready_app.screen, RehearseScreen))
        assert isinstance(ready_app.screen, RehearseScreen)
        assert (ready_app.screen.chosen.story_id, ready_app.screen.chosen.prompt) == (story, asked)


async def test_a_busy_store_loses_no_answer(ready_app: StorybankApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise StoreError("another storybank is writing", hint="Try again in a moment")

    async with ready_app.run_test(size=SMALL) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.RETRIEVE, 1))
        with monkeypatch.context() as patch:
            patch.setattr("storybank.store.history.History.add_review", busy)
            await name(ready_app, pilot, best(ready_app))
            await pilot.press("enter")
            assert "not graded" in shown(ready_app)
            assert {"another storybank is writing" in n.message for n in ready_app._notifications} == {True}
        await pilot.press("enter")
        assert "● 4 Easy" in shown(ready_app)
        assert len(reviews(ready_app)) == 1


# --- the summary ---


@SIZES
async def test_the_summary(ready_app: StorybankApp, time: FakeTime, size: tuple[int, int], golden: Golden) -> None:
    async with ready_app.run_test(size=size) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.RETRIEVE, 2))
        time.sleep(2)
        await name(ready_app, pilot, best(ready_app))
        await pilot.press("space")
        time.sleep(8)
        await name(ready_app, pilot, "")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(ready_app.screen, DrillSummaryScreen))
        text = shown(ready_app)
        for words in ("1 of 2\nright", "2.0 s\nmedian", "2 of 2 answered", "no answer · Again", "better: "):
            assert words in text
        await pilot.pause()
        golden(ready_app)
        if size == LARGE:
            return  # the rest is the same at every size
        await pilot.press("u")
        assert len(reviews(ready_app)) == 1
        assert "no answer · not graded" in shown(ready_app)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(ready_app.screen, RetrieveScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(ready_app.screen, DrillPage))
        assert "257 questions · 1 asked" in shown(ready_app)


# --- guess ---


@SIZES
async def test_guess(ready_app: StorybankApp, time: FakeTime, size: tuple[int, int], golden: Golden) -> None:
    async with ready_app.run_test(size=size) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.GUESS, 2, "Dive Deep"))
        assert "CO   Customer Obsession" in shown(ready_app)
        keep_still(ready_app)
        await pilot.pause()
        golden(ready_app)
        if size == LARGE:
            return  # the rest is the same at every size
        time.sleep(4)
        await type_text(pilot, "dd")
        await pilot.press("enter")
        assert "✓ Right   4.0 s" in shown(ready_app)
        await pilot.press("enter")
        await type_text(pilot, "frug")
        await pilot.press("enter")
        text = shown(ready_app)
        assert "It probes  Dive Deep" in text
        assert "You said  Frugality" in text
        assert [(r.mode, r.grade, r.answer) for r in reviews(ready_app)] == [
            (Mode.GUESS, Grade.GOOD, "Dive Deep"),
            (Mode.GUESS, Grade.AGAIN, "Frugality"),
        ]
        await pilot.press("t", "enter")
        await until(pilot, lambda: isinstance(ready_app.screen, DrillSummaryScreen))


# --- answer ---


async def test_answer_goes_to_rehearse_and_takes_its_grade(ready_app: StorybankApp) -> None:
    practice = ready_app.session.practice
    async with ready_app.run_test(size=SMALL) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.ANSWER, 2))
        screen = question(ready_app)
        assert isinstance(screen, AnswerScreen)
        await until(pilot, lambda: screen.query_one(OptionList).option_count == 3)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(ready_app.screen, RehearseScreen))
        rehearsing = ready_app.screen
        assert isinstance(rehearsing, RehearseScreen)
        ready_app.pop_screen()
        await pilot.pause()
        assert screen.phase is Phase.ASKING  # nothing was told
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(ready_app.screen, RehearseScreen))
        story = rehearsing.chosen.story_id
        take = practice.begin(story, practice.pace(), prompt=rehearsing.chosen.prompt)
        take.start()
        take.finish()
        practice.grade_take(take.record, Grade.HARD)
        ready_app.pop_screen()
        await until(pilot, lambda: screen.phase is Phase.ANSWERED)
        assert f"✓ {story}  told in 0:00 of 3:00" in shown(ready_app)
        assert "● 2 Hard" in shown(ready_app)
        await pilot.press("enter", "ctrl+n")
        await until(pilot, lambda: isinstance(ready_app.screen, DrillSummaryScreen))
        assert [(r.mode, r.grade) for r in reviews(ready_app)] == [(Mode.TAKE, Grade.HARD), (Mode.ANSWER, Grade.HARD)]


async def test_a_story_that_nobody_knows_is_not_told(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.ANSWER))
        await type_text(pilot, "zzzz")
        await pilot.press("enter")
        assert "! No story is like 'zzzz'." in shown(ready_app)


# --- follow-ups ---


@SIZES
async def test_follow_ups(ready_app: StorybankApp, size: tuple[int, int], golden: Golden) -> None:
    async with ready_app.run_test(size=size) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.FOLLOW_UPS))
        await type_text(pilot, "co-1")
        await pilot.press("enter", "y", "n", "space")
        screen = ready_app.screen
        assert isinstance(screen, FollowUpsScreen)
        assert screen.marks == [True, False, True]
        await pilot.press("backspace", "n")
        assert screen.marks == [True, False, False]
        await pilot.pause()
        golden(ready_app)
        if size == LARGE:
            return  # the rest is the same at every size
        await pilot.press(*["y"] * (len(screen.probes) - 3))
        assert "● 3 Good" in shown(ready_app)
        assert [(r.card, r.grade) for r in reviews(ready_app)] == [("probes:CO-1", Grade.GOOD)]
        await pilot.press("2")
        assert [r.grade for r in reviews(ready_app)] == [Grade.HARD]
        await pilot.press("u")
        assert reviews(ready_app) == []
        await pilot.press("1", "backspace")
        assert reviews(ready_app) == []
        await pilot.press("y", "enter")
        assert isinstance(ready_app.screen, DrillPage)


# --- the mock loop ---


@SIZES
async def test_a_mock_loop(ready_app: StorybankApp, time: FakeTime, size: tuple[int, int], golden: Golden) -> None:
    async with ready_app.run_test(size=size) as pilot:
        await begin(ready_app, pilot, Plan.of(Mode.MOCK, 2))
        assert "interviewer 1, question 1 of 4" in shown(ready_app)
        first = best(ready_app)
        await name(ready_app, pilot, first)
        await pilot.press("enter")
        question(ready_app).query_one(Input).value = first.lower()
        await pilot.press("enter")
        assert f"! {first} was told to interviewer 1 already. Another one?" in shown(ready_app)
        assert question(ready_app).phase is Phase.ASKING
        second = best(ready_app)
        assert second != first
        await name(ready_app, pilot, second)
        await pilot.press("enter")
        assert question(ready_app).phase is Phase.BREAK
        time.sleep(75)
        question(ready_app).tick()
        text = shown(ready_app)
        for words in ("Interviewer 1 leaves.", "1:15", "Enter: interviewer 2 comes in."):
            assert words in text
        await pilot.pause()
        golden(ready_app)
        if size == LARGE:
            return  # the rest is the same at every size
        await pilot.press("enter")
        assert question(ready_app).seconds == 0
        await name(ready_app, pilot, best(ready_app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(ready_app.screen, DrillSummaryScreen))
        text = shown(ready_app)
        assert text.index("Interviewer 1") < text.index("Interviewer 2")
        assert f"Stories told: {first}, {second}, " in text
        assert [r.mode for r in reviews(ready_app)] == [Mode.MOCK] * 3
