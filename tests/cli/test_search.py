"""Search finds a story by any of its distinctive words, also with one wrong letter, and never chokes on a query."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybank.bank.bank import Bank, open_bank
from storybank.text.words import stop_words
from tests.conftest import REPOSITORY, RunCli, add_story

_WORD = re.compile(r"[a-z]{5,}")


@pytest.fixture(scope="module")
def bank() -> Bank:
    return open_bank(cwd=Path("/"), env={})


def distinctive() -> list[tuple[str, str]]:
    """(id, word) of words that stand in one story of the sample bank only."""
    texts = {
        p: set(_WORD.findall(p.read_text(encoding="utf-8").lower())) for p in (REPOSITORY / "stories").rglob("*.md")
    }
    counts = Counter(word for words in texts.values() for word in words)
    found = []
    for path, words in sorted(texts.items()):
        story = re.search(r"^id: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert story
        rare = sorted(w for w in words if counts[w] == 1 and w not in stop_words())
        found += [(story[1], word) for word in rare[::9]]
    return found


def test_any_distinctive_word(bank: Bank) -> None:
    for story, word in distinctive():
        assert story in [hit.card.id for hit in bank.search(word)], word


def test_any_distinctive_word_with_one_wrong_letter(bank: Bank) -> None:
    missed = []
    pairs = distinctive()[::3]
    for story, word in pairs:
        wrong = f"{word[:2]}{'q' if word[2] != 'q' else 'z'}{word[3:]}"
        if story not in [hit.card.id for hit in bank.search(wrong)]:
            missed.append((story, word, wrong))
    assert missed == []


@given(st.text(max_size=60))
def test_any_query_is_words_not_operators(query: str) -> None:
    bank = open_bank(cwd=Path("/"), env={})
    assert all(hit.score > 0 for hit in bank.search(query))


@pytest.mark.parametrize(
    "query",
    ['C++ "x', "AND", "OR NOT", "don't", "NEAR(a b)", "title:cart", "*", "", "^cart", "{", "(", "-cart", "a" * 5000],
)
def test_operators_are_no_error(query: str, bank: Bank) -> None:
    bank.search(query)


def test_diacritics_and_stems(empty_bank: Path) -> None:
    add_story(empty_bank, "CO-1", title="Migrating the café's databases")
    opened = open_bank(empty_bank)
    for query in ("cafe", "CAFÉ", "database", "migrated", "migrat", "co-1"):
        assert [h.card.id for h in opened.search(query)] == ["CO-1"], query


def test_the_command(run: RunCli) -> None:
    ran = run("search", "abandonmant", "--json")
    assert json.loads(ran.out)["stories"][0]["id"] == "CO-1"
    assert "'abandonmant' is in no story; searched for abandonment" in ran.err
    nothing = run("search", "xylophone", "quark")
    assert nothing.code == 1
    assert nothing.out == ""
    assert "storybank match" in nothing.err
    assert run("search").code == 2
