"""The time to name a story, running out."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from storybank.schedule import RETRIEVAL_SECONDS, Latency, latency
from storybank.tui.widgets.bars import meter

SPEEDS = {
    Latency.FAST: ("under 3 s", "$success"),
    Latency.FAIR: ("3 to 7 s", "$warning"),
    Latency.SLOW: ("over 7 s", "$error"),
}
"""How fast an answer is, in words and in colour."""


class AnswerClock(Static):
    """A bar that shrinks, the seconds that passed, and what an answer would be worth now."""

    DEFAULT_CSS = """
    AnswerClock { height: 1; padding: 0 2; }
    """
    seconds: reactive[float] = reactive(0.0)
    """Since the question was asked."""

    def render(self) -> Content:
        """The bar and the words."""
        words, style = SPEEDS[latency(self.seconds)]
        left = max(0.0, RETRIEVAL_SECONDS - self.seconds)
        told = f"  {self.seconds:4.1f} s  {words if left else 'time is up: too late':<20}"
        room = max(4, self.size.width - len(told))
        return Content.assemble(meter(left / RETRIEVAL_SECONDS, room, style), (told, style))
