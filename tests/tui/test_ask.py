"""The page 'Ask'."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from textual import events
from textual.pilot import Pilot

from storybank.bank.matching import Matcher
from storybank.errors import StoreError
from storybank.tui.app import StorybankApp
from storybank.tui.messages import StoryChosen
from storybank.tui.messages.question_matched import QuestionMatched
from storybank.tui.screens.ask import AskPage
from storybank.tui.widgets.question_field import QuestionField
from storybank.tui.widgets.ranking import Ranking
from tests.tui.conftest import LARGE, SMALL, Golden, MakeApp
from tests.tui.drive import FixedMatcher, keep_still, shown, type_text, until

FAILED = "Tell me about a time you failed"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AskPage, "DELAY", 0.001)


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str | None]]:
    """The stories that the app was asked to rehearse."""
    told: list[tuple[str, str | None]] = []
    monkeypatch.setattr(AskPage, "post_message", _noting(AskPage.post_message, told))
    return told


def _noting(post: object, told: list[tuple[str, str | None]]) -> object:
    def note(page: AskPage, message: object) -> object:
        if isinstance(message, StoryChosen):
            told.append((message.story_id, message.prompt))
            return True
        return post(page, message)  # type: ignore[operator]

    return note


async def ask(app: StorybankApp, pilot: Pilot[None], question: str) -> AskPage:
    """Open the page and write a question."""
    app.action_page("ask")
    await until(pilot, lambda: isinstance(app.screen, AskPage) and app.screen.is_mounted)
    page = app.screen
    assert isinstance(page, AskPage)
    page.query_one(QuestionField).text = question
    await until(pilot, lambda: page.answer is not None and page.answer.question == page.question)
    return page


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_stories_with_reasons(ready_app: StorybankApp, size: tuple[int, int], golden: Golden) -> None:
    async with ready_app.run_test(size=size) as pilot:
        await ask(ready_app, pilot, FAILED)
        text = shown(ready_app)
        for words in ("Your bank answers this: very sure (90%)", "A verbal assurance", "learned from failure"):
            assert words in text
        assert "Are Right, A Lot · Ownership · Earn Trust" in text
        assert "79%  A project failed" in text
        assert "30%  Deliver Results" in text
        assert ("This was a year-long project." in text) is (size == LARGE)
        keep_still(ready_app)
        await pilot.pause()
        golden(ready_app)


async def test_arrows_choose_while_one_types_and_enter_rehearses(
    ready_app: StorybankApp, chosen: list[tuple[str, str | None]]
) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        page = await ask(ready_app, pilot, FAILED)
        assert page.query_one(QuestionField).has_focus
        await pilot.press("down", "down", "up")
        assert page.chosen
        assert page.chosen.card.id == "ET-2"
        assert "My own design mistake\nEarn Trust" in shown(ready_app)
        await pilot.press("enter")
        await pilot.press("escape", "down", "enter")
        await pilot.pause()
        assert chosen == [("ET-2", FAILED), ("HD-3", FAILED)]


async def test_typing_asks_clearing_forgets_and_escape_leaves(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await type_text(pilot, "failed 2")
        page = ready_app.screen
        assert isinstance(page, AskPage)
        await until(pilot, lambda: page.answer)
        assert page.question == "failed 2"
        await pilot.press("ctrl+l")
        assert page.question == ""
        assert "Any behavioural question" in shown(ready_app)
        await type_text(pilot, "fail")
        await until(pilot, lambda: page.answer)
        await pilot.press("escape")
        assert page.query_one(Ranking).has_focus
        await pilot.press("slash")
        assert page.query_one(QuestionField).has_focus
        await pilot.press("escape", "3")
        assert ready_app.current_mode == "drill"


async def test_a_pasted_mail_is_one_question(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        page = ready_app.screen
        assert isinstance(page, AskPage)
        page.query_one(QuestionField).post_message(
            events.Paste("Tell me about\n\n  a time\tyou [failed]" + " badly" * 300)
        )
        await until(pilot, lambda: page.answer)
        assert page.query_one(QuestionField).text.startswith("Tell me about a time you [failed] badly")
        assert "\n" not in page.query_one(QuestionField).text
        assert page.query_one(QuestionField).size.height <= 8


async def test_a_question_is_drawn(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        await pilot.press("2", "f2")
        page = ready_app.screen
        assert isinstance(page, AskPage)
        assert page.question in {prompt.text for prompt in ready_app.session.practice.prompts}
        await until(pilot, lambda: page.answer)


UNANSWERED = {
    "Tell me about a time you mourned a pet.": "Nothing in your bank answers this. Write a story",
    "What is your salary expectation?": "It asks no behavioural question",
    "Erzählen Sie mir von einer Situation, in der Sie gescheitert sind.": "The question is in German",
    "?!": "It has no word that asks for anything",
}


async def test_what_no_story_answers(make_app: MakeApp, shared_bank: Path) -> None:
    app = make_app(shared_bank)  # with the real model
    async with app.run_test(size=SMALL) as pilot:
        for question, words in UNANSWERED.items():
            page = await ask(app, pilot, question)
            assert words in shown(app)
            assert page.query_one("#found").display is words.startswith("Nothing")
            assert page.query_one(Ranking).border_title == "The nearest stories"


async def test_an_empty_bank(make_app: MakeApp, empty_bank: Path) -> None:
    app = make_app(empty_bank)
    async with app.run_test(size=SMALL) as pilot:
        page = await ask(app, pilot, FAILED)
        assert "Your bank is empty. Add stories: storybank import FILE" in shown(app)
        await pilot.press("enter", "down", "escape")
        assert page.chosen is None


async def test_a_story_told_before_is_warned_of_not_hidden(make_app: MakeApp, shared_bank: Path) -> None:
    (shared_bank / "storybank.toml").write_text('[interview]\ncompanies = ["Amazon"]\n')
    app = make_app(shared_bank)
    app.session._matcher = cast(Matcher, FixedMatcher(app.session.bank))
    app.session.practice.log_use("P-AR", "amazon", round_="2")
    async with app.run_test(size=LARGE) as pilot:
        await ask(app, pilot, FAILED)
        assert shown(app).count("! told at amazon in round 2 on 2026-11-02") == 2


async def test_a_late_answer_is_dropped(ready_app: StorybankApp) -> None:
    async with ready_app.run_test(size=SMALL) as pilot:
        page = await ask(ready_app, pilot, FAILED)
        assert page.answer
        page.post_message(QuestionMatched(0, replace(page.answer, matches=()), {}, {}))
        await pilot.pause()
        assert page.chosen


async def test_a_busy_store_is_told_in_words(ready_app: StorybankApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise StoreError("another storybank is writing", hint="Try again in a moment")

    monkeypatch.setattr(ready_app.session, "match", busy)
    async with ready_app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        await type_text(pilot, "fail")
        await until(pilot, lambda: "another storybank is writing. Try again" in shown(ready_app))
