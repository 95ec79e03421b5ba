"""The int8 graph computes what the float network computes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.restore import Shape, Weights

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from transformers import BertModel

    from embedding.quantisation import Inputs

pytestmark = pytest.mark.model

SHAPE = Shape(width=32, layers=2, heads=4, inner=64, vocabulary=50, positions=40, types=2, epsilon=1e-12)


@pytest.fixture(scope="module")
def weights() -> Weights:
    """Return random weights, one inner unit of which is driven far beyond all others."""
    random = np.random.default_rng(5)
    shapes = {"emb.word": (50, 32), "emb.pos": (40, 32), "emb.type": (2, 32), "emb.ln.w": (32,), "emb.ln.b": (32,)}
    for layer in ("l0", "l1"):
        shapes |= {f"{layer}.{part}.w": (32, 32) for part in ("q", "k", "v", "ao")} | {f"{layer}.fi.w": (64, 32)}
        shapes |= {f"{layer}.{part}.b": (32,) for part in ("q", "k", "v", "ao", "fo", "aln", "oln")}
        shapes |= {f"{layer}.fo.w": (32, 64), f"{layer}.fi.b": (64,), f"{layer}.aln.w": (32,), f"{layer}.oln.w": (32,)}
    made = {name: random.normal(0, 0.2, size).astype(np.float32) for name, size in shapes.items()}
    made |= {name: 1 + values for name, values in made.items() if name.endswith("ln.w")}
    made["l1.fi.b"][7] = 90.0
    return made


@pytest.fixture(scope="module")
def bert(weights: Weights) -> BertModel:
    return pytest.importorskip("embedding.folder").to_bert(SHAPE, weights)


@pytest.fixture(scope="module")
def seen(bert: BertModel) -> dict[str, Inputs]:
    ids = np.random.default_rng(1).integers(0, SHAPE.vocabulary, (20, 30))
    return pytest.importorskip("embedding.calibrate").calibrate(bert, ids.tolist())


@pytest.fixture(scope="module")
def session(weights: Weights, seen: dict[str, Inputs]) -> InferenceSession:
    model = pytest.importorskip("embedding.graph").build_graph(SHAPE, weights, seen)
    runtime = pytest.importorskip("onnxruntime")
    return runtime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])


def run(
    session: InferenceSession, ids: NDArray[np.int64], mask: NDArray[np.int64] | None = None
) -> NDArray[np.float32]:
    (states,) = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids) if mask is None else mask})
    return np.asarray(states, dtype=np.float32)


def test_the_unit_that_reaches_far_beyond_the_others_is_found(seen: dict[str, Inputs]) -> None:
    assert {name: inputs.outliers() for name, inputs in seen.items() if name.endswith("fo")} == {
        "l0.fo": [],
        "l1.fo": [7],
    }


def test_int8_stays_near_float(bert: BertModel, session: InferenceSession) -> None:
    torch = pytest.importorskip("torch")
    ids = np.random.default_rng(2).integers(0, SHAPE.vocabulary, (8, 25))
    with torch.inference_mode():
        expected = bert(torch.from_numpy(ids)).last_hidden_state.numpy()
    shipped = run(session, ids)
    cosine = (shipped * expected).sum(-1) / np.linalg.norm(shipped, axis=-1) / np.linalg.norm(expected, axis=-1)
    assert cosine.min() > 0.995


def test_padding_and_batch_mates_change_nothing(session: InferenceSession) -> None:
    ids = np.random.default_rng(3).integers(0, SHAPE.vocabulary, (3, 20))
    mask = np.ones_like(ids)
    mask[0, 12:] = 0
    np.testing.assert_allclose(run(session, ids, mask)[0, :12], run(session, ids[:1, :12])[0], atol=1e-4)


def test_the_readers_graph_ends_in_its_head(weights: Weights, seen: dict[str, Inputs], bert: BertModel) -> None:
    torch = pytest.importorskip("torch")
    head = {"head.w": np.eye(2, 32, dtype=np.float32), "head.b": np.array([0.0, 1.0], dtype=np.float32)}
    model = pytest.importorskip("embedding.graph").build_reader_graph(SHAPE, weights | head, seen)
    session = pytest.importorskip("onnxruntime").InferenceSession(
        model.SerializeToString(), providers=["CPUExecutionProvider"]
    )
    ids = np.random.default_rng(3).integers(0, SHAPE.vocabulary, (2, 20))
    with torch.inference_mode():
        states = bert(torch.from_numpy(ids)).last_hidden_state.numpy()
    assert np.abs(run(session, ids) - (states[:, :, :2] + [0.0, 1.0])).max() < 0.2
