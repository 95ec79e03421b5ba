"""How float becomes int8."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from embedding.quantisation import LARGEST_WEIGHT, Inputs, input_scale, quantise, quantise_weights


def moving_together(units: int, seed: int) -> NDArray[np.float64]:
    """Return values of units, shape (500, units), that share three causes and a little noise, and all reach 1."""
    random = np.random.default_rng(seed)
    made = random.normal(size=(500, 3)) @ random.normal(size=(3, units)) + 0.1 * random.normal(size=(500, units))
    return made / np.abs(made).max(0)


def inputs(values: NDArray[np.float64]) -> Inputs:
    low, high = values.min(0).astype(np.float32), values.max(0).astype(np.float32)
    return Inputs(low, high, values.T @ values / len(values))


def a_matrix(outputs: int, units: int, seed: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(0, 0.2, (outputs, units)).astype(np.float32)


def test_what_one_weight_loses_the_next_makes_good() -> None:
    # Both inputs are always equal: 0.4 + 0.4 of a step would be 0 by the nearest, and is 1 in all.
    matrix = np.array([[64.0, 0.4, 0.4]], dtype=np.float32)
    values, scale = quantise_weights(matrix, inputs(np.array([[1.0, 1, 1], [-1, 1, 1], [1, -1, -1], [-1, -1, -1]])))
    assert scale.tolist() == [[1.0]]
    assert sorted(values[0].tolist()) == [0, 1, 64]


@settings(max_examples=30)
@given(st.sampled_from([3, 7, 30, 128, 129]), st.integers(0, 1000))
def test_no_weight_can_saturate_a_sum_of_two_products(units: int, seed: int) -> None:
    values, _ = quantise_weights(a_matrix(5, units, seed), inputs(moving_together(units, seed)))
    assert 255 * 2 * np.abs(values.astype(int)).max() <= 32_767


@pytest.mark.parametrize("units", [12, 40, 300])
def test_what_comes_out_is_nearer_than_by_rounding_to_the_nearest(units: int) -> None:
    seen, matrix = moving_together(units, 1), a_matrix(20, units, 2)

    def spoilt(values: NDArray[np.int8], scale: NDArray[np.float32]) -> float:
        return float(((seen @ (matrix - values * scale).T) ** 2).mean())

    assert spoilt(*quantise_weights(matrix, inputs(seen))) < 0.5 * spoilt(
        *quantise(matrix, axis=1, largest=LARGEST_WEIGHT)
    )


def test_what_is_whole_already_stays() -> None:
    whole = np.random.default_rng(3).integers(-LARGEST_WEIGHT, LARGEST_WEIGHT + 1, (6, 50)).astype(np.float32)
    whole[:, 0] = LARGEST_WEIGHT
    values, scale = quantise_weights(whole / 8, inputs(moving_together(50, 3)))
    np.testing.assert_array_equal(values, whole)
    assert set(scale.ravel().tolist()) == {1 / 8}


def test_an_outlying_unit_is_left_to_float() -> None:
    seen, matrix = moving_together(10, 4), a_matrix(3, 10, 5)
    seen[:, 7] *= 100
    matrix[:, 7] = 50
    values, scale = quantise_weights(matrix, inputs(seen))
    assert not values[:, 7].any()
    assert scale.max() < 50 / LARGEST_WEIGHT


def test_a_unit_that_is_never_there_is_rounded_to_the_nearest() -> None:
    seen, matrix = moving_together(10, 4), a_matrix(3, 10, 5)
    seen[:, 6] = 0
    values, scale = quantise_weights(matrix, inputs(seen))
    np.testing.assert_array_equal(values[:, 6], np.rint(matrix[:, 6] / scale[:, 0]))


def test_the_nearest_is_half_a_step_away_at_most() -> None:
    matrix = a_matrix(32, 64, 6)
    values, scale = quantise(matrix, axis=1, largest=LARGEST_WEIGHT)
    assert np.abs(values.astype(int)).max() == LARGEST_WEIGHT
    np.testing.assert_allclose(values * scale, matrix, atol=float(scale.max()) / 2 + 1e-6)


def test_a_step_covers_all_inputs_but_the_outlying_one() -> None:
    low, high = np.array([-1.0, 0.0, -70.0], dtype=np.float32), np.array([1.25, 1.55, 2.0], dtype=np.float32)
    seen = Inputs(low, high, np.eye(3))
    step, zero = input_scale(seen)
    assert seen.outliers() == [2]
    assert float(step) == pytest.approx(2.55 / 255)
    assert int(zero) == 100


@pytest.mark.parametrize(("reach", "found"), [((20, 11, 10, 9.5, 4.6, 4.5), [0, 1, 2, 3]), ((5, 5, 5, 5, 5, 5), [])])
def test_up_to_four_units_reach_beyond_the_others_or_none_does(reach: tuple[float, ...], found: list[int]) -> None:
    high = np.array(reach, dtype=np.float32)
    assert Inputs(-high, high, np.eye(6)).outliers() == found
