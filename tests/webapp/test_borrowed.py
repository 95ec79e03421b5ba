"""Sentences of lower rooms in English: read out of their code, known again by their words, their values untouched."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import limits
from indexer.readers.reasons import refusal
from tests.webapp.test_language import ENGLISH
from tests.webapp.test_rows import client_of, register
from tools.sentences import NO_PAGES, ROOMS, ROOT, pieces, sentences, texts_in, written
from webapp.borrowed import translated

ERRORS = frozenset(["RujukanError", "ReadError"])


def refused_in(file: Path) -> Iterator[str]:
    """Give the texts that the errors of a module are made with, where they are written on the spot."""
    code = file.read_text(encoding="utf8")
    for node in ast.walk(ast.parse(code)) if "Error(" in code else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
            text = written(node.args[1]) if len(node.args) > 1 else None
            if text is not None:
                yield text


def test_what_an_error_says_is_a_sentence_that_pages_can_say_in_english() -> None:
    known = set(sentences())
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    for file in (one for one in files if one.relative_to(ROOT).as_posix() not in NO_PAGES):
        for text in refused_in(file):
            assert set(pieces(text)) <= known, (file, text)


def test_a_text_is_read_out_of_the_code_with_its_values_named() -> None:
    said = """x = f"Akun “{who.login}” {len(names)} kali; {row['at']} dari {limits[0]:.1f}%." """
    code = f'"""Docs say this."""\n{said}\nlog.info("Tidak begitu.")'
    assert list(texts_in(ast.parse(code))) == ["Akun “%(login)s” %(names)s kali; %(at)s dari %(limits)s%%."]


@pytest.fixture
def english(client: FlaskClient) -> Iterator[None]:
    with client.application.test_request_context("/?bahasa=en"):
        yield


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Akun “x” sudah ada. Pilih nama masuk lain.", "The account “x” exists already. Choose another login name."),
        ("baris yang sama ada juga di a/b.xlsx", "the same rows stand in a/b.xlsx, too"),
        ("baris yang sama ada juga di %(path)s {x}", "the same rows stand in %(path)s {x}, too"),
        ("Yang tidak dikenal %(x)s (1).", "Yang tidak dikenal %(x)s (1)."),
        ("Topik harus diisi, paling panjang 200 karakter.", "Topic must be filled in, with at most 200 characters."),
        (
            "Dibatalkan atas permintaan. Selesai 2 dari 6 butir.",
            "Cancelled on request. Finished 2 of 6 items.",
        ),
        (
            "Belum lengkap. Indikator 1.1 belum diisi. Indikator 2.3 belum diisi. Dan 4 lagi.",
            "Not complete yet. Indicator 1.1 is not filled in yet. Indicator 2.3 is not filled in yet. And 4 more.",
        ),
        (
            "Pekerjaan 7 selesai, sehingga tidak dapat diulang; yang dapat hanya yang gagal, terputus.",
            "Job 7 is done, so it cannot be retried; only one that is failed, interrupted can.",
        ),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_sentence_is_known_by_its_words_and_keeps_its_values(said: str, told: str) -> None:
    assert translated(said) == told


@pytest.mark.usefixtures("english")
def test_every_sentence_is_known_again_with_any_value() -> None:
    said = [re.sub(r"%\(\w+\)s", "Nilai", text).replace("%%", "%") for text in sentences()]
    told = [translated(text) for text in said]
    assert [text for text, other in zip(said, told, strict=True) if text == other] == []


@pytest.mark.usefixtures("english")
def test_what_a_reader_refuses_is_told_in_english() -> None:
    assert translated(refusal("encrypted").reason).startswith("The file is locked by a password;")
    over = translated(limits.over("pages", 900, limits.Limits(pages=800)).reason)
    assert over.startswith("The file is over the limit for number of pages: at most 800 pages, found 900;")
    office = translated(refusal("needs_office", "application/rtf").reason)
    assert office.startswith("An RTF file is read with LibreOffice, which is not installed;")


def test_in_indonesian_it_stays_as_it_is(client: FlaskClient) -> None:
    with client.application.test_request_context("/?bahasa=id"):
        assert translated("Akun “x” sudah ada. Pilih nama masuk lain.").startswith("Akun")


@pytest.mark.usefixtures("english")
@given(value=st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(lambda text: ". " not in text))
@settings(max_examples=60)
def test_any_value_comes_back_as_it_was(value: str) -> None:
    assert translated(f"baris yang sama ada juga di {value}") == f"the same rows stand in {value}, too"
    assert value in translated(f"Berkas atau folder {value} tidak ada. Periksa ejaannya.")


@pytest.mark.usefixtures("english")
def test_texts_that_begin_again_and_again_like_a_sentence_come_back_as_they_were() -> None:
    made = ("Indikator " * 300, "belum diisi. " * 300, "“" * 4_000, "Belum dihitung. " * 240, "x " * 2_000 + ".")
    # An expression that tried every way to part these would not come to an end.
    assert [translated(text) for text in made] == list(made)


def test_a_figure_is_told_in_english(tmp_path: Path) -> None:
    page = client_of(tmp_path, register("kondisi B", "kondisi RB")).get(
        "/?q=berapa+laptop+rusak+berat%3F", headers=ENGLISH
    )
    assert "<p>Number of units: " in page.text
    assert "condition = badly damaged (RB)" in page.text
    assert "Source: KIB 0, sheet KIB B (1 rows)." in page.text
