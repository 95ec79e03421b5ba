"""sentence-transformers opens the bundled folder, and its own models come through the same call."""

import json
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from embedding.embedder import BUNDLED, ModelError, load
from tests.embedding.sentences import sentences

pytestmark = pytest.mark.model

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "barang", "milik", "daerah", "pajak", "rapat", "tanya", "teks", ":"]


@pytest.fixture(scope="module")
def library() -> ModuleType:
    pytest.importorskip("torch")
    module: ModuleType = pytest.importorskip("sentence_transformers")
    return module


@pytest.fixture
def tiny(library: ModuleType, tmp_path: Path) -> Path:
    """Return the folder of a random BERT of width 8 that brings prompts of its own."""
    transformers, torch = pytest.importorskip("transformers"), pytest.importorskip("torch")
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "vocab.txt").write_text("\n".join(PIECES))
    transformers.BertTokenizerFast(vocab_file=str(raw / "vocab.txt")).save_pretrained(raw)
    torch.manual_seed(3)
    sizes = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    config = transformers.BertConfig(vocab_size=len(PIECES), max_position_embeddings=64, **sizes)
    transformers.BertModel(config).save_pretrained(raw)
    prompts = {"query": "tanya: ", "document": "teks: "}
    library.SentenceTransformer(str(raw), prompts=prompts).save(str(tmp_path / "tiny"))
    return tmp_path / "tiny"


def test_its_onnx_backend_gives_the_same_vectors(library: ModuleType) -> None:
    questions, passages = sentences(100, seed=1), [*sentences(98, seed=2), "", "dokumen contoh " * 400]
    settings = {"file_name": "onnx/model_qint8.onnx", "provider": "CPUExecutionProvider"}
    theirs = library.SentenceTransformer(str(BUNDLED), device="cpu", backend="onnx", model_kwargs=settings)
    ours = load()
    of_questions = (theirs.encode_query(questions) * ours.embed_queries(questions)).sum(axis=1)
    of_passages = (theirs.encode_document(passages) * ours.embed_passages(passages)).sum(axis=1)
    assert min(of_questions.min(), of_passages.min()) >= 0.999


def test_another_model_is_loaded_by_its_path_with_its_own_prompts(library: ModuleType, tiny: Path) -> None:
    theirs, ours = library.SentenceTransformer(str(tiny), device="cpu"), load(tiny, threads=1)
    texts = ["barang milik daerah", "pajak", "", "rapat " * 100]
    assert ours.width == 8
    for rows, prompt in ((ours.embed_queries(texts), "tanya: "), (ours.embed_passages(texts), "teks: ")):
        expected = theirs.encode(texts, prompt=prompt, normalize_embeddings=True)
        np.testing.assert_allclose(rows, expected, atol=1e-5)
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)


def test_no_text_gives_no_row(tiny: Path) -> None:
    assert load(tiny).embed_queries([]).shape == (0, 8)


def test_its_id_is_stable_and_follows_the_prompts(tiny: Path) -> None:
    before = load(tiny).model_id
    assert load(tiny).model_id == before
    path = tiny / "config_sentence_transformers.json"
    settings = json.loads(path.read_text())
    path.write_text(json.dumps(settings | {"prompts": {"query": "rapat: ", "document": "teks: "}}))
    assert load(tiny).model_id != before


def test_a_folder_that_holds_no_model_is_told(library: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="tidak dapat dimuat"):
        load(tmp_path)


def test_a_name_that_cannot_be_had_without_a_network_is_told_in_one_line(
    library: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pytest.importorskip("huggingface_hub").constants, "ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(ModelError, match="belum pernah diunduh") as told:
        load("penerbit/model-yang-tidak-ada")
    assert "http://127.0.0.1:9 tidak dapat dihubungi" in str(told.value)
    assert "\n" not in str(told.value)
    assert capfd.readouterr().err == ""
