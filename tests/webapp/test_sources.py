"""A quote's page in the original: its picture with the place marked, its text, the row in its sheet."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalog import dropping
from catalog.database import Catalog
from catalog.opening import create
from catalog.parts import NewPart
from catalog.scope import scope_of
from catalog.storing import NewPage, NewRow
from indexer.document import Box
from indexer.previews.pages import Previews
from indexer.readers.pdf import read_pdf
from tests.indexer.readers import samples
from tests.webapp.conftest import HOSTILE, Library, given
from tests.webapp.library import Paper, add, searchers, sheet_page, text_page
from webapp.app import create_app
from webapp.sourcing import ROWS_BESIDE

LINES = ["Peminjaman kendaraan dinas diajukan paling lambat dua hari", "kerja sebelum pemakaian.", "Bagian Umum"]
START, END = LINES[0].index("paling"), len(LINES[0]) + 1 + LINES[1].index(" sebelum")
Visit = Callable[[str | None], FlaskClient]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("katalog"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def key(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> str:
    return add(catalog, paper(tmp_path_factory.mktemp("pdf") / "sop.pdf"))


@pytest.fixture(scope="module")
def app(catalog: Catalog, key: str) -> Iterator[Flask]:
    previews = Previews(catalog.folder)
    found = searchers(catalog)
    yield create_app(folder=catalog.folder, searcher_of=found, scope=scope_of("public"), previews=previews)
    previews.close()


@pytest.fixture
def site(app: Flask) -> FlaskClient:
    return app.test_client()


def paper(path: Path, access: str = "terbuka") -> Paper:
    """A real PDF of three pages with the text and the lines that the reader gives."""
    samples.pdf(path, [samples.shown(LINES), samples.shown(["Lampiran"]), samples.shown(["Penutup"])])
    read = read_pdf(path, 10).pages
    pages = tuple(replace(text_page(p.page, p.text), boxes=tuple(p.boxes)) for p in read)
    card = given("SOP Peminjaman Kendaraan Dinas", date="2025-03-05", access=access)
    return Paper("sop/Kendaraan.pdf", card, pages, path.read_bytes())


def test_the_quote_is_marked_on_the_picture_and_in_the_text(site: FlaskClient, key: str) -> None:
    page = site.get(f"/aset/{key}/sumber?versi=1&hal=1&mulai={START}&akhir={END}")
    assert page.status_code == 200
    assert len(page.data) < 100_000
    assert f'src="/aset/{key}/gambar?versi=1&amp;hal=1"' in page.text
    assert len(re.findall(r"<rect", page.text)) == 2
    assert "Kutipan ditandai di tempatnya." in page.text
    assert "".join(re.findall("<mark>(.*?)</mark>", page.text, re.DOTALL)) == "paling lambat dua hari\nkerja"
    assert page.text.count('id="kutipan"') == 1


def test_lines_that_ocr_read_are_marked_whole_and_that_is_said(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    path = samples.pdf(tmp_path / "pindai.pdf", [samples.SCAN])
    text = "Peminjaman kendaraan dinas\ndiajukan dua hari sebelumnya"
    boxes = (Box(0, 26, 0.1, 0.1, 0.6, 0.12), Box(27, 55, 0.1, 0.13, 0.7, 0.15))
    pages = (replace(text_page(1, text, "ocr"), boxes=boxes),)
    key = add(catalog, Paper("pindai.pdf", given("Pindai"), pages, path.read_bytes()))
    previews = Previews(catalog.folder)
    site = create_app(
        folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"), previews=previews
    ).test_client()
    catalog.close()
    whole, beyond = (site.get(f"/aset/{key}/sumber?hal=1&mulai=11&akhir={end}").text for end in (35, 26))
    assert len(re.findall("<rect", whole)) == 2
    assert "Yang ditandai adalah baris-baris yang memuat kutipan." in whole
    assert '<rect id="kutipan" x="980" y="980" width="5040" height="240"/>' in beyond
    previews.close()


def test_a_quote_whose_place_is_not_certain_is_marked_in_the_text_alone(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    path = samples.pdf(tmp_path / "dua.pdf", [samples.shown(["Bagian Umum", "dan Bagian Umum"])])
    pages = (text_page(1, "Bagian Umum\ndan Bagian Umum"),)
    key = add(catalog, Paper("dua.pdf", given("Dua"), pages, path.read_bytes()))
    previews = Previews(catalog.folder)
    site = create_app(
        folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"), previews=previews
    ).test_client()
    catalog.close()
    page = site.get(f"/aset/{key}/sumber?hal=1&mulai=0&akhir=11").text
    assert "<rect" not in page
    assert "Letak kutipan pada gambar tidak dapat dipastikan" in page
    assert '<mark id="kutipan">Bagian Umum</mark>' in page
    previews.close()


def test_a_range_that_is_no_quote_marks_nothing(site: FlaskClient, key: str) -> None:
    for wrong in ("mulai=5&akhir=9999", "mulai=9&akhir=3", "mulai=x&akhir=9", ""):
        page = site.get(f"/aset/{key}/sumber?versi=1&hal=1&{wrong}").text
        assert "<rect" not in page
        assert "<mark" not in page


def test_the_pages_before_and_after_and_the_whole_asset_are_one_click_away(site: FlaskClient, key: str) -> None:
    first, second, last = (site.get(f"/aset/{key}/sumber?versi=1&hal={n}").text for n in (1, 2, 3))
    assert 'rel="prev"' not in first
    assert f'rel="next" href="/aset/{key}/sumber?versi=1&amp;hal=2"' in first
    assert f'rel="prev" href="/aset/{key}/sumber?versi=1&amp;hal=1"' in second
    assert 'rel="next"' not in last
    assert f'<a href="/aset/{key}?versi=1">Lihat seluruh aset</a>' in second
    assert f'href="/aset/{key}/unduh?versi=1">Unduh berkas asli' in second


def test_the_citation_can_be_copied_as_plain_text(site: FlaskClient, key: str) -> None:
    page = site.get(f"/aset/{key}/sumber?versi=1&hal=1&mulai={START}&akhir={END}").text
    text = re.search(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert text is not None
    assert text[1] == (
        "“paling lambat dua hari kerja”\n(SOP Peminjaman Kendaraan Dinas, Badan Pengembangan Sumber Daya Manusia,"
        f" 5 Maret 2025, halaman 1, http://localhost/aset/{key}/sumber?versi=1&amp;hal=1&amp;mulai={START}&amp;akhir={END})"
    )


def test_the_picture_is_kept_by_the_browser_and_asked_for_again_each_time(site: FlaskClient, key: str) -> None:
    picture = site.get(f"/aset/{key}/gambar?versi=1&hal=1")
    assert (picture.status_code, picture.mimetype) == (200, "image/webp")
    assert picture.data[8:12] == b"WEBP"
    assert picture.headers["Cache-Control"] == "private, no-cache"
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    again = site.get(f"/aset/{key}/gambar?versi=1&hal=1", headers={"If-None-Match": picture.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["Cache-Control"]) == (304, b"", "private, no-cache")
    large = site.get(f"/aset/{key}/gambar?versi=1&hal=1&besar=1")
    assert len(large.data) > len(picture.data)
    assert large.headers["ETag"] != picture.headers["ETag"]


def test_pictures_of_what_may_not_be_seen_are_as_absent_as_the_asset(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    hidden = add(catalog, paper(tmp_path / "a.pdf", access="internal"))
    found, previews = searchers(catalog), Previews(catalog.folder)
    public, own = (
        create_app(folder=catalog.folder, searcher_of=found, scope=scope_of(who), previews=previews).test_client()
        for who in ("public", "internal")
    )
    shown = own.get(f"/aset/{hidden}/gambar?versi=1&hal=1")
    assert shown.status_code == 200
    ways = [f"/aset/{key}/{page}" for key in (hidden, "tidakada12345") for page in ("gambar?hal=1", "sumber?hal=1")]
    answers = [public.get(way, headers={"If-None-Match": shown.headers["ETag"]}) for way in ways]
    assert len({(a.status_code, a.data, tuple(sorted(a.headers.items()))) for a in answers}) == 1
    assert answers[0].status_code == 404
    previews.close()
    catalog.close()


def test_a_dropped_asset_leaves_no_picture(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    key = add(catalog, paper(tmp_path / "a.pdf"))
    previews = Previews(catalog.folder)
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"), previews=previews)
    assert app.test_client().get(f"/aset/{key}/gambar?hal=1").status_code == 200
    assert list(catalog.folder.previews.rglob("*.webp"))
    dropping.drop(catalog, [key])
    assert not list(catalog.folder.previews.rglob("*.webp"))
    assert app.test_client().get(f"/aset/{key}/gambar?hal=1").status_code == 404
    previews.close()
    catalog.close()


def test_a_page_that_cannot_be_drawn_is_read_all_the_same(catalog: Catalog, key: str, tmp_path: Path) -> None:
    dying = tmp_path / "dying.py"
    dying.write_text("import sys; sys.stdin.buffer.read(9); sys.exit(1)")
    previews = Previews(catalog.folder, command=(sys.executable, str(dying)))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"), previews=previews)
    page = app.test_client().get(f"/aset/{key}/sumber?versi=1&hal=2")
    assert page.status_code == 200
    assert "Gambar halaman ini belum dapat dibuat" in page.text
    assert "<img" not in page.text
    assert "Lampiran" in page.text
    picture = app.test_client().get(f"/aset/{key}/gambar?versi=1&hal=2")
    assert (picture.status_code, picture.headers["Cache-Control"]) == (503, "private, no-store")
    previews.close()


def test_a_part_shows_its_own_pages_alone(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    file = add(catalog, replace(paper(tmp_path / "a.pdf"), parts=(NewPart(2, 2, "SOP Lampiran", "sop", {}),)))
    part = str(next(iter(catalog.db.query("SELECT key FROM part")))["key"])
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    site = app.test_client()
    catalog.close()
    page = site.get(f"/aset/{part}/sumber").text
    assert "<h1>SOP Lampiran</h1>" in page
    assert 'rel="next"' not in page
    for absent in (f"/aset/{part}/sumber?hal=1", f"/aset/{part}/gambar?hal=3"):
        assert site.get(absent).status_code == 404
    assert site.get(f"/aset/{file}/sumber?hal=3").status_code == 200


def test_a_row_stands_in_its_sheet_with_the_rows_around_it(client: FlaskClient, library: Library) -> None:
    address = f"/aset/{library.keys['sheet']}/sumber"
    page = client.get(address, query_string={"versi": 1, "lembar": "KIB <B>", "baris": 46})
    row = re.search(r'<tr id="baris-46" class="focus">.*?</tr>', page.text)
    assert row is not None
    assert "<td>0042</td><td>Genset portabel</td>" in row.group()
    assert "(dikutip)" in row.group()
    assert re.findall(r'id="baris-(\d+)"', page.text) == [str(n) for n in range(36, 57)]
    assert '<th scope="col">Nama</th>' in page.text
    assert "250 baris data; ditampilkan baris 36–56" in page.text
    assert "Lembar KIB &lt;B&gt;, baris 46" in page.text
    assert "<img" not in page.text
    assert len(page.data) < 100_000
    after = client.get(address, query_string={"versi": 1, "lembar": "KIB <B>", "baris": 46, "dari": 57}).text
    assert re.findall(r'id="baris-(\d+)"', after) == [str(n) for n in range(47, 68)]
    assert "Rekap" in after


def test_a_row_of_a_pages_table_is_marked_where_it_stands(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    text = "Barang | Jumlah\nMeja | 3"
    page = NewPage(1, None, "text", 1.0, text, (NewRow(1, {"Barang": "Meja", "Jumlah": "3"}, 16, 24),))
    key = add(catalog, Paper("daftar.docx", given("Daftar"), (page,), media_type="application/msword"))
    site = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public")).test_client()
    catalog.close()
    assert '<mark id="kutipan">Meja | 3</mark>' in site.get(f"/aset/{key}/sumber?hal=1&baris=1").text
    assert "<mark" not in site.get(f"/aset/{key}/sumber?hal=1&baris=2").text


def test_a_row_of_a_file_that_is_one_table_stands_in_it_like_in_a_sheet(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    rows = [{"Nama": f"CCTV {n}", "Jumlah": str(n)} for n in range(9)]
    page = replace(sheet_page("", rows), sheet=None)
    key = add(catalog, Paper("alat.csv", given("Daftar Alat"), (page,), media_type="text/csv"))
    site = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public")).test_client()
    catalog.close()
    seen = site.get(f"/aset/{key}/sumber?hal=1&baris=7").text
    assert re.findall(r'id="baris-(\d+)" class="focus"', seen) == ["7"]
    assert "“CCTV 2 | 2”" in seen
    assert "Baris 7" in seen
    assert "Tabel Daftar Alat, dapat digeser ke samping" in seen
    assert 'id="baris-7"' in site.get(f"/aset/{key}?baris=7").text
    found = site.get("/", query_string={"q": "CCTV 2"}).text
    assert re.search(rf'href="/aset/{key}/sumber\?[^"]*baris=7[^"]*#baris-7"', found)


def test_the_citation_of_a_row_holds_its_cells(client: FlaskClient, library: Library) -> None:
    where = {"versi": 1, "lembar": "KIB <B>", "baris": 46}
    page = client.get(f"/aset/{library.keys['sheet']}/sumber", query_string=where).text
    assert "“0042 | Genset portabel | Contoh | Aula lantai 3 | Baik | 2021 | 1250000”" in page


def test_long_cells_leave_room_for_fewer_rows(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    rows = [{f"Kolom {n}": f"isi {n} " * 400 for n in range(5)} for _ in range(30)]
    key = add(catalog, Paper("kib.xlsx", given("KIB"), (sheet_page("KIB", rows),)))
    site = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public")).test_client()
    catalog.close()
    page = site.get(f"/aset/{key}/sumber?lembar=KIB&baris=20")
    assert 'id="baris-20" class="focus"' in page.text
    assert 1 < len(re.findall('id="baris-', page.text)) < 2 * ROWS_BESIDE + 1
    assert len(page.data) < 100_000


def test_a_file_without_pages_shows_its_text(client: FlaskClient, library: Library) -> None:
    page = client.get(f"/aset/{library.keys['hostile']}/sumber?versi=1&mulai=0&akhir=8")
    assert '<mark id="kutipan">Ambulans</mark>' in page.text
    assert "<img" not in page.text
    assert page.text.count("<script") == page.text.count('<script src="/static/copy.js') == 1
    assert HOSTILE not in page.text
    assert client.get(f"/aset/{library.keys['hostile']}/gambar?hal=1").status_code == 404


def test_nothing_is_inline(site: FlaskClient, key: str) -> None:
    page = site.get(f"/aset/{key}/sumber?versi=1&hal=1&mulai={START}&akhir={END}").text
    page = re.sub(r'<script src="/static/copy.js\?v=\w+" defer></script>', "", page)
    for sign in ("style=", "<script", "<style", "onclick", "//cdn", 'src="http'):
        assert sign not in page
