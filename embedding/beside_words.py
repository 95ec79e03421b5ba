"""InfoNCE over what search adds up: the cosine, and the words that question and passage share.

A model that is trained by itself learns to find passages by their words; BM25 does that already, and the two err
together. Beside the words, what is left to learn is what they do not tell (CLEAR, Gao and others 2021, Complement
Lexical Retrieval with Semantic Residual Embeddings, arXiv 2004.13969).
"""

from collections.abc import Iterable, Sequence
from typing import Any

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.losses import MultipleNegativesRankingLoss
from sentence_transformers.util import dot_score
from torch import Tensor

from embedding.negatives import K1, B

SCALE = 50.0
"""One over the temperature, as E5 was trained (0.02 in its fine-tuning)."""
TOGETHER = 64
"""Texts that are computed at once."""


class BesideWordsLoss(MultipleNegativesRankingLoss):
    """InfoNCE both ways over the batch and its hard negatives, of SCALE times the cosine plus `weight` times the words.

    The words' part is the share, by rarity, of the question's pieces that the passage holds, each as BM25 saturates it
    (from 0 to below 1). `rarity` has one number a piece of the vocabulary, see `rarity_of`.
    """

    def __init__(self, model: SentenceTransformer, rarity: Tensor, mean_length: float, weight: float) -> None:
        ways = ("query_to_doc", "doc_to_query")
        super().__init__(model, scale=SCALE, similarity_fct=dot_score, directions=ways, partition_mode="per_direction")
        self.rarity, self.mean_length, self.weight = rarity, mean_length, weight

    def forward(self, sentence_features: Iterable[dict[str, Tensor]], labels: Tensor) -> Tensor:
        """Return the mean loss of a batch of questions, passages that answer them and passages that do not."""
        asked, *texts = sentence_features
        words = [self._asked(asked), *map(self._held, texts)]
        vectors = [self.vectors(features) for features in (asked, *texts)]
        with torch.autocast(words[0].device.type, enabled=False):
            # A product of vectors with the words behind them is the sum of both products.
            both = [torch.cat([vector.float(), word], dim=1) for vector, word in zip(vectors, words, strict=True)]
            return self.compute_loss_from_embeddings(both, labels)

    def vectors(self, features: dict[str, Tensor]) -> Tensor:
        """Return a vector for each text; texts of about the same length are computed together, to pad less."""
        lengths = features["attention_mask"].sum(dim=1)
        order = lengths.argsort()
        parts = [_cut(features, part, int(lengths[part[-1]])) for part in order.split(TOGETHER)]
        vectors = torch.cat([self.model(part)["sentence_embedding"] for part in parts])
        return vectors[order.argsort()]

    def _asked(self, features: dict[str, Tensor]) -> Tensor:
        counts = self._counts(features)
        rare = (counts > 0) * self.rarity.to(counts.device)
        return self.weight / SCALE * rare / rare.sum(dim=1, keepdim=True).clamp(min=1e-9)

    def _held(self, features: dict[str, Tensor]) -> Tensor:
        counts = self._counts(features)
        length = counts.sum(dim=1, keepdim=True) / self.mean_length
        return counts / (counts + K1 * (1 - B + B * length))

    def _counts(self, features: dict[str, Tensor]) -> Tensor:
        pieces = features["input_ids"]
        counts = torch.zeros(len(pieces), len(self.rarity), device=pieces.device)
        return counts.scatter_add_(1, pieces, features["attention_mask"].float())


def _cut(features: dict[str, Any], rows: Tensor, length: int) -> dict[str, Any]:
    """Return some rows, of so many pieces; what is told of all texts in a word stays."""
    return {name: told[rows, :length] if isinstance(told, Tensor) else told for name, told in features.items()}


def rarity_of(texts: Sequence[Sequence[int]], vocabulary: int) -> Tensor:
    """Return how rare each piece is among the texts (ids of their pieces), as BM25 weighs it; 0 where it is in none."""
    held = torch.zeros(vocabulary)
    for pieces in texts:
        held[list(set(pieces))] += 1
    rarity: Tensor = torch.log1p((len(texts) - held + 0.5) / (held + 0.5))
    return rarity.where(held > 0, torch.zeros(1))
