"""The loss on vectors and words whose arithmetic a human can check."""

import math
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

pytestmark = pytest.mark.model

PIECES = 6


@pytest.fixture(scope="module")
def torch() -> ModuleType:
    module: ModuleType = pytest.importorskip("torch")
    return module


@pytest.fixture(scope="module")
def losses(torch: ModuleType) -> ModuleType:
    pytest.importorskip("sentence_transformers")
    return import_module("embedding.beside_words")


def test_a_piece_in_every_text_is_common_and_one_in_none_counts_nothing(losses: ModuleType) -> None:
    rarity = losses.rarity_of([[0, 1, 1], [0, 2]], PIECES)
    assert rarity[0] == pytest.approx(math.log(1 + 0.5 / 2.5))
    assert rarity[1] == pytest.approx(math.log(1 + 1.5 / 1.5))
    assert rarity[3:].tolist() == [0, 0, 0]


Loss = Callable[[float, list[int]], float]


@pytest.fixture(scope="module")
def loss(torch: ModuleType, losses: ModuleType) -> Loss:
    """Return the loss by the weight of words and the pieces of the second passage.

    There are two questions, of the pieces 1 and 2, 3 and 4, and the first passage holds 1 and 2. All texts have the
    same vector, so only words tell the passages apart.
    """

    class SameVector(torch.nn.Module):  # type: ignore[misc, name-defined]
        def forward(self, _features: object) -> dict[str, object]:
            return {"sentence_embedding": torch.ones(2, 1)}

    def features(*rows: list[int]) -> dict[str, object]:
        return {"input_ids": torch.tensor(rows), "attention_mask": torch.ones(2, 2)}

    def computed(weight: float, held: list[int]) -> float:
        beside = losses.BesideWordsLoss(SameVector(), torch.ones(PIECES), 2.0, weight)
        return float(beside([features([1, 2], [3, 4]), features([1, 2], held)], torch.zeros(2)))

    return computed


def test_without_words_passages_with_one_vector_cannot_be_told_apart(loss: Loss) -> None:
    assert loss(0.0, [3, 4]) == pytest.approx(math.log(2), rel=1e-4)


def test_what_the_words_tell_need_not_be_learned(loss: Loss) -> None:
    # Each piece once in a passage of mean length: 1 / (1 + 1.2). A question's own passage holds all of its words.
    told = 8.0 / 2.2
    assert loss(8.0, [3, 4]) == pytest.approx(math.log(1 + math.exp(-told)), rel=1e-3)


def test_words_that_mislead_make_the_loss_greater(loss: Loss) -> None:
    assert loss(8.0, [1, 2]) > loss(8.0, [3, 5]) > loss(8.0, [3, 4])


def test_texts_of_about_one_length_are_computed_together_and_their_vectors_stay_in_order(
    torch: ModuleType, losses: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    widths = []

    class SumOfPieces(torch.nn.Module):  # type: ignore[misc, name-defined]
        def forward(self, features: dict[str, Any]) -> dict[str, object]:
            pieces = features["input_ids"] * features["attention_mask"]
            widths.append(pieces.shape[1])
            return {"sentence_embedding": pieces.sum(dim=1, keepdim=True).float()}

    monkeypatch.setattr(losses, "TOGETHER", 2)
    pieces = torch.tensor([[1, 1, 1, 1], [2, 0, 0, 0], [3, 3, 0, 0], [4, 0, 0, 0], [5, 5, 5, 0]])
    loss = losses.BesideWordsLoss(SumOfPieces(), torch.ones(PIECES), 2.0, 8.0)
    vectors = loss.vectors({"input_ids": pieces, "attention_mask": (pieces > 0).long(), "modality": "text"})
    assert vectors.flatten().tolist() == [4, 2, 6, 4, 15]
    assert widths == [1, 3, 4]
