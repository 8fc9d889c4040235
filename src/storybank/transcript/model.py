"""A transcript, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass

from storybank.text.words import count_words


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words that were spoken together."""

    text: str
    start: float | None = None
    """Seconds from the beginning of the recording; None where the file gives no time."""
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said, in order."""

    chunks: tuple[Chunk, ...]

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(chunk.text for chunk in self.chunks)

    @property
    def words(self) -> int:
        """How many words."""
        return count_words(self.text)

    @property
    def seconds(self) -> float | None:
        """From the first word to the last; None where the file gives no times."""
        starts = [chunk.start for chunk in self.chunks if chunk.start is not None]
        ends = [chunk.end for chunk in self.chunks if chunk.end is not None]
        return max(ends) - min(starts) if starts and ends and max(ends) > min(starts) else None

    @property
    def words_a_minute(self) -> float | None:
        """Words a minute, pauses included; None where the file gives no times."""
        seconds = self.seconds
        return None if seconds is None else self.words / seconds * 60
