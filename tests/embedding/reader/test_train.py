"""Training a reader: every step sees the weights of the step before; what is written is the mean of the passes."""

import pytest

pytest.importorskip("torch")
import torch
from transformers import BertConfig, BertModel

from embedding.reader import train as training
from embedding.reader.span_model import SpanModel
from embedding.reader.train import Read, Way, mean, train

SIZES = {"vocab_size": 9, "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 4}


def test_every_weight_lies_half_way() -> None:
    found = mean([{"head": torch.full((2, 3), 1.0)}, {"head": torch.full((2, 3), 4.0)}])
    assert torch.equal(found["head"], torch.full((2, 3), 2.5))


@pytest.mark.parametrize("bf16", [False, True])
def test_the_second_step_sees_what_the_first_has_changed(monkeypatch: pytest.MonkeyPatch, *, bf16: bool) -> None:
    torch.manual_seed(1)
    losses: list[float] = []

    def noted(model: SpanModel, batch: list[Read]) -> torch.Tensor:
        losses.append((loss := loss_of(model, batch)).item())
        return loss

    loss_of = training.loss_of
    monkeypatch.setattr(training, "loss_of", noted)
    monkeypatch.setattr(training, "HEAD_RATE", 0.5)
    model = SpanModel(BertModel(BertConfig(**SIZES), add_pooling_layer=False))
    train(model, [Read([2, 3, 4, 5], 2, 3)] * 3 * training.BATCH, Way(1e-4, 1, bf16=bf16))
    assert losses[1] < losses[0] - 0.1
