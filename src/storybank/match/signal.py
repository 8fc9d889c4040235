"""The seam of the matcher: each signal looks at one kind of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from storybank.match.asked import Asked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Signal(Protocol):
    """Scores all stories for a question, and tells for single ones why."""

    @property
    def name(self) -> str:
        """The key of its weight."""
        ...

    def scores(self, asked: Asked) -> NDArray[np.float32]:
        """One score for each story: 0 (nothing speaks for it) to 1 (as good as this signal can tell)."""
        ...

    def why(self, asked: Asked, story: int) -> list[str]:
        """The evidence for one story, a line each; empty where it needs no words."""
        ...
