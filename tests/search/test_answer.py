"""Answers: exact quotes from the right page, or a refusal that says why."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from catalog import opening
from catalog.database import Catalog
from catalog.passages import page_text
from catalog.scope import OPERATOR, scope_of
from embedding import embedder
from search import as_json
from search.answer import ask
from search.answering.sentences import LONGEST
from search.results import NOT_FOUND, Answer
from search.searcher import Searcher
from search.understanding.understand import QuestionError
from tests.engine.shelf import OPEN
from tests.search.library import HIDDEN, read_in, reader_of, searcher_of

SOP = (
    "Standar operasional prosedur peminjaman kendaraan dinas.\n"
    "Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian\nkendaraan dinas. "
    "Pengurus barang memeriksa jadwal pemakaian kendaraan.\n"
    "Dokumen yang harus disiapkan peminjam sebagai berikut:\na. nota dinas;\nb. surat izin mengemudi."
)
SECRET = "Harga satuan penawaran zamrud adalah Rp1.250.000 per unit dan belum boleh dibuka."
TAX = "Pajak bumi dan bangunan tahun berjalan dibayar paling lambat tanggal 30 September 2025 melalui bank."
ARCHIVE = "Arsip inaktif dipindahkan ke unit kearsipan setelah dua tahun dan dicatat dalam daftar arsip."
ASKED = "Paling lambat kapan nota dinas peminjaman kendaraan dinas diajukan?"
LIST = "dokumen apa saja yg harus disiapin peminjam kendaraan dinas?"


class Library(NamedTuple):
    """A catalog and a searcher over it."""

    catalog: Catalog
    searcher: Searcher

    def answer(self, question: str, viewer: str | None = None) -> Answer:
        return ask(self.searcher, self.catalog, question, scope_of(viewer))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Three papers and one hidden, read by the bundled model: how sure an answer is was fitted to its cosines."""
    catalog = opening.create(tmp_path_factory.mktemp("library"))
    model = embedder.load(threads=1)
    for path, text in (("sop.txt", SOP), ("pajak.txt", TAX), ("arsip.txt", ARCHIVE)):
        read_in(catalog, model, path, text)
    read_in(catalog, model, "tutup.txt", SECRET, HIDDEN)
    yield Library(catalog, reader_of(catalog, model))
    catalog.close()


def test_the_sentence_that_answers_is_the_first_quote(library: Library) -> None:
    given = library.answer(ASKED)
    assert given.answered
    assert "tiga hari kerja" in given.quotes[0].text
    assert given.quotes[0].passage.path == "sop.txt"


@pytest.mark.parametrize("question", [ASKED, LIST])
def test_quotes_are_copied_from_the_page(library: Library, question: str) -> None:
    quotes = library.answer(question).quotes
    assert 1 <= len(quotes) <= 3
    for quote in quotes:
        assert quote.text == page_text(library.catalog, quote.passage.id)[quote.start : quote.end]
        assert len(quote.text) <= LONGEST


def test_a_list_is_quoted_with_its_lead_in(library: Library) -> None:
    given = library.answer(LIST)
    assert any("sebagai berikut:\na. nota dinas;\nb. surat izin" in quote.text for quote in given.quotes)


def test_quotes_do_not_repeat_one_another(library: Library) -> None:
    quotes = library.answer(ASKED).quotes
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
def test_what_no_document_answers_is_refused(library: Library, question: str) -> None:
    given = library.answer(question)
    assert (given.answered, given.reason) == (False, "weak_evidence")
    assert given.quotes == ()
    assert given.message == NOT_FOUND


def test_personal_data_is_refused_without_looking(library: Library) -> None:
    given = library.answer("nomor hp pak kasubbag umum berapa?")
    assert (given.answered, given.reason, given.quotes, given.hits) == (False, "personal_data", (), ())
    assert given.message == NOT_FOUND


FORM = "Contoh isian formulir perpustakaan: nama Paijo, NIK 9971010101900001, telepon 0812-0000-4411."


@pytest.mark.parametrize(
    "question", ["NIK di contoh isian formulir perpustakaan", "no hp pengisi formulir perpustakaan"]
)
def test_no_answer_holds_personal_data_that_is_asked_for_whoever_is_meant(tmp_path: Path, question: str) -> None:
    catalog = opening.create(tmp_path)
    model = embedder.load(threads=1)
    read_in(catalog, model, "isian.txt", FORM)
    searcher = reader_of(catalog, model)
    given = ask(searcher, catalog, question, OPERATOR)
    assert not given.answered
    assert given.quotes == ()
    assert ask(searcher, catalog, "apa isi formulir perpustakaan?", OPERATOR).quotes != ()
    catalog.close()


def test_who_is_hidden_by_a_question_is_told_and_logged_as_one_for_personal_data(tmp_path: Path) -> None:
    catalog = opening.create(tmp_path)
    model = embedder.load(threads=1)
    read_in(catalog, model, "isian.txt", FORM.removeprefix("Contoh i").replace("sian", "Isian", 1))
    given = ask(reader_of(catalog, model), catalog, "nomor hp pengunjung perpustakaan", OPERATOR)
    assert (given.reason, given.quotes, given.hits, given.understood.personal) == ("personal_data", (), (), True)
    catalog.close()


def test_an_ambiguous_question_is_given_back_with_its_readings(library: Library) -> None:
    given = library.answer("PL itu apa?")
    assert (given.answered, given.reason, given.quotes) == (False, "ambiguous", ())
    assert set(given.readings) == {"Pengadaan Langsung", "Penunjukan Langsung"}


def test_what_the_viewer_may_not_see_answers_nothing(library: Library) -> None:
    question = "Berapa harga satuan penawaran zamrud?"
    assert library.answer(question, "BPPBJ").answered
    given = library.answer(question, "public")
    assert (given.answered, given.quotes, given.message) == (False, (), NOT_FOUND)
    assert "tutup.txt" not in {hit.card.path for hit in given.hits}


def test_an_empty_catalog_has_no_hits(catalog: Catalog) -> None:
    given = ask(searcher_of(catalog), catalog, ASKED, OPERATOR)
    assert (given.answered, given.reason, given.hits, given.message) == (False, "no_hits", (), NOT_FOUND)


def test_hits_of_which_no_piece_could_answer_are_weak_evidence(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.answering.pieces.that_could_answer", lambda *_: [])
    given = library.answer(ASKED)
    assert given.hits
    assert (given.answered, given.reason, given.quotes) == (False, "weak_evidence", ())


def test_an_empty_question_is_an_error(library: Library) -> None:
    with pytest.raises(QuestionError):
        library.answer(" ")


def test_confidence_is_a_probability(library: Library) -> None:
    assert all(0.0 <= library.answer(question).confidence <= 1.0 for question in (ASKED, "Siapa pelatih Brasil?"))


def test_the_document_has_the_contracts_fields_and_whether_a_page_was_recognised(library: Library) -> None:
    document = json.loads(json.dumps(as_json.answer(library.answer(ASKED))))
    assert set(document) == {
        "schema", "question", "answered", "confidence", "reason", "message", "took_ms", "quotes", "rows", "hits",
        "understood",
    }  # fmt: skip
    assert set(document["quotes"][0]) == {
        "text", "asset", "version", "title", "unit", "source", "path", "page", "sheet", "row", "start", "end",
        "status", "validity", "maturity", "page_state", "part_of", "hidden", "answer", "cells", "date",
    }  # fmt: skip
    assert set(document["hits"][0]) == {
        "rank", "score", "asset", "version", "title", "kind", "unit", "community", "source", "path", "access",
        "status", "validity", "maturity", "reuse", "passages", "part_of", "duplicates", "copies",
    }  # fmt: skip
    assert set(document["hits"][0]["passages"][0]) == {
        "page", "sheet", "page_state", "row", "heading", "start", "end", "text", "highlights", "score", "hidden",
    }  # fmt: skip


def test_a_search_document_says_what_was_understood(library: Library) -> None:
    result = library.searcher.search(library.catalog, "protap kendaraan", OPERATOR)
    document = as_json.search_result(result)
    assert set(document) == {"schema", "query", "understood", "took_ms", "hits", "facets"}
    assert {"from": "protap", "to": "SOP", "kind": "sinonim"} in document["understood"]["expansions"]


def test_a_text_that_two_assets_hold_is_read_once_as_the_one_in_force_has_it(catalog: Catalog) -> None:
    model = embedder.load(threads=1)
    for path, validity in (("lama.txt", "digantikan"), ("baru.txt", "berlaku")):
        read_in(catalog, model, path, ARCHIVE, replace(OPEN, validity=validity))
    asked = "Setelah berapa lama arsip inaktif dipindahkan ke unit kearsipan?"
    given = ask(reader_of(catalog, model), catalog, asked, OPERATOR)
    assert [quote.passage.path for quote in given.quotes] == ["baru.txt"]
