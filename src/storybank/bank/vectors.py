"""Vectors of the bank's texts, computed once for each text and model."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from storybank.bank.config import SENTENCE_TRANSFORMERS, MatchConfig
from storybank.bank.sync import Progress, no_progress
from storybank.embed import Encoder
from storybank.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import numpy as np
    from numpy.typing import NDArray

_BATCH = 64


def make_encoder(config: MatchConfig, narrate: Callable[[str], None]) -> Encoder | None:
    """The encoder that the settings ask for; None for the built-in matcher, which needs none."""
    if config.backend != SENTENCE_TRANSFORMERS:
        return None
    from storybank.embed.sentence_transformers_encoder import SentenceTransformersEncoder

    return SentenceTransformersEncoder(config.model, narrate)


def vectors(
    store: Store,
    encoder: Encoder,
    texts: Sequence[str],
    in_use: Collection[str] = (),
    progress: Progress = no_progress,
) -> NDArray[np.float32]:
    """One row for each of `texts`: stored ones are read, the others computed and stored.

    Args:
        store: remembers the vectors.
        encoder: makes them.
        texts: what is embedded; vectors of this encoder for other texts are dropped.
        in_use: fingerprints of other encoders that the bank uses; vectors of any further one are dropped.
        progress: shows how far it is.

    Raises:
        UsageError: the model cannot be loaded.
        StoreError: the database could not be read or written.
    """
    import numpy as np

    keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    stored = store.vectors(encoder.fingerprint)
    todo = {key: text for key, text in zip(keys, texts, strict=True) if key not in stored}
    pending = list(todo.items())
    batches = [pending[i : i + _BATCH] for i in range(0, len(pending), _BATCH)]
    for batch in progress(batches, "Embedding"):
        rows = np.nan_to_num(encoder.encode([text for _, text in batch])).astype(np.float32)
        made = dict(zip([key for key, _ in batch], rows, strict=True))
        store.add_vectors(encoder.fingerprint, made)
        stored |= made
    if pending or len(stored) > len(set(keys)):
        store.keep_vectors(encoder.fingerprint, set(keys), in_use)
    return np.stack([stored[key] for key in keys]) if keys else np.zeros((0, 1), dtype=np.float32)
