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
PROBE_STEPS = 300
PROBE_RATE = 0.1
"""Learning rate of a head on embeddings of length 1."""


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

    def probe(self, embedding: Tensor, labels: Tensor, shrinkage: float) -> float:
        """Fit the head alone on fixed embeddings, all at once; returns the last loss.

        Args:
            embedding: shape (texts, dimensions), length 1.
            labels: shape (texts, behaviours), 0 to 1.
            shrinkage: weight of the squared norm of the head; the smaller, the closer it follows the labels.
        """
        optimizer = torch.optim.Adam(self.head.parameters(), lr=PROBE_RATE / self.scale)
        schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, PROBE_STEPS)
        loss = torch.zeros(())
        for _ in range(PROBE_STEPS):
            optimizer.zero_grad()
            loss = self.of(embedding, labels)
            (loss + shrinkage * (self.head.weight * self.scale).square().sum()).backward()
            optimizer.step()
            schedule.step()
        return float(loss.detach())
