"""Whether two systems differ on the same questions: means, an interval, and a paired randomisation test.

Smucker, Allan and Carterette (CIKM 2007, "A comparison of statistical significance tests for information retrieval
evaluation"): if the two do not differ, each question's two scores could as well be swapped, which turns the sign of
their difference. The share of swappings that differ at least as much as what was seen is the p-value.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DRAWS = 10_000
_EXACT = 13  # questions that differ: 2 ** 13 swappings are fewer than the draws, so all of them are counted
_BATCH = 500  # swappings made at once: bounds the memory to 4 kB a question
_SEED = 20070  # any number: it only makes two runs agree

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Paired:
    """Two means over the same questions, new minus old with its 95 % interval, and the two-sided p-value.

    `better`, `worse` and `equal` count questions. `exact` tells whether p counts every swapping, else `DRAWS` of them.
    """

    old: float
    new: float
    difference: float
    low: float
    high: float
    p: float
    exact: bool
    better: int
    worse: int
    equal: int


def paired(old: Sequence[float], new: Sequence[float]) -> Paired:
    """Compare the scores of the same questions in the same order; ValueError when they are none or do not pair.

    Scores are finite. Two calls give the same figures; swapping the two turns signs and leaves p as it is.
    """
    before, after = np.asarray(old, dtype=np.float64), np.asarray(new, dtype=np.float64)
    if before.shape != after.shape or before.ndim != 1 or not before.size:
        raise ValueError(f"two lists of equal length, at least 1, are compared, not {len(old)} and {len(new)} scores")
    if not (np.isfinite(before).all() and np.isfinite(after).all()):
        raise ValueError("a score that is not a finite number was given")
    gained = after - before
    low, high = interval(gained)
    p, exact = _p_value(gained)
    signs = [int((gained > 0).sum()), int((gained < 0).sum()), int((gained == 0).sum())]
    return Paired(float(before.mean()), float(after.mean()), float(gained.mean()), low, high, p, exact, *signs)


def _p_value(gained: Floats) -> tuple[float, bool]:
    """Give the p-value, and whether it is exact; questions that do not differ leave every sum as it is."""
    sizes = np.sort(np.abs(gained[gained != 0]))  # sorted, without signs: p depends on neither order nor direction
    seen = abs(gained.sum()) - 1e-9 * max(sizes.sum(), 1e-300)  # sums of floats that are equal on paper may differ
    if sizes.size <= _EXACT:
        patterns = np.arange(2**sizes.size)[:, None] >> np.arange(sizes.size) & 1
        return float((np.abs((2.0 * patterns - 1) @ sizes) >= seen).mean()), True
    rng = np.random.default_rng(_SEED)
    far = 0
    for _ in range(DRAWS // _BATCH):
        signs = 2.0 * rng.integers(0, 2, (_BATCH, sizes.size)) - 1
        far += int((np.abs(signs @ sizes) >= seen).sum())
    return (far + 1) / (DRAWS + 1), False  # what was seen is one swapping: p is never 0 (Phipson and Smyth 2010)


def interval(values: Sequence[float] | Floats) -> tuple[float, float]:
    """Give the 95 % percentile bootstrap interval of the mean (Efron and Tibshirani 1993, chapter 13).

    It has no width where all values are equal, however few they are.
    """
    given = np.asarray(values, dtype=np.float64)
    rng = np.random.default_rng(_SEED)
    batches = range(DRAWS // _BATCH)
    means = [given[rng.integers(0, given.size, (_BATCH, given.size))].mean(axis=1) for _ in batches]
    low, high = np.percentile(np.concatenate(means), (2.5, 97.5))
    return float(low), float(high)
