"""An excerpt made for print: the exact words with what lets a reader find and check them."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searchers, sheet_page, text_page
from webapp.app import create_app

PAGE = "Bab II\nPeminjaman diajukan <dua> hari\nkerja sebelum pemakaian."
ROWS = sheet_page("KIB A", [{"Nama": "Meja"}, {"Nama": "Kursi"}])
START, END = PAGE.index("Peminjaman"), len(PAGE)


class Shelf:
    """A site for the public, the keys of a paper, a workbook and a paper that the public may not see."""

    def __init__(self, folder: Path) -> None:
        catalog = create(folder)
        card = given("SOP Kendaraan", date="2025-03-05")
        self.paper = add(catalog, Paper("sop/Kendaraan.txt", card, (text_page(1, PAGE),), b"berkas"))
        self.book = add(
            catalog,
            Paper("KIB.xlsx", given("KIB A"), (ROWS,), b"buku"),
        )
        hidden = given("Rahasia unit", access="internal")
        self.hidden = add(catalog, Paper("b.txt", hidden, (text_page(1, PAGE),), b"lain"))
        self.site: FlaskClient = create_app(
            folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public")
        ).test_client()
        catalog.close()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    return Shelf(tmp_path_factory.mktemp("katalog"))


def test_the_words_are_those_of_the_page_with_their_source_and_checksum(shelf: Shelf) -> None:
    page = shelf.site.get(f"/aset/{shelf.paper}/kutipan?versi=1&hal=1&mulai={START}&akhir={END}")
    assert page.status_code == 200
    quote = re.search(r"<blockquote[^>]*>(.*?)</blockquote>", page.text, re.DOTALL)
    assert quote is not None
    assert unescape(quote[1]) == PAGE[START:END]
    for told in (
        "SOP Kendaraan</span>, halaman 1",
        "5 Maret 2025",
        "Kendaraan.txt",
        "SHA-256",
        f"mulai={START}",
        "Cetak dengan Ctrl+P",
    ):
        assert told in page.text


def test_the_source_offers_its_excerpt_where_something_is_quoted(shelf: Shelf) -> None:
    quoted = shelf.site.get(f"/aset/{shelf.paper}/sumber?versi=1&hal=1&mulai={START}&akhir={END}").text
    assert f"/aset/{shelf.paper}/kutipan?versi=1&amp;hal=1&amp;mulai={START}&amp;akhir={END}" in quoted
    assert "/kutipan?" not in shelf.site.get(f"/aset/{shelf.paper}/sumber?versi=1&hal=1").text


def test_a_row_of_a_sheet_can_be_quoted(shelf: Shelf) -> None:
    page = shelf.site.get(f"/aset/{shelf.book}/kutipan?lembar=KIB A&baris=6")
    assert page.status_code == 200
    assert "lembar KIB A, baris 6" in page.text
    assert ">Kursi</blockquote>" in page.text


@pytest.mark.parametrize("chosen", ["", "mulai=5&akhir=9999", "mulai=9&akhir=3"])
def test_without_words_that_are_chosen_there_is_no_excerpt(shelf: Shelf, chosen: str) -> None:
    page = shelf.site.get(f"/aset/{shelf.paper}/kutipan?hal=1&{chosen}")
    assert page.status_code == 400
    assert "Bukalah kutipannya" in page.text


def test_what_may_not_be_seen_is_as_absent_as_what_is_not_there(shelf: Shelf) -> None:
    answers = [shelf.site.get(f"/aset/{key}/kutipan?hal=1&mulai=0&akhir=6") for key in (shelf.hidden, "tidakada12345")]
    assert len({(a.status_code, a.data, tuple(sorted(a.headers.items()))) for a in answers}) == 1
    assert answers[0].status_code == 404
