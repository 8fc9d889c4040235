"""Writing a trained model in the form that `storybank.embed` reads without torch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from storybank.embed.files import ABOUT, ENCODER, HEADS, TOKENIZER
from storybank.training.fit import Head

Weights = dict[str, NDArray[Any]]
_LINEAR = {"output": "attention.output.dense", "up": "intermediate.dense", "down": "output.dense"}
_NORMS = {"output_norm": "attention.output.LayerNorm", "down_norm": "output.LayerNorm"}


def export(model: SentenceTransformer, heads: Mapping[str, Head], keys: Sequence[str], folder: Path) -> None:
    """Write encoder, heads, tokenizer and `model.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    bert = model[0].auto_model.float()
    weights = {name: value.numpy() for name, value in bert.state_dict().items()}
    shape = bert.config.num_hidden_layers, bert.config.num_attention_heads
    np.savez(folder / ENCODER, allow_pickle=False, **_encoder(weights, *shape))
    np.savez(folder / HEADS, allow_pickle=False, **_heads(heads))
    model.tokenizer.backend_tokenizer.save(str(folder / TOKENIZER), pretty=False)
    about = {"fingerprint": _fingerprint(folder), "tokens": model.max_seq_length, "behaviours": list(keys)}
    (folder / ABOUT).write_text(json.dumps(about) + "\n", encoding="utf-8")


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in (ENCODER, HEADS, TOKENIZER):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]


def _heads(heads: Mapping[str, Head]) -> Weights:
    weights = {f"{name}.weight": head.weight.astype(np.float16) for name, head in heads.items()}
    return weights | {f"{name}.bias": head.bias.astype(np.float16) for name, head in heads.items()}


def _encoder(weights: Weights, layers: int, attention_heads: int) -> Weights:
    words, scale = _quantize(weights["embeddings.word_embeddings.weight"])
    types = weights["embeddings.token_type_embeddings.weight"][0]  # a single text is all of the first type
    out = {
        "layers": np.array(layers),
        "heads": np.array(attention_heads),
        "words.q": words,
        "words.scale": scale,
        "positions": (weights["embeddings.position_embeddings.weight"] + types).astype(np.float16),
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for i in range(layers):
        out |= {f"{i}.{name}": value for name, value in _layer(weights, f"encoder.layer.{i}.").items()}
    return out


def _layer(weights: Weights, prefix: str) -> Weights:
    parts = [f"{prefix}attention.self.{name}" for name in ("query", "key", "value")]
    out = _linear(
        "attention",
        np.concatenate([weights[f"{part}.weight"] for part in parts]),
        np.concatenate([weights[f"{part}.bias"] for part in parts]),
    )
    for name, theirs in _LINEAR.items():
        out |= _linear(name, weights[f"{prefix}{theirs}.weight"], weights[f"{prefix}{theirs}.bias"])
    for name, theirs in _NORMS.items():
        out[f"{name}.weight"] = weights[f"{prefix}{theirs}.weight"]
        out[f"{name}.bias"] = weights[f"{prefix}{theirs}.bias"]
    return out


def _linear(name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> Weights:
    values, scale = _quantize(weight)  # torch keeps (outputs, inputs): one scale for each output
    return {f"{name}.q": np.ascontiguousarray(values.T), f"{name}.scale": scale, f"{name}.bias": bias}


def _quantize(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Int8 values of a matrix and the scale of each row."""
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-12) / 127
    return np.round(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)
