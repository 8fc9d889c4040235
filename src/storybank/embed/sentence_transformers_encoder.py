"""Any sentence-transformers model as the encoder: the extra `storybank[transformers]`."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from storybank.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PROBE = "I told my manager that I had made a mistake, and we put it right together."
_DIGITS = 3
"""Decimals of the probe's vector that enter the fingerprint: fewer than processors disagree about."""


class SentenceTransformersEncoder:
    """Loads a model by name or from a local folder, from the local cache first."""

    def __init__(self, model: str, narrate: Callable[[str], None] = lambda _: None) -> None:
        """Name the model; it is loaded when it is first needed.

        Args:
            model: a name on the model hub, or a local folder.
            narrate: hears when the model has to be downloaded.
        """
        self._name = model
        self._narrate = narrate

    @cached_property
    def _model(self) -> Any:
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError:
            raise UsageError(
                "the backend 'sentence-transformers' is not installed", hint="pip install 'storybank[transformers]'"
            ) from None
        for name in ("sentence_transformers", "transformers", "huggingface_hub"):
            logging.getLogger(name).setLevel(logging.ERROR)
        try:  # with local_files_only the hub is not asked, which is six times faster and private
            return SentenceTransformer(self._name, local_files_only=True)
        except (OSError, ValueError):
            self._narrate(f"the model '{self._name}' is not on this machine; downloading it once")
        try:
            return SentenceTransformer(self._name)
        except Exception as error:  # the hub client raises many kinds, none of them ours
            raise UsageError(
                f"the model '{self._name}' cannot be loaded: {str(error).splitlines()[0]}",
                hint="Check [match] model in storybank.toml: a name on the hub, or a local folder",
            ) from None

    @cached_property
    def fingerprint(self) -> str:
        """The model's name and a digest of what it makes of one sentence."""
        probe = self.encode([_PROBE])[0]
        digest = hashlib.sha256((probe.round(_DIGITS) + 0.0).tobytes()).hexdigest()[:12]
        return f"{self._name} {digest}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 for each text: float32, shape (n, d)."""
        vectors: NDArray[np.float32] = self._model.encode(
            list(texts), convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )
        return vectors
