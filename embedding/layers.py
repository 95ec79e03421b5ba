"""Leave layers out of an encoder."""

from collections.abc import Collection
from dataclasses import replace

from embedding.restore import Shape, Weights


def without_layers(shape: Shape, weights: Weights, left_out: Collection[int]) -> tuple[Shape, Weights]:
    """Return sizes and weights without these layers, counted from 0; the others keep their order and close up."""
    kept = [layer for layer in range(shape.layers) if layer not in left_out]
    places = {f"l{old}": f"l{new}" for new, old in enumerate(kept)}
    dropped = {f"l{layer}" for layer in left_out}
    found = {}
    for name, values in weights.items():
        layer, _, rest = name.partition(".")
        if layer not in dropped:
            found[f"{places.get(layer, layer)}.{rest}"] = values
    return replace(shape, layers=len(kept)), found
