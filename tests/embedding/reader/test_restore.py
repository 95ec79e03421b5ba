"""A shipped matrix gives back what its int8 values stand for."""

import numpy as np
import pytest

pytest.importorskip("torch")
from embedding.quantisation import quantise
from embedding.reader.restore import matrix


def test_a_matrix_comes_back_to_half_a_step() -> None:
    wanted = np.random.default_rng(1).normal(size=(5, 7)).astype(np.float32)
    values, scale = quantise(wanted.T, axis=0, largest=64)
    found = matrix({"x.q": values, "x.scale": scale.ravel()}, "x")
    assert np.abs(found - wanted).max() <= scale.max() / 2 + 1e-6


def test_outlying_inputs_come_back_whole() -> None:
    wanted = np.random.default_rng(1).normal(size=(5, 7)).astype(np.float32)
    quiet = wanted.copy()
    quiet[:, [2]] = 0
    values, scale = quantise(quiet.T, axis=0, largest=64)
    constants = {"x.q": values, "x.scale": scale.ravel(), "x.outliers": np.array([2]), "x.outliers.w": wanted[:, [2]].T}
    assert np.array_equal(matrix(constants, "x")[:, 2], wanted[:, 2])
