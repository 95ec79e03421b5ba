"""Write the folder that is shipped: the int8 graph of encoder and head, and what it says about itself."""

from collections.abc import Sequence
from pathlib import Path

import onnx
from transformers import BertModel

from embedding.calibrate import calibrate
from embedding.folder import from_bert
from embedding.graph import build_reader_graph
from embedding.reader.description import WEIGHTS, describe
from embedding.reader.span_model import SpanModel
from embedding.restore import Shape


def write_reader(folder: Path, model: SpanModel, calibration: Sequence[list[int]]) -> None:
    """Write the trained model in int8; its scales are measured on texts given as token ids."""
    seen = calibrate(model.bert, calibration)
    weights = from_bert(model.bert)
    weights |= {"head.w": model.head.weight.detach().numpy(), "head.b": model.head.bias.detach().numpy()}
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(build_reader_graph(_shape(model.bert), weights, seen), folder / WEIGHTS)
    describe(folder)


def _shape(bert: BertModel) -> Shape:
    sizes = bert.config
    return Shape(
        width=sizes.hidden_size,
        layers=sizes.num_hidden_layers,
        heads=sizes.num_attention_heads,
        inner=sizes.intermediate_size,
        vocabulary=sizes.vocab_size,
        positions=sizes.max_position_embeddings,
        types=sizes.type_vocab_size,
        epsilon=sizes.layer_norm_eps,
    )
