"""Figures from rows on the search page: the figure, how the question was read, and the rows it was taken from."""

import re
from pathlib import Path

from flask.testing import FlaskClient

from catalog.opening import create
from catalog.scope import scope_of
from catalog.storing import NewPage, NewRow
from catalog.typed_cells import CellValue
from tests.webapp.conftest import HOSTILE, given
from tests.webapp.library import Paper, add, searchers, sheet_page
from webapp.app import create_app


def register(*remarks: str) -> NewPage:
    rows, lines, at = [], [], 0
    for number, remark in enumerate(remarks, 5):
        cells = {"Nama": "Laptop", "Keterangan": remark}
        line = " | ".join(cells.values())
        values = {"nama": CellValue("Nama", "Laptop", "text"), "keterangan": CellValue("Keterangan", remark, "text")}
        rows.append(NewRow(number, cells, at, at + len(line), values))
        lines.append(line)
        at += len(line) + 1
    return NewPage(None, "KIB B", "text", 1.0, "\n".join(lines), tuple(rows), form="kib_b")


def client_of(tmp_path: Path, *registers: NewPage) -> FlaskClient:
    catalog = create(tmp_path / "data")
    for number, page in enumerate(registers):
        add(catalog, Paper(f"kib {number}.xlsx", given(f"KIB {number}", kind="kib"), (page,)))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    return app.test_client()


def test_a_figure_stands_with_its_reading_and_links_to_its_rows(tmp_path: Path) -> None:
    client = client_of(tmp_path, register("kondisi B", f"{HOSTILE}; kondisi RB"))
    page = client.get("/", query_string={"q": "berapa laptop rusak berat?"}).text
    told = page[page.index("Dihitung dari baris tabel") : page.index('id="hasil"') if 'id="hasil"' in page else None]
    assert "<h3>1 unit</h3>" in told
    assert "“<span>rusak berat</span>”: kondisi = rusak berat (RB)" in told
    assert "<span>KIB 0</span>, Lembar KIB B" in told
    assert '<th scope="col">Nama</th><th scope="col">Keterangan</th>' in told
    assert 'baris=6#baris-6">Baris 6</a>' in told
    assert told.count("; kondisi RB") == 1, "the row that was counted is not quoted a second time"
    assert HOSTILE not in page


def test_a_quoted_row_stands_under_its_columns_and_is_escaped(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    goods = [{"Nama <i>": "Ambulans", "Lokasi": f"Gudang Pulogadung {HOSTILE}", "Ban": "6 buah"}]
    add(catalog, Paper("stok.xlsx", given("Daftar stok ambulans"), (sheet_page("Stok", goods),)))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    page = app.test_client().get("/", query_string={"q": "ambulans di gudang Pulogadung bannya berapa buah?"}).text
    told = re.sub("</?strong>", "", page[page.index("<blockquote>") : page.index("</blockquote>")])
    assert "<dt>Nama &lt;i&gt;</dt><dd>Ambulans</dd>" in told
    assert "<dt>Ban</dt><dd>6 buah</dd>" in told
    assert " | " not in told
    assert HOSTILE not in page


def test_several_readings_are_all_shown_and_none_is_chosen(tmp_path: Path) -> None:
    client = client_of(tmp_path, register("kondisi B", "kondisi RB"), register("kondisi B"))
    page = client.get("/", query_string={"q": "berapa laptop?"}).text
    assert "Pertanyaan ini dapat dibaca dengan beberapa cara" in page
    assert "<h3>2 unit</h3>" in page
    assert "<h3>1 unit</h3>" in page
    assert page.count('<div class="scroll" role="group"') == 2, "two landmarks of one name tell nothing apart"
    assert "Tidak ditemukan dokumen" not in page


def test_a_figure_for_each_of_what_a_column_says_stands_in_a_table(tmp_path: Path) -> None:
    client = client_of(tmp_path, register("kondisi B", "kondisi RB", f"{HOSTILE}; kondisi B"))
    page = client.get("/", query_string={"q": "berapa laptop per kondisi?"}).text
    assert "<h3>3 unit</h3>" in page
    assert "Banyaknya unit per kondisi: nama barang diawali laptop." in page
    assert '<th scope="row">baik (B)</th><td>2 unit</td>' in page
    assert '<th scope="row">rusak berat (RB)</th><td>1 unit</td>' in page
    english = client.get("/", query_string={"q": "berapa laptop per kondisi?"}, headers={"Accept-Language": "en"}).text
    assert '<th scope="row">good (B)</th><td>2 units</td>' in english
    assert HOSTILE not in page


def test_a_share_is_told_in_the_language_of_the_page(tmp_path: Path) -> None:
    client = client_of(tmp_path, register("kondisi B", "kondisi RB", "kondisi B"))
    asked = {"q": "berapa persen laptop yang rusak berat?"}
    assert "<h3>33,33 persen; 1 dari 3 unit</h3>" in client.get("/", query_string=asked).text
    english = client.get("/", query_string=asked, headers={"Accept-Language": "en"}).text
    assert "<h3>33.33 percent; 1 of 3 units</h3>" in english


def test_a_row_that_was_counted_on_a_page_is_linked_to_its_words_there(tmp_path: Path) -> None:
    lines = [(1, "Aia Amo", 100), (2, "Muaro", 50), (3, "Lalan", 70)]
    text, rows = "DATA NAGARI\nNo Nama Nagari Penduduk\n", []
    for number, name, people in lines:
        line = f"{number} {name} {people}"
        cells = {"No": str(number), "Nama Nagari": name, "Penduduk": str(people)}
        typed = {"lain:Penduduk": CellValue("Penduduk", str(people), "number")}
        rows.append(NewRow(number + 2, cells, len(text), len(text) + len(line), typed))
        text += f"{line}\n"
    catalog = create(tmp_path / "data")
    page_ = NewPage(4, None, "text", 1.0, text, tuple(rows))
    add(catalog, Paper("data nagari.pdf", given("Data nagari", kind="laporan"), (page_,)))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    page = app.test_client().get("/", query_string={"q": "berapa total penduduk nagari?"}).text
    assert "<h3>220; 3 unit</h3>" in page
    assert "halaman 4 (3 baris)" in page
    start = text.index("1 Aia Amo")
    assert f"hal=4&amp;mulai={start}&amp;akhir={start + len('1 Aia Amo 100')}#kutipan" in page
    assert ">Halaman 4</a>" in page
