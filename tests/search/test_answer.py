"""Answers: exact quotes from the right page, or a refusal that says why."""

import json
from collections.abc import Iterator
from itertools import pairwise

import pytest

from catalog.database import Catalog
from catalog.passages import page_text
from catalog.scope import OPERATOR, scope_of
from search import as_json
from search.answer import ask
from search.results import NOT_FOUND, Answer
from search.sentences import LONGEST
from search.understand import QuestionError
from tests.engine.shelf import shelve
from tests.search.library import searcher_of
from tests.search.test_searcher import HIDDEN

SOP = (
    "Standar operasional prosedur peminjaman kendaraan dinas.\n"
    "Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian\nkendaraan dinas. "
    "Pengurus barang memeriksa jadwal pemakaian kendaraan.\n"
    "Dokumen yang harus disiapkan peminjam sebagai berikut:\na. nota dinas;\nb. surat izin mengemudi."
)
ASKED = "Paling lambat kapan nota dinas peminjaman kendaraan dinas diajukan?"


@pytest.fixture
def library(catalog: Catalog) -> Iterator[Catalog]:
    shelve(catalog, "sop.txt", [SOP])
    shelve(catalog, "pajak.txt", ["Pajak bumi dan bangunan dibayar paling lambat 30 September."])
    yield catalog


def answer(catalog: Catalog, question: str, viewer: str | None = None) -> Answer:
    return ask(searcher_of(catalog), catalog, question, scope_of(viewer))


def test_the_sentence_that_answers_is_the_first_quote(library: Catalog) -> None:
    given = answer(library, ASKED)
    assert given.answered
    assert "tiga hari kerja" in given.quotes[0].text
    assert given.quotes[0].passage.path == "sop.txt"


@pytest.mark.parametrize("question", [ASKED, "dokumen apa saja yg harus disiapin peminjam kendaraan dinas?"])
def test_quotes_are_copied_from_the_page(library: Catalog, question: str) -> None:
    quotes = answer(library, question).quotes
    assert 1 <= len(quotes) <= 3
    for quote in quotes:
        assert quote.text == page_text(library, quote.passage.id)[quote.start : quote.end]
        assert len(quote.text) <= LONGEST


def test_a_list_is_quoted_with_its_lead_in(library: Catalog) -> None:
    given = answer(library, "dokumen apa saja yg harus disiapin peminjam kendaraan dinas?")
    assert any("sebagai berikut:\na. nota dinas;\nb. surat izin" in quote.text for quote in given.quotes)


def test_quotes_do_not_repeat_one_another(library: Catalog) -> None:
    quotes = answer(library, ASKED).quotes
    spans = sorted((quote.passage.asset, quote.start, quote.end) for quote in quotes)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "question",
    [
        "Siapa pelatih tim sepak bola nasional Brasil?",
        "Menurut Pergub 999 Tahun 2025 paling lambat kapan nota dinas peminjaman kendaraan dinas diajukan?",
        "menurut kamu lebih bagus kendaraan dinas atau kendaraan umum?",
    ],
)
def test_what_no_document_answers_is_refused(library: Catalog, question: str) -> None:
    given = answer(library, question)
    assert (given.answered, given.reason) == (False, "weak_evidence")
    assert given.quotes == ()
    assert given.message == NOT_FOUND


def test_personal_data_is_refused_without_looking(library: Catalog) -> None:
    given = answer(library, "nomor hp pak kasubbag umum berapa?")
    assert (given.answered, given.reason, given.quotes, given.hits) == (False, "personal_data", (), ())
    assert given.message == NOT_FOUND


def test_an_ambiguous_question_is_given_back_with_its_readings(library: Catalog) -> None:
    given = answer(library, "PL itu apa?")
    assert (given.answered, given.reason, given.quotes) == (False, "ambiguous", ())
    assert set(given.readings) == {"Pengadaan Langsung", "Penunjukan Langsung"}


def test_nothing_visible_gives_no_hits_and_the_same_sentence(catalog: Catalog) -> None:
    shelve(catalog, "tutup.txt", [SOP], HIDDEN)
    given = answer(catalog, ASKED, "public")
    assert (given.answered, given.reason, given.hits, given.message) == (False, "no_hits", (), NOT_FOUND)


def test_an_empty_question_is_an_error(library: Catalog) -> None:
    with pytest.raises(QuestionError):
        answer(library, " ")


def test_confidence_is_a_probability(library: Catalog) -> None:
    assert all(0.0 <= answer(library, question).confidence <= 1.0 for question in (ASKED, "Siapa pelatih Brasil?"))


def test_the_document_has_exactly_the_contracts_fields(library: Catalog) -> None:
    document = json.loads(json.dumps(as_json.answer(answer(library, ASKED))))
    assert set(document) == {
        "schema", "question", "answered", "confidence", "reason", "message", "took_ms", "quotes", "rows", "hits",
    }  # fmt: skip
    assert set(document["quotes"][0]) == {
        "text", "asset", "version", "title", "unit", "source", "path", "page", "sheet", "row", "start", "end",
        "status", "validity", "maturity",
    }  # fmt: skip
    assert set(document["hits"][0]) == {
        "rank", "score", "asset", "version", "title", "kind", "unit", "community", "source", "path", "access",
        "status", "validity", "maturity", "passages",
    }  # fmt: skip
    assert set(document["hits"][0]["passages"][0]) == {
        "page", "sheet", "row", "heading", "start", "end", "text", "highlights", "score",
    }  # fmt: skip


def test_a_search_document_says_what_was_understood(library: Catalog) -> None:
    result = searcher_of(library).search(library, "protap kendaraan", OPERATOR)
    document = as_json.search_result(result)
    assert set(document) == {"schema", "query", "understood", "took_ms", "hits"}
    assert {"from": "protap", "to": "SOP", "kind": "sinonim"} in document["understood"]["expansions"]
