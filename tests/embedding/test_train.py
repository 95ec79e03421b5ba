"""What training leaves out of memory changes nothing of what is learned."""

from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any, Protocol

import pytest

pytestmark = pytest.mark.model

LAYERS = 5
Student = list[SimpleNamespace]


class Numbers(Protocol):
    def numel(self) -> int: ...


@pytest.fixture(scope="module")
def torch() -> ModuleType:
    module: ModuleType = pytest.importorskip("torch")
    return module


@pytest.fixture(scope="module")
def training(torch: ModuleType) -> ModuleType:
    for needed in ("sentence_transformers", "datasets", "accelerate"):
        pytest.importorskip(needed)
    return import_module("embedding.train")


@pytest.fixture
def student(torch: ModuleType, training: ModuleType) -> Student:
    torch.manual_seed(1)
    shape = {"hidden_size": 8, "num_attention_heads": 2, "intermediate_size": 16, "num_hidden_layers": LAYERS}
    still = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
    config = import_module("transformers").BertConfig(vocab_size=20, attn_implementation="eager", **shape, **still)
    return [SimpleNamespace(auto_model=training.BertModel(config, add_pooling_layer=False).train())]


def test_attention_is_worked_out_again_with_the_same_gradients(
    torch: ModuleType, training: ModuleType, student: Student
) -> None:
    training.freeze(student)
    kept, memory_kept = _gradients(torch, student)
    training.recompute_attention(student)
    again, memory_again = _gradients(torch, student)
    assert kept.keys() == again.keys()
    assert {name.split(".")[2] for name in kept} == {str(layer) for layer in range(training.FROZEN, LAYERS)}
    for name, gradient in kept.items():
        torch.testing.assert_close(gradient, again[name], msg=name)
    assert memory_again < memory_kept


def _gradients(torch: ModuleType, student: Student) -> tuple[dict[str, Any], int]:
    """Give the gradients of what is trained by name, and how many numbers were kept for them."""
    sizes = []

    def kept(tensor: Numbers) -> Numbers:
        sizes.append(tensor.numel())
        return tensor

    bert = student[0].auto_model
    bert.zero_grad()
    pieces = torch.arange(60).reshape(3, 20) % 20
    with torch.autograd.graph.saved_tensors_hooks(kept, lambda tensor: tensor):
        vectors = bert(pieces).last_hidden_state[:, 0]
    (vectors * torch.arange(8)).sum().backward()
    return {name: p.grad.clone() for name, p in bert.named_parameters() if p.grad is not None}, sum(sizes)
