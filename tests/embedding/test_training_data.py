import json
import lzma
import random
from pathlib import Path

from embedding.training_data import KEPT, as_typed, kept_texts, question_of


def test_a_legal_term_becomes_a_question_and_a_question_stays() -> None:
    chance = random.Random(1)
    assert "Izin Usaha" in question_of({"query": "Izin Usaha", "alias": ""}, chance)
    assert question_of({"query": "Apa itu Izin Usaha?"}, chance) == "Apa itu Izin Usaha?"


def test_some_questions_are_typed_in_small_letters() -> None:
    chance = random.Random(1)
    typed = {as_typed("Siapa Menteri Dalam Negeri?", chance) for _ in range(50)}
    assert typed == {"Siapa Menteri Dalam Negeri?", "siapa menteri dalam negeri"}


def test_kept_texts_are_questions_when_short_and_passages_when_long(tmp_path: Path) -> None:
    long = " ".join(["kata"] * 20)
    for name, _ in KEPT:
        rows = (
            ["ini kalimat pendek\tthis is short", f"{long}\t{long}"] if ".tsv" in name else ["ini kalimat pendek", long]
        )
        text = "\n".join(json.dumps({"text": row}) for row in rows) if ".jsonl" in name else "\n".join(rows)
        (tmp_path / name).write_bytes(lzma.compress(text.encode()))
    found = kept_texts(tmp_path, seed=1)
    assert {text.split(": ")[0]: len(text.split()) > 16 for text in found} == {"query": False, "passage": True}
