"""The matcher's own model: a small encoder with a head for questions and one for stories, without torch."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storybank.embed.files import ABOUT, ENCODER, HEADS, QUESTIONS, STORIES, TOKENIZER
from storybank.errors import InputFileError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from storybank.embed.transformer import Transformer

SHIPPED = Path(__file__).parent.parent / "data" / "model"
_PROBLEMS = (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile)


@cache
def shipped_arrays(path: Path, **of: str) -> Mapping[str, NDArray[Any]]:
    """Arrays that came with the model; none where the file is missing, damaged, or its names `of` hold other values."""
    import numpy as np

    try:
        with np.load(path) as saved:
            return dict(saved) if all(str(saved[name]) == value for name, value in of.items()) else {}
    except _PROBLEMS:
        return {}


class BehaviourModel:
    """Encodes texts, and reads behaviours off the vectors. Every part is loaded when it is first needed."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Use the model in `folder`."""
        self.folder = folder

    @property
    def fingerprint(self) -> str:
        """Names this very model; stored beside everything made with it."""
        return str(self._about["fingerprint"])

    @property
    def behaviours(self) -> list[str]:
        """The keys of the behaviours, in the order of the columns."""
        return list(self._about["behaviours"])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 for each text: float32, shape (n, d). An empty text has a row of zeros.

        Raises:
            InputFileError: a file of the model is missing or damaged.
        """
        special = self._tokenizer.num_special_tokens_to_add(is_pair=False)
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        return self._transformer.encode([row if len(row) > special else [] for row in ids])

    def asked(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Probability that a question asks for each behaviour: shape (n, behaviours)."""
        return self._read(QUESTIONS, vectors)

    def shown(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Expected grade (0-1) of each behaviour in a story: shape (n, behaviours)."""
        return self._read(STORIES, vectors)

    def _read(self, head: str, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        import numpy as np

        weight, bias = self._heads[f"{head}.weight"], self._heads[f"{head}.bias"]
        logits = vectors @ weight.T + bias
        known = np.linalg.norm(vectors, axis=1, keepdims=True) > 0
        probabilities: NDArray[np.float32] = np.where(known, 1 / (1 + np.exp(-logits)), 0).astype(np.float32)
        return probabilities

    @cached_property
    def _about(self) -> dict[str, Any]:
        try:
            about: dict[str, Any] = json.loads((self.folder / ABOUT).read_text(encoding="utf-8"))
            missing = {"fingerprint", "behaviours", "tokens"} - about.keys()
        except (*_PROBLEMS, AttributeError) as error:
            raise self._damaged(ABOUT, error) from None
        if missing:
            raise self._damaged(ABOUT, KeyError(*sorted(missing)))
        return about

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(str(self.folder / TOKENIZER))
        except Exception as error:  # the library raises bare Exception
            raise self._damaged(TOKENIZER, error) from None
        tokenizer.no_padding()
        tokenizer.enable_truncation(int(self._about["tokens"]))
        return tokenizer

    @cached_property
    def _transformer(self) -> Transformer:
        import numpy as np

        from storybank.embed.transformer import Transformer

        try:
            with np.load(self.folder / ENCODER) as weights:
                return Transformer(dict(weights))
        except _PROBLEMS as error:
            raise self._damaged(ENCODER, error) from None

    @cached_property
    def _heads(self) -> dict[str, NDArray[np.float32]]:
        import numpy as np

        try:
            with np.load(self.folder / HEADS) as heads:
                read = {name: heads[name].astype(np.float32) for name in heads}
            for head in (QUESTIONS, STORIES):
                if len(read[f"{head}.weight"]) != len(self.behaviours) or len(read[f"{head}.bias"]) != len(
                    self.behaviours
                ):
                    raise ValueError(f"{head}: not one row for each behaviour of {ABOUT}")
            return read
        except _PROBLEMS as error:
            raise self._damaged(HEADS, error) from None

    def _damaged(self, name: str, error: Exception) -> InputFileError:
        reason = "is missing" if isinstance(error, FileNotFoundError) else f"is damaged ({error})"
        hint = (
            "Install storybank again: pip install --force-reinstall storybank"
            if self.folder == SHIPPED
            else "Train it again, or remove [match] model from storybank.toml"
        )
        return InputFileError(f"the matcher's model file {reason}", file=self.folder / name, hint=hint)
