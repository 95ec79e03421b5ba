"""What the reader is trained on."""

import json
import lzma
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.reader.example import WORDS, Example, cut
from embedding.reader.examples import Mixture, examples

FOUND = Mixture(people=3, missed=3, exchanged=0, laws=2400)
"""What is found in files, without what is invented."""
LONG = " ".join(f"kata{number}" for number in range(300))
PEOPLE = [
    {"question": question, "context": context, "answers": answers, "is_impossible": not answers}
    for question, context, answers in (
        ("Di mana kantor?", "Kantor berada di Gambir.", ["Gambir"]),
        ("Kapan kantor tutup?", "Kantor tutup pukul empat.", ["pukul empat"]),
        ("Di mana kantor lama?", "Kantor berada di Gambir.", []),
    )
]
ARTICLE = (
    "(1) Status penggunaan barang milik daerah ditetapkan oleh Gubernur. (2) Pengurus barang menyimpan dokumen"
    " kepemilikan barang milik daerah selain tanah dan bangunan dengan tertib dan aman"
    " di tempat yang kering serta terkunci."
)
LAWS = [
    {"doc": str(number), "title": "Peraturan tentang Barang Daerah", "bab": "Penggunaan", "pasal": "4", "text": ARTICLE}
    for number in range(40)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in (("qa-idkmrc", PEOPLE), ("peraturan-pasal", LAWS)):
        packed = lzma.compress("\n".join(json.dumps(row) for row in rows).encode())
        (tmp_path / f"{name}.jsonl.xz").write_bytes(packed)
    return tmp_path


def test_an_answer_is_where_the_example_says(folder: Path) -> None:
    answered = [example for example in examples(folder, 1, FOUND) if example.start >= 0]
    answers = {example.passage[example.start : example.end] for example in answered}
    assert answers == {"Gambir", "pukul empat", "Gubernur"}


def test_the_same_seed_gives_the_same_examples(folder: Path) -> None:
    assert examples(folder, 3, FOUND) == examples(folder, 3, FOUND)
    assert examples(folder, 3, FOUND) != examples(folder, 4, FOUND)


def test_a_law_stands_with_its_title_and_also_without_its_answer(folder: Path) -> None:
    made = [example for example in examples(folder, 1, FOUND) if "dokumen kepemilikan" in example.passage]
    assert any(example.passage.startswith("Barang Daerah\nPenggunaan\n") for example in made)
    without = [example for example in made if "Gubernur" not in example.passage]
    assert without
    assert all((example.start, example.end) == (-1, -1) for example in without)
    assert not any("(1)" in example.passage for example in without)


@given(st.integers(0, 298), st.integers(1, 30), st.integers(0, 10_000))
def test_a_long_text_is_cut_around_its_answer(first: int, length: int, seed: int) -> None:
    words = LONG.split(" ")
    answer = " ".join(words[first : first + length])
    start = LONG.index(answer)
    found = cut("?", LONG, start, start + len(answer), random.Random(seed))
    assert found.passage[found.start : found.end] == answer
    assert len(found.passage.split()) == WORDS


def test_a_short_text_stays_whole() -> None:
    assert cut("?", "satu dua", 5, 8, random.Random(1)) == Example("?", "satu dua", 5, 8)
