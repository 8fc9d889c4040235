"""The loss of the behaviour heads, in the form that the sentence-transformers Trainer expects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

PRIOR = -3.5
"""The logit of a behaviour before anything is known: about 4 of 140 apply."""


class BehaviourLoss(nn.Module):
    """Binary cross-entropy of a linear head on the sentence embedding against grades of 0 to 1."""

    def __init__(self, model: SentenceTransformer, dimensions: int, behaviours: int, scale: float) -> None:
        """Put a head for `behaviours` on `model`; embeddings (length 1) are multiplied by `scale`."""
        super().__init__()
        self.model = model
        self.scale = scale
        self.head = nn.Linear(dimensions, behaviours)
        nn.init.zeros_(self.head.weight)
        nn.init.constant_(self.head.bias, PRIOR)

    def forward(self, sentence_features: Iterable[dict[str, Any]], labels: Tensor) -> Tensor:
        """The loss of one batch of texts; `labels` has the shape (batch, behaviours)."""
        embedding = self.model(next(iter(sentence_features)))["sentence_embedding"].float()
        return self.of(embedding, labels.float())

    def of(self, embedding: Tensor, labels: Tensor) -> Tensor:
        """The loss of embeddings that are there already."""
        loss: Tensor = binary_cross_entropy_with_logits(self.head(embedding * self.scale), labels)
        return loss * labels.shape[1]

    def probe(self, embedding: Tensor, labels: Tensor, steps: int, rate: float) -> float:
        """Fit the head alone on fixed embeddings, all at once; returns the last loss."""
        optimizer = torch.optim.AdamW(self.head.parameters(), lr=rate, weight_decay=0.0)
        loss = torch.zeros(())
        for _ in range(steps):
            optimizer.zero_grad()
            loss = self.of(embedding, labels)
            loss.backward()
            optimizer.step()
        return float(loss.detach())
