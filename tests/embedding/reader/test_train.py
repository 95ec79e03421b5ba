"""Training a reader further gives the mean of what it was and what it became."""

import pytest

pytest.importorskip("torch")
import torch
from transformers import BertConfig, BertModel

from embedding.reader.span_model import SpanModel
from embedding.reader.train import mean

SIZES = {"vocab_size": 9, "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 4}


def filled(value: float) -> SpanModel:
    model = SpanModel(BertModel(BertConfig(**SIZES), add_pooling_layer=False))
    for weights in model.parameters():
        torch.nn.init.constant_(weights, value)
    return model


def test_every_weight_lies_half_way() -> None:
    found = mean(filled(1.0), filled(4.0))
    assert all(bool((weights == 2.5).all()) for weights in found.parameters())
