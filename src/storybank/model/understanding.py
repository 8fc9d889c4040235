"""What the matcher's model reads in one story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Understanding:
    """One story as the model reads it; the columns are the model's behaviours."""

    vector: NDArray[np.float32]
    """The whole story, length 1."""
    shown: NDArray[np.float32]
    """Expected grade of each behaviour, 0 to 1."""
    places: NDArray[np.uint16]
    """For each behaviour the index of the sentence that shows it most."""
