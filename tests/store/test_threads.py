"""Workers of the app use one store at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storybank.model import Grade, Review
from storybank.store import Store

THREADS, ROUNDS = 8, 5


@pytest.mark.parametrize("in_memory", [True, False])
def test_threads_share_a_store(in_memory: bool, tmp_path: Path) -> None:
    store = Store.open(None if in_memory else tmp_path / "bank.db", "any")

    def work(thread: int) -> None:
        for number in range(ROUNDS):
            store.history.add_review(Review(f"story:{thread}-{number}", datetime.now(UTC), Grade.GOOD))
            assert store.history.reviews()
            assert store.cards() == []

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(work, range(THREADS)))
    assert len(store.history.reviews()) == THREADS * ROUNDS
    store.close()
