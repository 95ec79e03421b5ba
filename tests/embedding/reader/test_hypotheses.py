"""Questions for yes or no, made of hypotheses that people wrote to texts."""

import json
import lzma
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.reader.example import WORDS
from embedding.reader.hypotheses import asked_whether, of_hypotheses
from embedding.training_data import NLI

PREMISE = "Sewa barang daerah dibayar di muka. Lamanya paling banyak lima tahun."
ROWS = [
    {"premise": PREMISE, "hypothesis": "Sewa paling banyak lima tahun.", "label": "entailment"},
    {"premise": PREMISE, "hypothesis": "Barang daerah tidak disewakan.", "label": "contradiction"},
    {"premise": PREMISE, "hypothesis": "Penyewa harus warga kota.", "label": "neutral"},
    {"premise": "Kantor tutup pukul empat.", "hypothesis": "Kantor buka malam hari.", "label": "contradiction"},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in zip(NLI, (ROWS[:2], ROWS[2:]), strict=True):
        (tmp_path / name).write_bytes(lzma.compress("\n".join(map(json.dumps, rows)).encode()))
    return tmp_path


def test_the_sentence_nearest_to_what_is_entailed_or_contradicted_answers(folder: Path) -> None:
    made = of_hypotheses(folder, 4, random.Random(1))
    assert {example.passage[example.start : example.end] for example in made if example.start >= 0} == {
        "Lamanya paling banyak lima tahun.",
        "Sewa barang daerah dibayar di muka.",
        "Kantor tutup pukul empat.",
    }


def test_a_text_that_tells_neither_does_not_answer(folder: Path) -> None:
    made = of_hypotheses(folder, 4, random.Random(1))
    assert [example.end for example in made if "warga kota" in example.question.lower()] == [-1]


def test_the_same_chance_gives_the_same_examples(folder: Path) -> None:
    assert of_hypotheses(folder, 3, random.Random(2)) == of_hypotheses(folder, 3, random.Random(2))


def test_none_are_made_where_none_are_wanted(tmp_path: Path) -> None:
    assert of_hypotheses(tmp_path, 0, random.Random(1)) == []


@given(st.integers(0, 1000))
def test_a_denial_is_asked_with_or_without_its_negation(seed: int) -> None:
    asked = asked_whether("Barang tidak disewakan.", random.Random(seed)).lower()
    assert "barang disewakan" in asked or "barang tidak disewakan" in asked


@given(seed=st.integers(0, 1000))
def test_a_passage_has_the_size_that_search_gives(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("nli")
    long = [{**row, "premise": f"{number} " + "kata " * 40} for number, row in enumerate(ROWS)]
    for name in NLI:
        (folder / name).write_bytes(lzma.compress("\n".join(map(json.dumps, long)).encode()))
    made = of_hypotheses(folder, 8, random.Random(seed))
    assert all(len(example.passage.split()) <= WORDS for example in made)
