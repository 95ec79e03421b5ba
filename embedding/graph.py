"""Write a BERT encoder as an int8 ONNX graph, straight from its weights.

The operators are onnxruntime's own fused ones, chosen by measurement on a processor with AVX2 (one thread, 120 tokens):
this graph 42 ms; torch's export through onnxruntime's BERT fusions and dynamic quantisation 46 ms; float 75 ms. Most of
the difference is SkipLayerNormalization, slower than Add and LayerNormalization.
"""

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from embedding.quantisation import LARGEST_EMBEDDING, Floats, Inputs, input_scale, quantise, quantise_weights
from embedding.restore import Shape, Weights

CONTRIB = "com.microsoft"


def build_graph(shape: Shape, weights: Weights, seen: dict[str, Inputs]) -> onnx.ModelProto:
    """Return the quantised encoder: input_ids and attention_mask to last_hidden_state, float32.

    The scales of the inputs are constants, so the vector of a text depends on nothing but the text. (Scales taken from
    each batch, as dynamic quantisation does, let batch mates and padding turn a vector by a cosine of down to 0.97.)
    Token types are not an input: every token has type 0, and its vector is added to the positions beforehand.
    """
    graph = _Graph(shape, weights, seen)
    graph.node("Identity", [_encoder(graph)], output="last_hidden_state")
    return graph.model(shape.width)


def build_reader_graph(shape: Shape, weights: Weights, seen: dict[str, Inputs]) -> onnx.ModelProto:
    """Return the quantised encoder with the reader's head, float: two scores a token, output `scores`.

    `weights` also holds `head.w`, shape (2, width), and `head.b`.
    """
    graph = _Graph(shape, weights, seen)
    product = graph.node("MatMul", [_encoder(graph), graph.constant("head.w", weights["head.w"].T)])
    graph.node("Add", [product, graph.constant("head.b", weights["head.b"])], output="scores")
    return graph.model(2)


class _Graph:
    """Nodes and constants in the order in which they are added."""

    def __init__(self, shape: Shape, weights: Weights, seen: dict[str, Inputs]) -> None:
        self.shape = shape
        self.weights = weights
        self._seen = seen
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str = "", **attributes: object) -> str:
        return self.nodes(kind, inputs, [output or f"{kind}_{len(self._nodes)}"], **attributes)[0]

    def nodes(self, kind: str, inputs: list[str], outputs: list[str], **attributes: object) -> list[str]:
        self._nodes.append(helper.make_node(kind, inputs, outputs, **attributes))
        return outputs

    def linear(self, inputs: str, name: str, matrix: Floats, bias: Floats) -> str:
        """Multiply by a matrix in int8, one scale a column; outlying inputs take a way of their own, in float."""
        outliers = self._seen[name].outliers()
        product = self._int8_product(inputs, name, matrix, bias)
        if not outliers:
            return product
        units = self.constant(f"{name}.outliers", np.array(outliers, dtype=np.int64))
        columns = self.constant(f"{name}.outliers.w", matrix[:, outliers].T)
        loud = self.node("MatMul", [self.node("Gather", [inputs, units], axis=2), columns])
        return self.node("Add", [product, loud])

    def _int8_product(self, inputs: str, name: str, matrix: Floats, bias: Floats) -> str:
        values, scale = quantise_weights(matrix, self._seen[name])
        step, zero = input_scale(self._seen[name])
        input_step = self.constant(f"{name}.step", step)
        input_zero = self.constant(f"{name}.zero", zero)
        return self.node(
            "MatMulIntegerToFloat",
            [
                self.node("QuantizeLinear", [inputs, input_step, input_zero]),
                self.constant(f"{name}.q", values.T),
                input_step,
                self.constant(f"{name}.scale", scale.ravel()),
                input_zero,
                self.constant(f"{name}.q.zero", np.zeros(len(values), dtype=np.int8)),
                self.constant(f"{name}.b", bias),
            ],
            domain=CONTRIB,
        )

    def dense(self, inputs: str, name: str) -> str:
        return self.linear(inputs, name, self.weights[f"{name}.w"], self.weights[f"{name}.b"])

    def normalise(self, inputs: str, name: str) -> str:
        scale = self.constant(f"{name}.w", self.weights[f"{name}.w"])
        shift = self.constant(f"{name}.b", self.weights[f"{name}.b"])
        return self.node("LayerNormalization", [inputs, scale, shift], axis=-1, epsilon=self.shape.epsilon)

    def model(self, columns: int) -> onnx.ModelProto:
        """Return the whole graph; its one output, that of the last node, has so many columns."""
        sizes = ["batch", "sequence"]
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, sizes) for name in ("input_ids", "attention_mask")
        ]
        name = self._nodes[-1].output[0]
        output = helper.make_tensor_value_info(name, TensorProto.FLOAT, [*sizes, columns])
        graph = helper.make_graph(self._nodes, "encoder", inputs, [output], self._constants)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)]
        # IR version 9 is read by onnxruntime 1.17 and later.
        return helper.make_model(graph, opset_imports=opsets, ir_version=9, producer_name="rujukan")


def _encoder(graph: _Graph) -> str:
    mask = graph.node("Cast", ["attention_mask"], to=TensorProto.INT32)
    states = _embeddings(graph)
    for layer in range(graph.shape.layers):
        states = _layer(graph, f"l{layer}.", states, mask)
    return states


def _embeddings(graph: _Graph) -> str:
    values, scale = quantise(graph.weights["emb.word"], axis=1, largest=LARGEST_EMBEDDING)
    rows = graph.node("Gather", [graph.constant("emb.word.q", values), "input_ids"])
    scales = graph.node("Gather", [graph.constant("emb.word.scale", scale), "input_ids"])
    words = graph.node("Mul", [graph.node("Cast", [rows], to=TensorProto.FLOAT), scales])
    places = graph.constant("emb.pos", graph.weights["emb.pos"] + graph.weights["emb.type"][0])
    length = graph.node("Shape", ["input_ids"], start=1)
    first = graph.constant("first", np.zeros(1, dtype=np.int64))
    places = graph.node("Slice", [places, first, length, first])
    return graph.normalise(graph.node("Add", [words, places]), "emb.ln")


def _layer(graph: _Graph, name: str, states: str, mask: str) -> str:
    mixed = graph.dense(_attention(graph, name, states, mask), f"{name}ao")
    states = graph.normalise(graph.node("Add", [mixed, states]), f"{name}aln")
    inner = graph.node("Gelu", [graph.dense(states, f"{name}fi")], domain=CONTRIB)
    return graph.normalise(graph.node("Add", [graph.dense(inner, f"{name}fo"), states]), f"{name}oln")


def _attention(graph: _Graph, name: str, states: str, mask: str) -> str:
    matrix = np.concatenate([graph.weights[f"{name}{part}.w"] for part in "qkv"])
    bias = np.concatenate([graph.weights[f"{name}{part}.b"] for part in "qkv"])
    joined = graph.linear(states, f"{name}qkv", matrix, bias)
    parts = graph.nodes("Split", [joined], [f"{name}{part}" for part in "qkv"], axis=2, num_outputs=3)
    return graph.node("MultiHeadAttention", [*parts, "", mask], domain=CONTRIB, num_heads=graph.shape.heads)
