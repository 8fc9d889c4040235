"""What a typed filter finds, and in which order stories are listed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from storybank.bank.filtering import chosen, parse_filter
from storybank.bank.library import Entry, Order, ordered
from storybank.check.model import Finding, Outcome
from storybank.model import Card
from storybank.principles import PrincipleSet
from storybank.rules.model import Severity

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def entry(
    story_id: str,
    title: str,
    principle: str,
    *,
    due: int | None = None,
    flags: tuple[Severity, ...] = (),
    words: int = 0,
) -> Entry:
    card = Card(story_id, title, f"stories/{story_id}.md", (principle,), level="L6", tags=("checkout",), words=words)
    found = tuple(Finding("no-baseline", severity, "", "", "") for severity in flags)
    return Entry(card, None if due is None else NOW + timedelta(days=due), None, Outcome(story_id, findings=found))


SHELF = [
    entry("CO-1", "Cart abandonment", "Customer Obsession", due=-3, words=300),
    entry("CO-10", "Parity on mobile", "Customer Obsession", due=5, flags=(Severity.INFO, Severity.INFO)),
    entry("OW-1", "My own mistake [sic]", "Ownership", flags=(Severity.ERROR,), words=150),
    entry("DD-2", "Deadlocks down to zero", "Dive Deep", due=0, flags=(Severity.WARNING,)),
]


def ids(typed: str, principles: PrincipleSet, found: Mapping[str, float] | None = None) -> list[str]:
    return [one.card.id for one in chosen(SHELF, parse_filter(typed, principles), found or {}, NOW)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["CO-1", "CO-10", "OW-1", "DD-2"]),
        ("principle:", ["CO-1", "CO-10", "OW-1", "DD-2"]),
        ("principle:own", ["OW-1"]),
        ("P:co", ["CO-1", "CO-10"]),
        ("p:dive", ["DD-2"]),
        ('principle:"dive deep"', ["DD-2"]),
        ("p:obsess", ["CO-1", "CO-10"]),
        ("p:custmer-obsession", ["CO-1", "CO-10"]),
        ("tag:check", ["CO-1", "CO-10", "OW-1", "DD-2"]),
        ("tag:other", []),
        ("level:l6 tag:c p:own", ["OW-1"]),
        ("level:L7", []),
        ("due:", ["CO-1", "OW-1", "DD-2"]),
        ("due:new", ["OW-1"]),
        ("due:week", ["CO-1", "CO-10", "OW-1", "DD-2"]),
        ("due:2", ["CO-1", "OW-1", "DD-2"]),
        ("flag:", ["CO-10", "OW-1", "DD-2"]),
        ("flag:error", ["OW-1"]),
        ("flag:none", ["CO-1"]),
        ("flag:no-base", ["CO-10", "OW-1", "DD-2"]),
    ],
)
def test_conditions(typed: str, expected: list[str], principles: PrincipleSet) -> None:
    assert ids(typed, principles) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("co1", ["CO-1", "CO-10"]),
        ("CO-10", ["CO-10"]),
        ("cart", ["CO-1"]),
        ("cart abndon", ["CO-1"]),
        ("down zero", ["DD-2"]),
        ("[sic]", ["OW-1"]),
        ("qqqq", []),
    ],
)
def test_ids_and_titles_are_found_by_their_beginnings_and_with_typos(
    typed: str, expected: list[str], principles: PrincipleSet
) -> None:
    assert ids(typed, principles) == expected


def test_what_the_text_has_follows_what_the_title_has(principles: PrincipleSet) -> None:
    assert ids("cart", principles, {"DD-2": 9.0, "OW-1": 3.0, "GONE": 1.0}) == ["CO-1", "DD-2", "OW-1"]
    assert ids("cart p:dive", principles, {"DD-2": 9.0, "OW-1": 3.0}) == ["DD-2"]


@pytest.mark.parametrize("typed", ["p:xyzzy", "due:someday"])
def test_what_means_nothing_is_said_and_filters_nothing(typed: str, principles: PrincipleSet) -> None:
    wanted = parse_filter(typed, principles)
    assert wanted.is_empty
    assert typed.split(":")[1] in wanted.problems[0]


def test_a_colon_in_a_word_is_a_word(principles: PrincipleSet) -> None:
    assert parse_filter("re:invent 10:30 http://x", principles).words == "re:invent 10:30 http://x"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.ID, ["CO-1", "CO-10", "DD-2", "OW-1"]),
        (Order.DUE, ["CO-1", "DD-2", "OW-1", "CO-10"]),
        (Order.TITLE, ["CO-1", "DD-2", "OW-1", "CO-10"]),
        (Order.PRINCIPLES, ["CO-1", "CO-10", "OW-1", "DD-2"]),
        (Order.LENGTH, ["CO-1", "OW-1", "CO-10", "DD-2"]),
        (Order.FLAGS, ["OW-1", "DD-2", "CO-10", "CO-1"]),
        (Order.LAST, ["CO-1", "CO-10", "DD-2", "OW-1"]),
    ],
)
def test_orders(order: Order, expected: list[str], principles: PrincipleSet) -> None:
    places = {principle.name: place for place, principle in enumerate(principles)}
    assert [one.card.id for one in ordered(SHELF, order, NOW, places)] == expected


def test_two_minutes_are_three_hundred_words() -> None:
    assert SHELF[0].seconds == 120
