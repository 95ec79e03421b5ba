"""How float becomes int8: steps for the inputs of a matrix, and whole numbers for its weights."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Weights of 7 bits: without VNNI onnxruntime adds two products of 8 bits in 16, which saturates beyond 64.
# (255 x 64 x 2 = 32,640.) So the vectors are the same on every processor.
LARGEST_WEIGHT = 64
LARGEST_EMBEDDING = 127  # looked up, never multiplied

MOST_OUTLIERS = 4
OUTLIER_RATIO = 1.3

_DAMPING = 0.01
_TOGETHER = 128

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Inputs:
    """What was seen of the n input units of one matrix.

    The least and the largest value of each, shape (n,), and the mean products of each with each, shape (n, n).
    """

    low: Floats
    high: Floats
    products: NDArray[np.float64]

    def outliers(self) -> list[int]:
        """Return the few units that reach far beyond all others.

        In the bundled model one inner unit of layer 4 reaches 68, every other one stays under 6: at one scale for
        all, the others would keep four bits. Into layer 0 four units reach 9 to 20, the others under 5. Such units stay
        float (Dettmers and others 2022, arXiv 2208.07339).
        """
        reach = np.maximum(np.abs(self.low), np.abs(self.high))
        order = np.argsort(-reach, kind="stable")[: MOST_OUTLIERS + 1]
        for count in range(len(order) - 1, 0, -1):
            if reach[order[count - 1]] > OUTLIER_RATIO * reach[order[count]]:
                return sorted(int(unit) for unit in order[:count])
        return []


def input_scale(seen: Inputs) -> tuple[Floats, NDArray[np.uint8]]:
    """Return step and zero point (uint8) that cover all units but the outlying ones."""
    low = min(0.0, float(np.delete(seen.low, seen.outliers()).min()))
    high = max(0.0, float(np.delete(seen.high, seen.outliers()).max()))
    step = np.float32((high - low) / 255)
    return np.array(step), np.array(np.rint(-low / step), dtype=np.uint8)


def quantise(matrix: Floats, axis: int, largest: int) -> tuple[NDArray[np.int8], Floats]:
    """Return int8 values of at most `largest`, the nearest, and the scales, one for each slice across `axis`."""
    scale = _scale(matrix, axis, largest)
    return np.rint(matrix / scale).astype(np.int8), scale


def quantise_weights(matrix: Floats, seen: Inputs) -> tuple[NDArray[np.int8], Floats]:
    """Return int8 values of a matrix (outputs, inputs) and one scale for each output; 0 for the outlying inputs.

    GPTQ (Frantar and others 2022, arXiv 2210.17323): what rounding one input's weights spoils, the weights of the
    inputs still to come make good, as far as both move together. Rounding to the nearest instead spoils the vectors of
    the bundled model fourteen times as much.
    """
    outliers = seen.outliers()
    quiet, values = matrix.copy(), np.zeros(matrix.shape)
    quiet[:, outliers] = 0
    scale = _scale(quiet, 1, LARGEST_WEIGHT)
    loudest_first = np.argsort(-seen.products.diagonal(), kind="stable")
    order = loudest_first[np.isin(loudest_first, outliers, invert=True)]
    values[:, order] = _compensated((matrix[:, order] / scale).astype(np.float32), seen.products[np.ix_(order, order)])
    return values.astype(np.int8), scale


def _compensated(matrix: Floats, products: NDArray[np.float64]) -> NDArray[np.float64]:
    """Round from the first column to the last, `_TOGETHER` at a time; the columns after a block learn of it at once."""
    damped = products + np.eye(len(products)) * products.diagonal().mean() * _DAMPING
    spread = np.linalg.cholesky(np.linalg.inv(damped)).T
    left, values = matrix.astype(np.float64), np.empty(matrix.shape)
    for first in range(0, len(products), _TOGETHER):
        end = min(first + _TOGETHER, len(products))
        errors = np.empty((len(matrix), end - first))
        for column in range(first, end):
            values[:, column] = np.clip(np.rint(left[:, column]), -LARGEST_WEIGHT, LARGEST_WEIGHT)
            errors[:, column - first] = (left[:, column] - values[:, column]) / spread[column, column]
            left[:, column:end] -= np.outer(errors[:, column - first], spread[column, column:end])
        left[:, end:] -= errors @ spread[first:end, end:]
    return values


def _scale(matrix: Floats, axis: int, largest: int) -> Floats:
    peak = np.abs(matrix).max(axis=axis, keepdims=True)
    return np.where(peak > 0, peak / largest, 1.0).astype(np.float32)
