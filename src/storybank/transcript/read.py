"""Transcript files: plain text, WebVTT, SubRip, and the JSON of speech recognisers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from storybank.errors import InputFileError
from storybank.text.files import read_text
from storybank.transcript.model import Chunk, Transcript
from storybank.transcript.recogniser import recognised

SUFFIXES = (".txt", ".vtt", ".srt", ".json")
_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_CUE = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}", re.MULTILINE)
_STAMP = re.compile(rf"^\s*[\[(]?{_TIME}[\])]?\s*[-–:]?\s+")
_SPEAKER = re.compile(r"^(?:[A-Z][\w.'’]*(?: [A-Z][\w.'’]*)?|(?i:speaker) \d+)\s*:\s+")
_TAG = re.compile(r"<[^>]*>")
_NOISE = re.compile(r"[\[(][^\])]{1,40}[\])]|♪")
"""'[music]', '(laughs)': said by nobody."""


def read_transcript(path: Path) -> Transcript:
    """The transcript in a file; its ending says the format, an unknown one is read as plain text.

    Raises:
        InputFileError: unreadable, no JSON of a recogniser, or without a word.
    """
    text = read_text(path)
    if path.suffix.lower() == ".json":
        chunks = _json(text, path)
    elif path.suffix.lower() in {".vtt", ".srt"} or _CUE.search(text):
        chunks = list(_cues(text))
    else:
        chunks = list(_plain(text))
    transcript = Transcript(tuple(chunk for chunk in chunks if any(c.isalnum() for c in chunk.text)))
    if not transcript.words:
        raise InputFileError("holds no spoken word", file=path, hint=f"Give a transcript: {', '.join(SUFFIXES)}")
    return transcript


def _json(text: str, path: Path) -> list[Chunk]:
    try:
        chunks = recognised(json.loads(text))
    except json.JSONDecodeError as error:
        raise InputFileError(f"not JSON: {error.msg}", file=path, line=error.lineno) from None
    if not chunks:
        raise InputFileError(
            "no recogniser's JSON that is known", file=path, hint="It needs 'text', or a list of words with times"
        )
    return chunks


def _cues(text: str) -> Iterator[Chunk]:
    for block in re.split(r"\n\s*\n", text):
        lines = block.strip().split("\n")
        place = next((n for n, line in enumerate(lines) if _CUE.match(line)), None)
        if place is None:
            continue  # the header, a note, a style
        found = _CUE.match(lines[place])
        assert found
        spoken = _spoken(" ".join(lines[place + 1 :]))
        yield Chunk(spoken, _seconds(*found.groups()[:4]), _seconds(*found.groups()[4:]))


def _plain(text: str) -> Iterator[Chunk]:
    stamped = [(line, _STAMP.match(line)) for line in text.split("\n") if line.strip()]
    starts = [_seconds(*found.groups()) if found else None for _, found in stamped]
    for number, (line, found) in enumerate(stamped):
        after = next((start for start in starts[number + 1 :] if start is not None), None)
        spoken = _spoken(line[found.end() :] if found else line)
        yield Chunk(spoken, starts[number], after if found else None)


def _spoken(text: str) -> str:
    plain = _NOISE.sub(" ", unescape(_TAG.sub("", text)))
    return " ".join(_SPEAKER.sub("", plain.strip()).split())


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction or 0}")
