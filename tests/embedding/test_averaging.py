import numpy as np

from embedding.averaging import between

START = {"l0.q.w": np.array([[1.0, -2.0]], np.float32), "l0.q.b": np.array([0.0], np.float32)}
TRAINED = {"l0.q.w": np.array([[2.0, -2.0]], np.float32), "l0.q.b": np.array([10.0], np.float32)}


def test_every_weight_lies_at_the_share_of_the_way_and_stays_float32() -> None:
    found = between(START, TRAINED, 0.7)
    assert np.allclose(found["l0.q.w"], [[1.7, -2.0]])
    assert np.allclose(found["l0.q.b"], [7.0])
    assert {values.dtype for values in found.values()} == {np.dtype(np.float32)}


def test_a_share_of_one_is_what_was_trained() -> None:
    assert all(np.array_equal(values, TRAINED[name]) for name, values in between(START, TRAINED, 1.0).items())
