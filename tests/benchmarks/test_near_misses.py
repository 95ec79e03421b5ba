"""The questions that the published files beside this repository nearly answer: each names the file it nearly hits.

They were judged by searching the text of every one of those files, recognised pages too, for what is asked.
"""

import hashlib
import json
from pathlib import Path

import pytest

from search.evaluation import judged

QUESTIONS = Path(__file__).parents[2] / "benchmarks/near_misses.jsonl"
FILES = Path(__file__).parents[3] / "shared/realdocs/files"
RECORDS = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf8").splitlines()]


def test_there_are_enough_of_every_type_and_of_many_files() -> None:
    assert len(RECORDS) >= 64
    assert {record["type"] for record in RECORDS} == {"atribut", "kosong", "langkah", "objek", "tahun", "tarif", "unit"}
    assert len({record["near"] for record in RECORDS}) >= 64


def test_none_is_answered_and_none_is_asked_twice() -> None:
    questions = judged.load(QUESTIONS)
    assert not any(question.answerable for question in questions)
    assert len({question.text.casefold() for question in questions}) == len(questions) == len(RECORDS)


@pytest.mark.skipif(not FILES.exists(), reason="realdocs is not beside this repository")
def test_the_files_are_those_that_were_judged() -> None:
    for record in RECORDS:
        assert hashlib.sha256((FILES / record["near"]).read_bytes()).hexdigest() == record["sha256"], record["id"]
