"""Transcript files of every kind give the same words, with times where they have them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from storybank.errors import InputFileError
from storybank.transcript import read_transcript

VTT = """\
WEBVTT

NOTE made by hand

1
00:00:01.000 --> 00:00:03.500 align:start
<v Ada>The export failed.</v>

00:00:03.500 --> 00:01:01.000
I mended it [laughs] &amp; wrote a test.
"""
SRT = """\
1
00:00:01,000 --> 00:00:03,500
The export failed.

2
00:00:03,500 --> 00:01:01,000
<i>I mended it</i> & wrote a test.
"""
TXT = """\
[00:01] Ada: The export failed.
[00:03] Ada: I mended it & wrote a test.
"""
WORDS = ["The", "export", "failed.", "I", "mended", "it", "&", "wrote", "a", "test."]
SPOKEN = ["The", "export", "failed", "I", "mended", "it", "wrote", "a", "test"]


def timed(text: str, start: str, end: str, unit: float = 1.0) -> list[dict[str, object]]:
    return [{text: w, start: (1 + 6 * n) * unit, end: (7 + 6 * n) * unit} for n, w in enumerate(WORDS)]


WHISPER = {"text": "x", "segments": [
    {"id": 0, "start": 1.0, "end": 3.5, "text": " The export failed."},
    {"id": 1, "start": 3.5, "end": 61.0, "text": " I mended it & wrote a test."}]}  # fmt: skip
AMAZON = {"results": {"transcripts": [{"transcript": "x"}], "items": [
    {"start_time": str(n + 1.0), "end_time": str(n + 61.0 - 9), "type": "pronunciation",
     "alternatives": [{"content": w.strip(".")}]}
    for n, w in enumerate(WORDS)]}}  # fmt: skip
GOOGLE = {"results": [{"alternatives": [{"words": [
    {"word": w, "startTime": f"{1 + 6 * n}s", "endTime": f"{7 + 6 * n}s"} for n, w in enumerate(WORDS)
]}]}]}  # fmt: skip
DEEPGRAM = {"results": {"channels": [{"alternatives": [{"transcript": "x", "words": timed("word", "start", "end")}]}]}}
ASSEMBLY = {"text": "x", "words": timed("text", "start", "end", 1000)}
VOSK = {"result": timed("word", "start", "end"), "text": "x"}


@pytest.mark.parametrize(
    ("name", "content", "seconds"),
    [
        ("a.vtt", VTT, 60), ("a.srt", SRT, 60), ("a.txt", VTT, 60), ("a.txt", TXT, None),
        ("a.json", json.dumps(WHISPER), 60), ("a.json", json.dumps(AMAZON), 60), ("a.json", json.dumps(GOOGLE), 60),
        ("a.json", json.dumps(DEEPGRAM), 60), ("a.json", json.dumps(ASSEMBLY), 60), ("a.json", json.dumps(VOSK), 60),
    ],
)  # fmt: skip
def test_formats(name: str, content: str, seconds: float | None, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    transcript = read_transcript(path)
    assert [word.strip(".") for word in transcript.text.split() if word != "&"] == SPOKEN
    assert transcript.words == 9
    if seconds:
        assert transcript.seconds == pytest.approx(seconds)
        assert transcript.words_a_minute == pytest.approx(9)


def test_only_text_in_json_and_plain_text(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "I mended it."}')
    (tmp_path / "a.txt").write_text("I mended it.\n\nAnd then: peace.\n")
    assert read_transcript(tmp_path / "a.json").text == "I mended it."
    assert read_transcript(tmp_path / "a.txt").words == 6
    assert read_transcript(tmp_path / "a.txt").words_a_minute is None


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", "{", "a.json:1: not JSON"),
        ("a.json", "[1, 2]", "no recogniser's JSON that is known"),
        ("a.txt", "[music]\n", "holds no spoken word"),
        ("a.vtt", "WEBVTT\n\n", "holds no spoken word"),
    ],
)
def test_mistakes(name: str, content: str, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(InputFileError) as caught:
        read_transcript(tmp_path / name)
    assert message in str(caught.value)
