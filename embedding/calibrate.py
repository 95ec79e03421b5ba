"""Measure which values the inputs of the matrices take, so that int8 needs no look at the text it is given."""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import torch
from transformers import BertModel

from embedding.graph import InputRange


def calibrate(model: BertModel, texts: Iterable[list[int]]) -> dict[str, InputRange]:
    """Return the input ranges of every matrix of the encoder, by name, over texts given as token ids."""
    seen: dict[str, InputRange] = {}
    hooks = [
        module.register_forward_pre_hook(_widen(seen, name))
        for layer, block in enumerate(model.encoder.layer)
        for name, module in _matrices(f"l{layer}", block).items()
    ]
    with torch.inference_mode():
        for text in texts:
            model(torch.tensor([text]))
    for hook in hooks:
        hook.remove()
    return seen


def _matrices(prefix: str, block: torch.nn.Module) -> dict[str, torch.nn.Module]:
    return {
        f"{prefix}.qkv": block.attention.self.query,
        f"{prefix}.ao": block.attention.output.dense,
        f"{prefix}.fi": block.intermediate.dense,
        f"{prefix}.fo": block.output.dense,
    }


def _widen(seen: dict[str, InputRange], name: str) -> Callable[[torch.nn.Module, Any], None]:
    def look(_module: torch.nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
        values = inputs[0].flatten(0, -2)
        # Hundredths, outwards: the files do not depend on the last bit of a processor's float sums.
        low = np.floor(values.amin(0).numpy() * 100) / 100
        high = np.ceil(values.amax(0).numpy() * 100) / 100
        old = seen.get(name, InputRange(low, high))
        seen[name] = InputRange(np.minimum(old.low, low), np.maximum(old.high, high))

    return look
