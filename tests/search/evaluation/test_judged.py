"""Judged questions: what a line says, and that one bad line leaves nothing half loaded."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.scope import OPERATOR
from search.evaluation.judged import load, records
from tests.engine.shelf import shelve
from tests.search.library import searcher_of

SAMPLE = Path(__file__).parents[3] / "corpora/contoh.questions.jsonl"


def written(tmp_path: Path, *lines: dict[str, Any] | str) -> Path:
    file = tmp_path / "soal.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    file.write_text("\n".join(texts), encoding="utf8")
    return file


def test_the_sample_is_read_whole() -> None:
    questions = load(SAMPLE)
    assert len(questions) >= 70
    assert sum(not question.answerable for question in questions) == 12
    assert all(question.quote for question in questions if question.answerable)


def test_a_line_needs_only_its_question_and_its_file(tmp_path: Path) -> None:
    (question,) = load(written(tmp_path, "", {"q": "apa itu hibah", "path": "a.txt", "note": "diabaikan"}))
    assert (question.id, question.text, question.path) == ("2", "apa itu hibah", "a.txt")
    assert question.answered_by("rak mana pun", "a.txt")
    assert not question.answered_by("rak mana pun", "b.txt")


def test_without_a_path_nothing_answers(tmp_path: Path) -> None:
    (question,) = load(written(tmp_path, {"q": "siapa yang menang", "path": None}))
    assert not question.answerable
    assert not question.answered_by("rak", "a.txt")


def test_a_named_source_narrows_the_file(tmp_path: Path) -> None:
    (question,) = load(written(tmp_path, {"q": "hibah", "path": "a.txt", "also": ["b.txt"], "source": "rak"}))
    assert question.answered_by("rak", "a.txt")
    assert question.answered_by("rak", "b.txt")
    assert not question.answered_by("lemari", "a.txt")


def test_paths_are_compared_in_nfc(tmp_path: Path) -> None:
    (question,) = load(written(tmp_path, {"q": "hibah", "path": "cafe\u0301.txt"}))
    assert question.answered_by("rak", "caf\u00e9.txt")


def test_a_byte_order_mark_and_a_line_separator_in_a_string_are_no_lines(tmp_path: Path) -> None:
    line = json.dumps({"q": "hibah\u2028aset", "path": "a.txt"}, ensure_ascii=False)
    (question,) = load(written(tmp_path, "\ufeff" + line))
    assert question.text == "hibah\u2028aset"


def test_the_place_is_the_page_where_one_is_judged(catalog: Catalog, tmp_path: Path) -> None:
    shelve(catalog, "a.txt", ["hibah dicatat", "sewa aset"])
    hits = searcher_of(catalog).search(catalog, "hibah", OPERATOR).hits
    passage = hits[0].card
    file = written(
        tmp_path,
        {"id": 1, "q": "hibah", "path": "a.txt", "page": passage.page},
        {"id": 2, "q": "hibah", "path": "a.txt", "page": 7},
        {"id": 3, "q": "hibah", "path": "a.txt", "sheet": "KIB A"},
        {"id": 4, "q": "hibah", "path": "a.txt"},
    )
    assert [question.at_place(passage) for question in load(file)] == [True, False, False, True]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "bukan JSON"),
        pytest.param("[" * 100_000, "bukan JSON", id="nested too deep"),
        ("[1]", "bukan objek"),
        ({"path": "a.txt"}, '"q"'),
        ({"q": " ", "path": "a.txt"}, '"q"'),
        ({"q": 7, "path": "a.txt"}, '"q"'),
        ({"q": "hibah", "path": 3}, '"path"'),
        ({"q": "hibah", "path": "a.txt", "page": 0}, '"page"'),
        ({"q": "hibah", "path": "a.txt", "page": True}, '"page"'),
        ({"q": "hibah", "path": "a.txt", "page": "3"}, '"page"'),
        ({"q": "hibah", "path": "a.txt", "also": "b.txt"}, '"also"'),
        ({"q": "hibah", "path": "a.txt", "also": [3]}, '"also"'),
        ({"q": "hibah", "paht": "a.txt", "page": 3}, '"path"'),
        ({"id": "1", "q": "hibah", "path": "a.txt"}, "sudah dipakai"),
    ],
)
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, line: dict[str, Any] | str, said: str) -> None:
    with pytest.raises(RujukanError, match=r"soal\.jsonl baris 3: ") as raised:
        load(written(tmp_path, {"q": "aset", "path": "a.txt"}, "", line))
    assert raised.value.code == "bad_judgements"
    assert said in raised.value.message


@pytest.mark.parametrize("content", [None, b"", b"\n \n", b"\xff\xfe\x00"])
def test_a_file_that_is_missing_empty_or_no_text_is_one_error(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "soal.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(RujukanError, match=r"soal\.jsonl") as raised:
        load(file)
    assert raised.value.code == "bad_judgements"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@settings(max_examples=30)
@given(st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=3), max_size=5))
def test_records_give_back_what_was_written(rows: list[dict[str, Any]]) -> None:
    text = "\n".join(json.dumps(row) for row in rows)
    again = [json.dumps(record) for _, record in records(text, "soal.jsonl")]
    assert again == [json.dumps(row) for row in rows]
