"""Measure which values the inputs of the matrices take, so that int8 needs no look at the text it is given."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import BertModel

from embedding.quantisation import Inputs


def calibrate(model: BertModel, texts: Iterable[list[int]]) -> dict[str, Inputs]:
    """Return what goes into every matrix of the encoder, by name, over texts given as token ids."""
    seen: dict[str, _Sums] = {}
    hooks = [
        module.register_forward_pre_hook(_look(seen.setdefault(name, _Sums())))
        for layer, block in enumerate(model.encoder.layer)
        for name, module in _matrices(f"l{layer}", block).items()
    ]
    with torch.inference_mode():
        for text in texts:
            model(torch.tensor([text]))
    for hook in hooks:
        hook.remove()
    return {name: sums.inputs() for name, sums in seen.items()}


class _Sums:
    """What is gathered of the inputs of one matrix, text by text."""

    def __init__(self) -> None:
        self._low, self._high = np.array(np.inf, dtype=np.float32), np.array(-np.inf, dtype=np.float32)
        self._products = np.zeros(())
        self._count = 0

    def add(self, values: NDArray[np.float32]) -> None:
        """Add the tokens of a text, shape (tokens, n)."""
        exact = values.astype(np.float64)
        self._low, self._high = np.minimum(self._low, values.min(0)), np.maximum(self._high, values.max(0))
        self._products = self._products + exact.T @ exact
        self._count += len(values)

    def inputs(self) -> Inputs:
        """Give it as a whole; the reach in hundredths, outwards, so that it does not hang on a sum's last bit."""
        low, high = np.floor(self._low * 100) / 100, np.ceil(self._high * 100) / 100
        return Inputs(low.astype(np.float32), high.astype(np.float32), self._products / self._count)


def _matrices(prefix: str, block: torch.nn.Module) -> dict[str, torch.nn.Module]:
    return {
        f"{prefix}.qkv": block.attention.self.query,
        f"{prefix}.ao": block.attention.output.dense,
        f"{prefix}.fi": block.intermediate.dense,
        f"{prefix}.fo": block.output.dense,
    }


def _look(sums: _Sums) -> Callable[[torch.nn.Module, Any], None]:
    return lambda _module, inputs: sums.add(inputs[0].flatten(0, -2).numpy())
