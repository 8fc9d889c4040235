"""Signal: the story shows the behaviours that the question asks for. The heart of the matcher."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from storybank.match.asked import Asked
from storybank.match.behaviours import Taxonomy
from storybank.match.passages import Passage
from storybank.match.shelf import Shelf

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SOFTNESS = 0.85
"""Exponent of the asked probabilities: below 1 also weaker readings of the question count."""
TOLD = 0.25
"""Probability from which a behaviour is said to be asked for."""
_SHOWN = 0.3
"""Grade (0-1) from which a story is said to show a behaviour."""
_NAMED = 3
"""Behaviours named in the reasons."""
_QUOTE = 90
"""Characters of a sentence that are quoted."""


class ShownBehaviours:
    """Asked behaviours against shown ones."""

    name = "behaviours"

    def __init__(self, shelf: Shelf, taxonomy: Taxonomy, passages: Callable[[int], Sequence[Passage]]) -> None:
        """Score the stories on `shelf`; `passages` gives the sentences of a story by its row."""
        self._shelf = shelf
        self._behaviours = taxonomy.behaviours
        self._passages = passages

    def scores(self, asked: Asked) -> NDArray[np.float32]:
        """The share of what is asked that each story shows."""
        import numpy as np

        wanted = asked.behaviours**_SOFTNESS
        total = float(wanted.sum())
        if total <= 0:
            return np.zeros(len(self._shelf.cards), dtype=np.float32)
        return ((self._shelf.shown @ wanted) / total).astype(np.float32)

    def why(self, asked: Asked, story: int) -> list[str]:
        """What is asked and where the story shows it; then what it lacks."""
        shown = self._shelf.shown[story]
        wanted = [i for i in asked.behaviours.argsort()[::-1] if asked.behaviours[i] >= TOLD]
        told = [self._shows(asked, story, i) for i in wanted if shown[i] >= _SHOWN][:_NAMED]
        lacking = [self._behaviours[i].name for i in wanted[:_NAMED] if shown[i] < _SHOWN]
        if not told:  # nothing asked is shown outright: name what comes nearest
            nearest = int((asked.behaviours * shown).argmax())
            told = [self._shows(asked, story, nearest)] if shown[nearest] > 0 else []
        if lacking:
            told.append(f"against it: does not show '{lower_first(lacking[0])}'")
        if self._shelf.predicted[story] and told:
            told.append(
                f"behaviours predicted from its text; confirm them: storybank tag {self._shelf.cards[story].id}"
            )
        return told

    def _shows(self, asked: Asked, story: int, behaviour: int) -> str:
        name = lower_first(self._behaviours[behaviour].name)
        return f"asks for: {name} ({asked.behaviours[behaviour]:.1f}) - shown in {self._place(story, behaviour)}"

    def _place(self, story: int, behaviour: int) -> str:
        passages = self._passages(story)
        if not passages:
            return "no section yet"
        passage = passages[min(int(self._shelf.places(story)[behaviour]), len(passages) - 1)]
        quote = passage.text if len(passage.text) <= _QUOTE else f"{passage.text[:_QUOTE].rsplit(' ', 1)[0]} ..."
        return f'{passage.place}: "{quote}"'


def lower_first(name: str) -> str:
    """`name` as it stands inside a sentence."""
    return name[:1].lower() + name[1:]
