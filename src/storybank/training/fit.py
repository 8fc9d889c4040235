"""Fine-tuning a sentence-transformers model on the corpus: heads first, then all of it.

Fitting the heads on fixed embeddings before the whole model is tuned keeps what the model knows (linear probing,
then fine-tuning: Kumar et al., arXiv 2202.10054).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from datasets import Dataset
from numpy.typing import NDArray
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)

from storybank.training.corpus import Corpus
from storybank.training.losses import BehaviourLoss

EMBEDDING_SCALE = 20.0
"""About the square root of MiniLM's 384 dimensions: the head then learns at the pace of the model."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a training run may vary."""

    epochs: float = 4.0
    rate: float = 8e-5
    """Learning rate of the whole model."""
    batch: int = 32
    tokens: int = 192
    """Texts are cut after so many tokens."""
    shrinkage: float = 5e-5
    """Of the heads when they are fitted alone."""
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Head:
    """A logistic head: probabilities = sigmoid(embedding @ weight.T + bias)."""

    weight: NDArray[np.float32]
    """Shape (behaviours, dimensions), the embedding scale included."""
    bias: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Trained:
    """A tuned model and its heads, by the name of their corpus."""

    model: SentenceTransformer
    heads: Mapping[str, Head]


def train(
    base: str | Path,
    corpora: Mapping[str, Corpus],
    settings: Settings,
    narrate: Callable[[str], None],
) -> Trained:
    """Tune `base` on `corpora` (name -> examples) so that each gets a head for its keys.

    Raises:
        OSError: `base` cannot be loaded.
        ValueError: `base` is no BERT model.
    """
    random.seed(settings.seed)
    torch.manual_seed(settings.seed)
    model = SentenceTransformer(str(base), device="cpu")
    if model[0].auto_model.config.model_type != "bert":
        raise ValueError(f"it is a {model[0].auto_model.config.model_type} model, and only BERT models can be written")
    model.max_seq_length = settings.tokens
    dimensions = model.get_embedding_dimension()
    assert dimensions is not None
    losses = {name: BehaviourLoss(model, dimensions, len(one.keys), EMBEDDING_SCALE) for name, one in corpora.items()}
    _probe(model, losses, corpora, settings, narrate)
    _tune(model, losses, corpora, settings)
    return Trained(model, {name: _head(loss) for name, loss in losses.items()})


def _probe(
    model: SentenceTransformer,
    losses: Mapping[str, BehaviourLoss],
    corpora: Mapping[str, Corpus],
    settings: Settings,
    narrate: Callable[[str], None],
) -> None:
    for name, one in corpora.items():
        embeddings = model.encode(one.texts, batch_size=64, convert_to_tensor=True, show_progress_bar=False)
        loss = losses[name].probe(embeddings.clone().float(), torch.from_numpy(one.labels), settings.shrinkage)
        narrate(f"{name}: {len(one.texts)} examples, loss of the head {loss:.2f}")


def _tune(
    model: SentenceTransformer,
    losses: Mapping[str, BehaviourLoss],
    corpora: Mapping[str, Corpus],
    settings: Settings,
) -> None:
    data = {name: Dataset.from_dict({"text": one.texts, "label": one.labels.tolist()}) for name, one in corpora.items()}
    with TemporaryDirectory() as folder:
        arguments = SentenceTransformerTrainingArguments(
            output_dir=folder,
            num_train_epochs=settings.epochs,
            per_device_train_batch_size=settings.batch,
            learning_rate=settings.rate,
            warmup_steps=50,
            weight_decay=0.01,
            bf16=True,
            use_cpu=True,
            seed=settings.seed,
            save_strategy="no",
            logging_steps=50,
            report_to="none",
            disable_tqdm=True,
        )
        SentenceTransformerTrainer(model=model, args=arguments, train_dataset=data, loss=dict(losses)).train()
    model.eval()


def _head(loss: BehaviourLoss) -> Head:
    weight = loss.head.weight.detach().numpy() * EMBEDDING_SCALE
    return Head(weight.astype(np.float32), loss.head.bias.detach().numpy().astype(np.float32))
