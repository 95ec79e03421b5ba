"""Weights that lie between two models of one shape: what training teaches, and what it would have made forgotten."""

import numpy as np

from embedding.restore import Weights


def between(start: Weights, trained: Weights, share: float) -> Weights:
    """Return the weights at `share` (0 to 1) of the way from `start` to `trained`, in float32.

    WiSE-FT: Wortsman and others 2022, arXiv 2109.01903, section 3. `trained` must come from `start`, or the way leads
    through weights that mean nothing.
    """
    part = np.float32(share)
    return {name: (1 - part) * values + part * trained[name] for name, values in start.items()}
