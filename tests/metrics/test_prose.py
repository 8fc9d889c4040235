"""The grammar on sentences of prose, each with the figures that a careful reader finds in it (prose.txt)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from storybank.metrics import Figure, figures

PROSE = Path(__file__).with_name("prose.txt")


class Expected(NamedTuple):
    words: str
    kind: str
    value: float
    notes: tuple[str, ...]


def sentences() -> list[tuple[str, list[Expected]]]:
    found = []
    for line in PROSE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        sentence, _, told = line.partition(" => ")
        found.append((sentence, [expected(part) for part in told.split(";") if part.strip()]))
    return found


def expected(part: str) -> Expected:
    words, _, rest = part.strip().partition(" | ")
    kind, value, *notes = rest.split()
    return Expected(words, kind, float(value), tuple(notes))


def notes_of(figure: Figure) -> set[str]:
    return {
        f"..{figure.upper:.12g}" if figure.upper is not None else "",
        f"/{figure.scale:g}" if figure.scale is not None else "",
        str(figure.direction),
        "result" if figure.is_result else "context",
        "about" if figure.approximate else "exact",
        f"unit={figure.unit}",
    }


@pytest.mark.parametrize(("sentence", "told"), sentences(), ids=lambda value: str(value)[:60])
def test_a_sentence_gives_its_figures_and_no_others(sentence: str, told: list[Expected]) -> None:
    found = figures(sentence)
    assert [figure.start for figure in found] == starts(sentence, told)
    for figure, want in zip(found, told, strict=True):
        assert figure.kind == want.kind
        assert figure.value == pytest.approx(want.value, rel=0.002)
        assert set(want.notes) <= notes_of(figure)


def starts(sentence: str, told: list[Expected]) -> list[int]:
    places, position = [], 0
    for want in told:
        position = sentence.index(want.words, position)
        places.append(position)
        position += 1
    return places


def test_the_collection_is_large_and_has_traps() -> None:
    every = sentences()
    assert len(every) >= 250
    assert sum(not told for _, told in every) >= 80
