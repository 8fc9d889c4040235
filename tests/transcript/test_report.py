"""Fillers, hedges and sections of a telling."""

from __future__ import annotations

import pytest

from storybank.model import SectionName
from storybank.transcript import Chunk, Transcript, analyse
from storybank.transcript.speech import fillers, hedges
from tests.transcript.test_facts import STORY, TELLING


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Um, so, uh, we umm did er it.", {"um": 4}),
        ("You know, it was, you know what I did, you know the one.", {"you know": 1}),
        ("I mean, we did. What I mean is this. I mean it.", {"I mean": 2}),
        ("It was, like, hard, like um hard. I like it, people like that.", {"like": 2, "um": 1}),
        ("At the end of the day it worked, and stuff like that.", {"at the end of the day": 1, "or whatever": 1}),
        ("The umbrella term is a human error in thermal herbs.", {}),
    ],
)
def test_fillers(text: str, counts: dict[str, int]) -> None:
    assert {tic.name: tic.count for tic in fillers(text)} == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("I think it kind of worked, maybe.", {"I think": 1, "kind of": 1, "maybe": 1}),
        ("That kind of problem was sort of hard.", {"sort of": 1}),
        ("I'm not sure whether it held; a little bit.", {"not sure": 1, "a little bit": 1}),
    ],
)
def test_hedges(text: str, counts: dict[str, int]) -> None:
    assert {tic.name: tic.count for tic in hedges(text)} == counts


def test_sections_follow_the_story_with_and_without_times() -> None:
    sentences = TELLING.split(". ")
    spans = [(10.0 * n, 10.0 * n + 9) for n in range(len(sentences))]
    chunks = tuple(Chunk(text, *span) for text, span in zip(sentences, spans, strict=True))
    report = analyse(Transcript(chunks), STORY)
    assert {s.name: s.seconds for s in report.sections} == {"situation": 10, "task": 10, "action": 20, "result": 19}
    assert report.filler_count == 1
    assert report.words_a_minute == pytest.approx(report.words / 59 * 60)
    plain = analyse(Transcript((Chunk(TELLING),)), STORY)
    assert all(s.seconds is None for s in plain.sections)
    assert sum(s.words for s in plain.sections) == plain.words == report.words
    shares = {s.name: s.words / plain.words for s in plain.sections}
    assert shares[SectionName.RESULT] > shares[SectionName.TASK] > 0


def test_a_telling_of_something_else_breaks_nothing() -> None:
    report = analyse(Transcript((Chunk("well"),)), STORY)
    assert sum(s.words for s in report.sections) == 1
