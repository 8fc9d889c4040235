"""What the matcher asks of a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Encoder(Protocol):
    """A text encoder."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text would get another vector; stored beside every vector."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 for each text: float32, shape (n, d). An empty text may have a row of zeros."""
        ...
