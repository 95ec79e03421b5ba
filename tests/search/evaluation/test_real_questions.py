"""Questions about real files: what a line says, what is left out and told, and what share of them is drawn."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import RujukanError
from search.evaluation.real_questions import RealQuestion, drawn, fold, load

LINE = {"q": "Berapa lama izin diproses?", "path": "files/sop/a.pdf", "page": 2, "answer_quote": "tiga hari kerja"}


def written(tmp_path: Path, *lines: dict[str, Any] | str) -> Path:
    file = tmp_path / "soal.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf8")
    return file


def test_a_line_names_file_page_and_quote(tmp_path: Path) -> None:
    (question,), bad = load([written(tmp_path, LINE)])
    assert not bad
    assert (question.id, question.path, question.quote) == ("soal:1", "sop/a.pdf", "tiga hari kerja")
    assert question.right_place("sop/a.pdf", "2")
    assert not question.right_place("sop/a.pdf", "3")


def test_other_files_and_pages_that_hold_the_answer_are_right(tmp_path: Path) -> None:
    more = LINE | {"also_on_pages": [5], "also_in": ["files/b.pdf", {"path": "files/c.pdf"}]}
    (question,), _ = load([written(tmp_path, more)])
    assert question.right_place("sop/a.pdf", "5")
    assert question.right_place("b.pdf", "9")
    assert question.right_file("c.pdf")
    assert not question.right_file("d.pdf")


def test_a_file_without_judged_page_is_right_on_any(tmp_path: Path) -> None:
    (question,), _ = load([written(tmp_path, LINE | {"page": None})])
    assert question.right_place("sop/a.pdf", "None")


def test_the_type_is_given_or_told_from_what_is_asked_for(tmp_path: Path) -> None:
    lines = (LINE, LINE | {"type": "sulit"}, LINE | {"q": "Apa isi lampiran?"}, {"q": "Siapa pemenang lelang?"})
    questions, _ = load([written(tmp_path, *lines)])
    assert [question.type for question in questions] == ["lama", "sulit", "terbuka", "tanpa jawaban"]
    assert [question.answerable for question in questions] == [True, True, True, False]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{bukan json", "bukan JSON"),
        ("[1]", "bukan objek JSON"),
        ({"path": "a.pdf", "answer_quote": "x"}, '"q"'),
        ({"q": " "}, '"q"'),
        ({"q": "apa", "path": "a.pdf"}, '"answer_quote"'),
        (LINE | {"also_in": "b.pdf"}, '"also_in"'),
        (LINE | {"also_in": [3]}, '"also_in"'),
        (LINE | {"id": "sama"}, "sudah dipakai"),
    ],
)
def test_a_bad_line_is_told_and_the_others_stay(tmp_path: Path, line: dict[str, Any] | str, reason: str) -> None:
    questions, (bad,) = load([written(tmp_path, LINE | {"id": "sama"}, line, LINE)])
    assert [question.id for question in questions] == ["sama", "soal:3"]
    assert (bad.file, bad.line) == ("soal.jsonl", 2)
    assert reason in bad.reason


def test_among_the_unanswerable_an_answer_is_a_bad_line(tmp_path: Path) -> None:
    questions, bad = load([written(tmp_path, LINE, {"q": "apa", "near": "files/a.pdf"})], answerable=False)
    assert [question.near for question in questions] == ["a.pdf"]
    assert [line.line for line in bad] == [1]


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RujukanError, match="tidak dapat dibaca"):
        load([tmp_path / "tidak-ada.jsonl"])


def test_folding_forgives_case_signs_and_digit_groups() -> None:
    assert fold("Rp 1.000,00\u00a0/ Undang-\ufffeUndang") == "rp 100000 undang undang"


@given(st.sets(st.integers(0, 999)), st.sets(st.integers(1000, 1999)), st.floats(0.01, 1))
def test_a_share_is_the_same_again_keeps_the_order_and_takes_of_both(
    answerable: set[int], others: set[int], share: float
) -> None:
    asked = [RealQuestion(str(n), "?", "", path="a" if n in answerable else None) for n in (*answerable, *others)]
    taken = drawn(asked, share)
    assert taken == drawn(asked, share) == tuple(one for one in asked if one in taken)
    assert {one.answerable for one in taken} == {one.answerable for one in asked}
    assert abs(len(taken) - share * len(asked)) <= 2
    assert drawn(asked, 1.0) == tuple(asked)
