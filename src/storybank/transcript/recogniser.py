"""The JSON of speech recognisers. They agree on a list of words or segments with times, and on little else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from storybank.transcript.model import Chunk

_TEXTS = ("punctuated_word", "word", "text", "content", "transcript", "value")
_STARTS = ("start", "start_time", "startTime", "ts", "offset", "from")
_ENDS = ("end", "end_time", "endTime", "end_ts", "to")
_MILLISECONDS_A_WORD = 20.0
"""Mean length of a word above which times cannot be seconds."""


def recognised(data: Any) -> list[Chunk]:
    """The chunks of a recogniser's answer, with times where it gives them; empty where nothing is found."""
    best = max(_timed_lists(data), key=len, default=None)
    if best:
        return _in_seconds(best)
    texts = list(_texts(data))
    return [Chunk(max(texts, key=len))] if texts else []


def _timed_lists(data: Any) -> Iterator[list[Chunk]]:
    """Every list in `data` whose entries carry text and times."""
    if isinstance(data, Mapping):
        for value in data.values():
            yield from _timed_lists(value)
    elif isinstance(data, Sequence) and not isinstance(data, str):
        timed = [chunk for entry in data if isinstance(entry, Mapping) and (chunk := _chunk(entry))]
        if any(chunk.start is not None for chunk in timed):
            yield _with_punctuation(timed)
        for entry in data:
            yield from _timed_lists(entry)


def _chunk(entry: Mapping[str, Any]) -> Chunk | None:
    text = _first(entry, _TEXTS)
    if not isinstance(text, str):
        choices = entry.get("alternatives")
        inner = choices[0] if isinstance(choices, list) and choices else None
        text = _first(inner, _TEXTS) if isinstance(inner, Mapping) else None
    if not isinstance(text, str) or not text.strip():
        return None
    return Chunk(text.strip(), _number(_first(entry, _STARTS)), _number(_first(entry, _ENDS)))


def _with_punctuation(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Chunks in which a punctuation mark without a time is joined to the word before it."""
    joined: list[Chunk] = []
    for chunk in chunks:
        if joined and chunk.start is None and not any(c.isalnum() for c in chunk.text):
            joined[-1] = Chunk(joined[-1].text + chunk.text, joined[-1].start, joined[-1].end)
        else:
            joined.append(chunk)
    return joined


def _in_seconds(chunks: Sequence[Chunk]) -> list[Chunk]:
    last = max((chunk.end or chunk.start or 0.0 for chunk in chunks), default=0.0)
    words = sum(len(chunk.text.split()) for chunk in chunks) or 1
    unit = 1000 if last / words > _MILLISECONDS_A_WORD else 1
    return [
        Chunk(c.text, None if c.start is None else c.start / unit, None if c.end is None else c.end / unit)
        for c in chunks
    ]


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        for key, value in data.items():
            if isinstance(value, str):
                if key in _TEXTS and value.strip():
                    yield value.strip()
            else:
                yield from _texts(value)
    elif isinstance(data, list):
        for entry in data:
            yield from _texts(entry)


def _first(entry: Mapping[str, Any], keys: Sequence[str]) -> Any:
    return next((entry[key] for key in keys if key in entry), None)


def _number(value: Any) -> float | None:
    try:
        return float(value.rstrip("s") if isinstance(value, str) else value)
    except (TypeError, ValueError):
        return None
