import numpy as np

from embedding.layers import without_layers
from embedding.restore import Shape

SHAPE = Shape(width=2, layers=3, heads=1, inner=2, vocabulary=4, positions=8, types=1, epsilon=1e-12)
WEIGHTS = {"emb.word": np.zeros((4, 2), dtype=np.float32)} | {
    f"l{layer}.q.b": np.full(2, layer, dtype=np.float32) for layer in range(3)
}


def test_the_layers_behind_a_gap_close_up_in_order() -> None:
    shape, weights = without_layers(SHAPE, WEIGHTS, {1})
    assert shape.layers == 2
    assert weights.keys() == {"emb.word", "l0.q.b", "l1.q.b"}
    assert [weights["l0.q.b"][0], weights["l1.q.b"][0]] == [0, 2]


def test_nothing_left_out_changes_nothing() -> None:
    shape, weights = without_layers(SHAPE, WEIGHTS, ())
    assert shape == SHAPE
    assert weights == WEIGHTS
