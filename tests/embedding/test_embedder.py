"""The bundled model, as every other room sees it."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.embedder import BUNDLED, Embedder, ModelError, load
from tests.embedding.sentences import sentences


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load(threads=2)


def test_rows_are_unit_vectors_of_the_models_width(embedder: Embedder) -> None:
    rows = embedder.embed_passages(sentences(20))
    assert rows.shape == (20, embedder.width)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-5)


def test_no_text_gives_no_row(embedder: Embedder) -> None:
    assert embedder.embed_passages([]).shape == (0, embedder.width)
    assert embedder.embed_queries([]).shape == (0, embedder.width)


def test_rows_come_in_the_order_of_the_texts(embedder: Embedder) -> None:
    texts = sentences(12)
    together = embedder.embed_passages(texts)
    for text, row in zip(texts, together, strict=True):
        np.testing.assert_array_equal(row, embedder.embed_passages([text])[0])


def test_a_vector_depends_on_the_text_alone(embedder: Embedder) -> None:
    text = "Kunci gudang disimpan pengurus barang."
    alone = embedder.embed_passages([text])[0]
    crowd = [*sentences(9), text, "kata " * 900]
    np.testing.assert_array_equal(alone, embedder.embed_passages(crowd)[9])
    np.testing.assert_array_equal(alone, load(threads=1).embed_passages([text])[0])


def test_questions_and_passages_have_different_prompts(embedder: Embedder) -> None:
    text = ["Siapa yang menandatangani berita acara?"]
    assert float((embedder.embed_queries(text) @ embedder.embed_passages(text).T)[0, 0]) < 0.999


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        (
            "Berapa lama berkas keberatan pajak diproses?",
            "Keberatan diputus paling lama dua belas bulan sejak surat diterima lengkap.",
            "Kendaraan dinas dicuci setiap hari Jumat oleh pengemudi.",
        ),
        (
            "bagaimana kalau kursi kantor patah",
            "Barang rusak berat diusulkan dihapus dengan berita acara pemeriksaan.",
            "Rapat komunitas dimulai dengan pembacaan notulen yang lalu.",
        ),
        (
            "Who approves the terms of reference?",
            "Kerangka acuan kerja disetujui oleh kuasa pengguna anggaran.",
            "Taman kota dibuka pukul enam pagi.",
        ),
    ],
)
def test_a_question_is_nearer_to_its_answer(embedder: Embedder, question: str, answer: str, other: str) -> None:
    near, far = embedder.embed_passages([answer, other]) @ embedder.embed_queries([question])[0]
    assert near > far


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "\u200b", "🙂", "漢字", "x" * 100_000, "barang milik daerah " * 5_000]
)
def test_odd_and_very_long_texts_have_a_vector(embedder: Embedder, text: str) -> None:
    rows: NDArray[np.float32] = np.vstack([embedder.embed_passages([text]), embedder.embed_queries([text])])
    assert np.isfinite(rows).all()


def test_only_the_first_512_tokens_are_read(embedder: Embedder) -> None:
    start = "rapat " * 600
    one, two = embedder.embed_passages([start, start + "sama sekali lain"])
    np.testing.assert_array_equal(one, two)


def test_neither_torch_nor_the_runtime_is_imported_before_it_is_needed() -> None:
    program = (
        "import sys; from embedding.embedder import load; "
        "assert 'onnxruntime' not in sys.modules; "
        "load().embed_queries(['apa']); "
        "assert 'torch' not in sys.modules and 'sentence_transformers' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=BUNDLED.parents[1])


@pytest.mark.parametrize("wrong", ["/tidak/ada/model", "./tidak-ada", "satu/dua/tiga", Path("tidak-ada")])
def test_a_wrong_path_is_told_with_the_value_and_what_to_do(wrong: str | Path) -> None:
    with pytest.raises(ModelError) as caught:
        load(wrong)
    assert repr(str(wrong)) in str(caught.value)
    assert "setelan model" in str(caught.value)


def test_an_empty_setting_means_the_bundled_model(embedder: Embedder) -> None:
    assert load("").model_id == embedder.model_id


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="the extra `models` is installed")
def test_without_the_extra_the_error_names_it(tmp_path: Path) -> None:
    for model in ("sebuah/nama", tmp_path):
        with pytest.raises(ModelError, match=r"rujukan\[models\]"):
            load(model)
