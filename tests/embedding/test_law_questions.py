"""Questions made from articles."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.law_questions import Asked, ask_about, asked_otherwise, forms, plain_subject, sentences

REPORT = (
    "(1) Pengurus barang menyampaikan laporan. (2) Laporan mutasi barang disampaikan paling lama 7 (tujuh) hari kerja."
)


def asked(text: str, seed: int = 1) -> list[Asked]:
    return ask_about(text, random.Random(seed))


def answers(text: str) -> dict[str, str]:
    return {made.kind: text[made.start : made.end] for made in asked(text)}


@pytest.mark.parametrize(
    ("text", "kind", "answer"),
    [
        (REPORT, "lama", "7 (tujuh) hari kerja"),
        ("Gubernur menetapkan status penggunaan barang daerah.", "siapa", "Gubernur"),
        ("Status penggunaan barang daerah ditetapkan oleh Gubernur.", "siapa", "Gubernur"),
        ("Permohonan sewa barang daerah diajukan kepada Pengelola Barang.", "kepada", "Pengelola Barang"),
        ("Denda atas keterlambatan sewa sebesar 2% (dua persen) dari nilai sewa.", "besar", "2% (dua persen)"),
        ("Pengamanan barang daerah meliputi: a. pengamanan fisik; dan b. pengamanan hukum.", "daftar", "a. pengamanan"),
        ("Setiap pegawai dilarang memindahkan barang tanpa izin atasan.", "boleh", "Setiap pegawai dilarang"),
    ],
)
def test_what_an_article_says_is_asked_for_and_found_in_it(text: str, kind: str, answer: str) -> None:
    assert answers(text)[kind].startswith(answer)


def test_the_sentence_of_an_answer_is_told_with_it() -> None:
    (made,) = [made for made in asked(REPORT) if made.kind == "lama"]
    start, end = made.sentence
    assert REPORT[start:end] == "Laporan mutasi barang disampaikan paling lama 7 (tujuh) hari kerja."


@pytest.mark.parametrize("seed", range(5))
def test_a_question_ends_before_the_answer_begins(seed: int) -> None:
    assert all("tujuh" not in made.question for made in asked(REPORT, seed))


def test_a_reference_to_another_article_is_nobodys_question() -> None:
    assert plain_subject("Laporan sebagaimana dimaksud pada ayat (1) tentang mutasi") == "laporan tentang mutasi"
    assert asked("Ketentuan Pasal 4 ditetapkan oleh Gubernur.") == []


def test_another_question_on_the_same_subject_asks_for_another_kind() -> None:
    (made,) = [made for made in asked(REPORT) if made.kind == "lama"]
    for seed in range(20):
        kind, question = asked_otherwise(made, random.Random(seed))
        assert kind != "lama"
        assert made.subject in question or made.subject.capitalize() in question


def test_every_form_asks_with_its_subject_and_nothing_unknown() -> None:
    for form in forms():
        assert {"subject", "answer"} <= set(form.pattern.groupindex)
        for question in form.questions:
            assert "isi" in question.format(subject="isi", verb="v", active="a")


@given(st.text(alphabet="(1)a. bA\n", max_size=60))
def test_sentences_stand_in_order_and_within_the_text(text: str) -> None:
    found = list(sentences(text))
    assert all(0 <= start <= end <= len(text) for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
