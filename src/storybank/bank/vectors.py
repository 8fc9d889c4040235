"""Vectors of the bank's texts, computed once for each text and model."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storybank.bank.config import BUILT_IN, SENTENCE_TRANSFORMERS, MatchConfig
from storybank.bank.sync import Progress, no_progress
from storybank.embed import Encoder
from storybank.embed.behaviour_model import BehaviourModel
from storybank.errors import InputFileError
from storybank.match.behaviours import load_taxonomy
from storybank.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import numpy as np
    from numpy.typing import NDArray

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_BATCH = 64


def make_model(config: MatchConfig, root: Path) -> BehaviourModel:
    """The matcher's own model: the shipped one, or the one that the settings of the bank in `root` name.

    Raises:
        InputFileError: the model is missing, damaged, or reads other behaviours than those of the taxonomy.
    """
    if config.backend != BUILT_IN or config.model is None:
        return BehaviourModel()
    model = BehaviourModel(root / Path(config.model).expanduser())
    if model.behaviours != list(load_taxonomy().keys):
        hint = f"Train it again: storybank train --out '{model.folder}'"
        raise InputFileError("the model reads other behaviours than this storybank", file=model.folder, hint=hint)
    return model


def make_encoder(config: MatchConfig, narrate: Callable[[str], None]) -> Encoder | None:
    """The encoder that the settings ask for; None for the built-in matcher, which needs none."""
    if config.backend != SENTENCE_TRANSFORMERS:
        return None
    from storybank.embed.sentence_transformers_encoder import SentenceTransformersEncoder

    return SentenceTransformersEncoder(config.model or DEFAULT_MODEL, narrate)


@dataclass(frozen=True, slots=True)
class Drawer:
    """An encoder whose vectors are kept apart, so that those who share it do not drop each other's."""

    encoder: Encoder
    label: str

    @property
    def fingerprint(self) -> str:
        """The encoder's, with the label."""
        return f"{self.encoder.fingerprint} {self.label}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the encoder does."""
        return self.encoder.encode(texts)


def digest(text: str) -> str:
    """The key under which a text's vectors are kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def vectors(
    store: Store,
    encoder: Encoder,
    texts: Sequence[str],
    in_use: Collection[str] = (),
    progress: Progress = no_progress,
    shipped: Callable[[], Mapping[str, NDArray[np.float32]]] | None = None,
) -> NDArray[np.float32]:
    """One row for each of `texts`: stored ones are read, the others computed and stored.

    Args:
        store: remembers the vectors.
        encoder: makes them.
        texts: what is embedded; vectors of this encoder for other texts are dropped.
        in_use: fingerprints of other encoders that the bank uses; vectors of any further one are dropped.
        progress: shows how far it is.
        shipped: vectors that came with the package, asked for where stored ones are missing.

    Raises:
        UsageError: the model cannot be loaded.
        StoreError: the database could not be read or written.
    """
    import numpy as np

    keys = [digest(text) for text in texts]
    remembered = store.vectors(encoder.fingerprint)
    stored = dict(remembered)
    if shipped and not stored.keys() >= set(keys):
        stored |= shipped()
    todo = {key: text for key, text in zip(keys, texts, strict=True) if key not in stored}
    pending = list(todo.items())
    batches = [pending[i : i + _BATCH] for i in range(0, len(pending), _BATCH)]
    for batch in progress(batches, "Embedding"):
        rows = np.nan_to_num(encoder.encode([text for _, text in batch])).astype(np.float32)
        made = dict(zip([key for key, _ in batch], rows, strict=True))
        store.add_vectors(encoder.fingerprint, made)
        stored |= made
    if pending or not remembered.keys() <= set(keys):
        store.keep_vectors(encoder.fingerprint, set(keys), in_use)
    return np.stack([stored[key] for key in keys]) if keys else np.zeros((0, 1), dtype=np.float32)
