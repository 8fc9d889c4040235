"""The stories of a bank as rows of numbers; a large bank's rows are kept in one file beside the database."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from storybank.bank.sync import Progress
from storybank.bank.understanding import understand
from storybank.embed.behaviour_model import BehaviourModel
from storybank.match.behaviours import Taxonomy
from storybank.match.shelf import Shelf, are_predicted, make_shelf, shown_rows
from storybank.model import Card, Understanding
from storybank.store import Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEPT_FROM = 50_000
"""Stories from which the rows are kept in a file: reading so many out of the database takes seconds."""
_BATCH = 1000


def shelve(store: Store, model: BehaviourModel, cards: Sequence[Card], taxonomy: Taxonomy, progress: Progress) -> Shelf:
    """Put the stories `cards` on the shelf.

    Raises:
        InputFileError: a file of the model is missing or damaged.
        StoreError: the database could not be read or written.
    """
    digests = store.digests()
    stories = {card.id: digests.get(card.id, "") for card in cards}
    if len(cards) < KEPT_FROM or store.path is None:
        return make_shelf(cards, list(understand(store, model, stories, progress)), taxonomy)
    rows = _kept(store, store.path.parent, model, cards, stories, taxonomy, progress)
    shown, vectors = rows[:, : len(taxonomy)], rows[:, len(taxonomy) :]

    def places(row: int) -> NDArray[np.uint16]:
        story = cards[row].id
        digest = stories[story]
        known = store.understandings(model.fingerprint, [digest])
        (read,) = known.values() or understand(store, model, {story: digest}, progress, forget=False)
        return read.places

    return Shelf(cards, shown, are_predicted(cards, taxonomy), vectors, places)


def _kept(
    store: Store,
    folder: Path,
    model: BehaviourModel,
    cards: Sequence[Card],
    stories: Mapping[str, str],
    taxonomy: Taxonomy,
    progress: Progress,
) -> NDArray[np.float32]:
    """The rows, `shown` and then the vector, mapped from a file named by all that they depend on."""
    import numpy as np

    about = [model.fingerprint, *taxonomy.keys, *(f"{name} {digest}" for name, digest in stories.items())]
    path = folder / f"shelf-{hashlib.sha256(chr(10).join(about).encode()).hexdigest()[:16]}.npy"
    if not path.exists():
        read = understand(store, model, stories, progress)
        for stale in folder.glob("shelf-*.npy"):
            stale.unlink(missing_ok=True)
        _write(path, cards, read, taxonomy)
    rows: NDArray[np.float32] = np.load(path, mmap_mode="r")
    return rows


def _write(path: Path, cards: Sequence[Card], read: Iterator[Understanding], taxonomy: Taxonomy) -> None:
    import numpy as np

    part = path.with_suffix(f".{os.getpid()}")
    rows: np.memmap[tuple[int, int], np.dtype[np.float32]] | None = None
    for start in range(0, len(cards), _BATCH):
        batch = list(islice(read, _BATCH))
        vectors = np.array([one.vector for one in batch], dtype=np.float32)
        block = np.hstack([shown_rows(cards[start : start + _BATCH], batch, taxonomy), vectors])
        if rows is None:
            shape = (len(cards), block.shape[1])
            rows = np.lib.format.open_memmap(part, mode="w+", dtype=np.float32, shape=shape)
        rows[start : start + _BATCH] = block
    if rows is not None:
        rows.flush()
        part.replace(path)
