"""Float weights of a shipped reader, to train it further: `python -m embedding.reader.restore OUT --start FOLDER`.

Its float model is not stored. The word vectors are those of the float model that it began with, since training freezes
them; the matrices are what their int8 values stand for.
"""

import shutil
from pathlib import Path

import click
import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from transformers import BertModel

from embedding.description import TOKENIZER
from embedding.folder import BERT_NAMES, bert_name
from embedding.reader.description import WEIGHTS
from embedding.reader.reader import BUNDLED
from embedding.reader.span_model import SpanModel

Folder = click.Path(file_okay=False, path_type=Path)
There = click.Path(exists=True, file_okay=False, path_type=Path)
Constants = dict[str, NDArray[np.float32]]


@click.command()
@click.argument("out", type=Folder)
@click.option("--start", type=There, required=True, help="Float model that the reader was trained from.")
@click.option("--reader", type=There, default=BUNDLED, show_default=True, help="Folder of the shipped reader.")
def main(out: Path, start: Path, reader: Path) -> None:
    """Write the reader as a float folder that training can start from."""
    restored(start, onnx.load(reader / WEIGHTS)).save(out)
    shutil.copy(start / TOKENIZER, out / TOKENIZER)


def restored(start: Path, graph: onnx.ModelProto) -> SpanModel:
    """Return the reader of an int8 graph, with the embeddings of the float model that it was trained from."""
    constants = {item.name: numpy_helper.to_array(item) for item in graph.graph.initializer}
    model = SpanModel(BertModel.from_pretrained(start, add_pooling_layer=False))
    layers = range(model.bert.config.num_hidden_layers)
    weights = {name: values for layer in layers for name, values in _layer(constants, f"l{layer}.").items()}
    tensors = {bert_name(name): torch.from_numpy(values.copy()) for name, values in weights.items()}
    model.bert.load_state_dict(tensors, strict=False)
    model.head.load_state_dict(
        {"weight": torch.from_numpy(constants["head.w"].T.copy()), "bias": torch.from_numpy(constants["head.b"].copy())}
    )
    return model


def _layer(constants: Constants, name: str) -> Constants:
    found: Constants = {}
    for part in ("ao", "fi", "fo"):
        found |= {
            f"{name}{part}.w": matrix(constants, f"{name}{part}"),
            f"{name}{part}.b": constants[f"{name}{part}.b"],
        }
    for kind, joined in (("w", matrix(constants, f"{name}qkv")), ("b", constants[f"{name}qkv.b"])):
        found |= {f"{name}{part}.{kind}": third for part, third in zip("qkv", np.split(joined, 3), strict=True)}
    norms = (part for part in BERT_NAMES if part.endswith("ln"))
    return found | {f"{name}{part}.{kind}": constants[f"{name}{part}.{kind}"] for part in norms for kind in "wb"}


def matrix(constants: Constants, name: str) -> NDArray[np.float32]:
    """Return the float matrix, outputs by inputs, of an int8 product; outlying inputs have float columns apart."""
    values = (constants[f"{name}.q"] * constants[f"{name}.scale"]).T.astype(np.float32)
    if f"{name}.outliers" in constants:
        values[:, constants[f"{name}.outliers"]] = constants[f"{name}.outliers.w"].T
    return np.ascontiguousarray(values)


if __name__ == "__main__":
    main()
