"""Training a reader: every step sees the weights of the step before; going on gives the mean of before and after."""

from pathlib import Path

import pytest

pytest.importorskip("torch")
import torch
from transformers import BertConfig, BertModel

from embedding.reader import train as training
from embedding.reader.span_model import SpanModel
from embedding.reader.train import Read, Way, mean, train

SIZES = {"vocab_size": 9, "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 4}


def filled(value: float) -> SpanModel:
    model = SpanModel(BertModel(BertConfig(**SIZES), add_pooling_layer=False))
    for weights in model.parameters():
        torch.nn.init.constant_(weights, value)
    return model


def test_every_weight_lies_half_way() -> None:
    found = mean(filled(1.0), filled(4.0))
    assert all(bool((weights == 2.5).all()) for weights in found.parameters())


@pytest.mark.parametrize("bf16", [False, True])
def test_the_second_step_sees_what_the_first_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, bf16: bool
) -> None:
    torch.manual_seed(1)
    SpanModel(BertModel(BertConfig(**SIZES), add_pooling_layer=False)).save(tmp_path)
    losses: list[float] = []

    def noted(model: SpanModel, batch: list[Read]) -> torch.Tensor:
        losses.append((loss := loss_of(model, batch)).item())
        return loss

    loss_of = training.loss_of
    monkeypatch.setattr(training, "loss_of", noted)
    monkeypatch.setattr(training, "HEAD_RATE", 0.5)
    train(tmp_path, [Read([2, 3, 4, 5], 2, 3)] * 3 * training.BATCH, Way(1, None, bf16=bf16))
    assert losses[1] < losses[0] - 0.1
