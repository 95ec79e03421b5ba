"""The reader while it is trained: an encoder with a linear layer over its tokens, on torch."""

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import Linear, Module
from transformers import BertModel

HEAD = "head.pt"


class SpanModel(Module):
    """An encoder with two scores for each token: first of the answer, last of the answer."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert
        self.head = Linear(bert.config.hidden_size, 2)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return the scores, shape (texts, tokens, 2); padding has none (minus infinity)."""
        scores: Tensor = self.head(self.bert(input_ids=ids, attention_mask=mask).last_hidden_state)
        return scores.masked_fill(mask[:, :, None] == 0, -1e9)

    def save(self, folder: Path) -> None:
        """Write the encoder as transformers reads it, and the head beside it."""
        folder.mkdir(parents=True, exist_ok=True)
        self.bert.save_pretrained(folder)
        torch.save(self.head.state_dict(), folder / HEAD)
