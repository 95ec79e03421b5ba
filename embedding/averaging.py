"""Weights that lie between two models of one shape: what training teaches, and what it would have made forgotten."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor

Values = TypeVar("Values", NDArray[np.float32], "Tensor")


def between(start: Mapping[str, Values], trained: Mapping[str, Values], share: float) -> dict[str, Values]:
    """Return the weights at `share` (0 to 1) of the way from `start` to `trained`, in their own precision.

    WiSE-FT: Wortsman and others 2022, arXiv 2109.01903, section 3. `trained` must come from `start`, or the way leads
    through weights that mean nothing.
    """
    return {name: (1 - share) * values + share * trained[name] for name, values in start.items()}
