"""What holds for every text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storybank.metrics import Kind, changes, figures
from storybank.metrics.fractions import STARTS
from storybank.metrics.numerals import PARTS, SPELLED

BEFORE = st.sampled_from(
    [
        "I told the board that it came to ",
        "After the move the bill was ",
        "Nobody had noticed that we were losing ",
        "We ended up with ",
        "In the spring, the clinic reported ",
    ]
)
AFTER = st.sampled_from([", which surprised her.", " and nobody argued.", " in the end.", "."])
CENTS = st.integers(min_value=1, max_value=99_999_999)


def only(text: str) -> tuple[Kind, float, str]:
    [figure] = figures(text)
    return figure.kind, figure.value, figure.unit


@given(BEFORE, CENTS, AFTER, st.sampled_from([("$", "USD"), ("€", "EUR"), ("£", "GBP")]))
def test_money_is_found_with_its_value(before: str, cents: int, after: str, currency: tuple[str, str]) -> None:
    sign, code = currency
    assert only(f"{before}{sign}{cents / 100:,.2f}{after}") == (Kind.MONEY, cents / 100, code)


@given(BEFORE, st.integers(1, 999), AFTER, st.sampled_from([("K", 1e3), ("M", 1e6), ("B", 1e9), (" million", 1e6)]))
def test_scaled_money_is_found_with_its_value(before: str, tenths: int, after: str, scale: tuple[str, float]) -> None:
    kind, value, unit = only(f"{before}${tenths / 10:g}{scale[0]}{after}")
    assert (kind, unit) == (Kind.MONEY, "USD")
    assert value == pytest.approx(tenths / 10 * scale[1])


@given(BEFORE, st.integers(0, 10_000), AFTER, st.sampled_from(["%", " %", " percent", " per cent"]))
def test_a_percentage_is_found_with_its_value(before: str, hundredths: int, after: str, sign: str) -> None:
    assert only(f"{before}{hundredths / 100:g}{sign}{after}") == (Kind.PERCENT, hundredths / 100, "%")


@given(
    BEFORE,
    st.integers(2, 900),
    AFTER,
    st.sampled_from([(" minutes", "minute"), (" hours", "hour"), (" weeks", "week"), ("ms", "millisecond")]),
)
def test_a_duration_is_found_with_its_value(before: str, number: int, after: str, unit: tuple[str, str]) -> None:
    assert only(f"{before}{number}{unit[0]}{after}") == (Kind.DURATION, number, unit[1])


@given(
    BEFORE, st.integers(2, 9_999_999), AFTER, st.sampled_from([(" tickets", "ticket"), (" open invoices", "invoice")])
)
def test_a_count_is_found_with_its_value(before: str, number: int, after: str, noun: tuple[str, str]) -> None:
    assert only(f"{before}{number:,}{noun[0]}{after}") == (Kind.COUNT, number, noun[1])


WORDS = st.text(st.characters(categories=["L", "P", "Zs"]), max_size=12)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_there_is_no_figure_without_digits_or_number_words(text: str) -> None:
    lowered = text.casefold()
    if not any(word in lowered for word in SPELLED | STARTS | set(PARTS)) and not any(c.isnumeric() for c in text):
        assert figures(text) == []


PIECES = st.sampled_from(
    [
        "from",
        "to",
        "by",
        "4",
        "12",
        "3.5",
        "1,200",
        "$",
        "€",
        "%",
        "x",
        "-",
        "–",
        "/",
        ".",
        ",",
        "(",
        ")",
        "half",
        "a",
        "third",
        "of",
        "hours",
        "minutes",
        "engineers",
        "two",
        "hundred",
        "million\n",
        "",
        "",
        "",
        "and",
        "in",
        "one",
        "out",
        "per",
        "day",
        "K",
        "M",
        "was",
        "reduced",
        "up",
        "down",
        "→",
        "about",
        "2019",
        "step",
        "5-why",
        "p99",
        ":",
        "\n",
        "\n\n",
        "**",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES).map("".join)))
@example("½½ 3½ $ $5 5$ $$ --5 4/5/6 1.2.3.4 3–2–1 one in a million of half a")
def test_spans_match_the_text_in_order_and_nothing_raises(text: str) -> None:
    found = figures(text)
    for figure in found:
        assert text[figure.start : figure.end] == figure.text
        assert figure.text.strip() == figure.text != ""
        assert figure.value == figure.value
        assert figure.upper is None or figure.upper > figure.value
    assert all(first.end <= second.start for first, second in pairwise(found))
    known = set(found)
    assert all(change.before in known and change.after in known for change in changes(text))


def test_a_long_text_gives_what_its_paragraphs_give() -> None:
    paragraph = "We cut the wait from 9 minutes to 4 and saved $2.3M.\n\n"
    alone = [(figure.kind, figure.value, figure.unit) for figure in figures(paragraph)]
    found = figures(paragraph * 500)
    assert [(figure.kind, figure.value, figure.unit) for figure in found] == alone * 500
    assert len(changes(paragraph * 500)) == 500


@pytest.mark.parametrize(
    "unit", ["1 ", "1-2-3-", "five ", "$", "a", "half a ", "from 3 to 5 ", "one thousand ", "1a2b", "- ", "\n1. x"]
)
def test_time_grows_with_the_length_of_the_text_only(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        figures(text)
        return time.process_time() - start

    small = min(seconds(20_000) for _ in range(3))
    assert seconds(200_000) < 30 * small + 0.1
