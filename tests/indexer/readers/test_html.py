"""HTML tables: data rows with the names of their columns, whatever the markup looks like."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.document import PageRead
from indexer.readers.html import read_html


def page(folder: Path, markup: str) -> PageRead:
    path = folder / "a.html"
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{markup}</body></html>", encoding="utf-8")
    return read_html(path, 1).pages[0]


HEAD = (
    "<tr><th rowspan=2>No<th rowspan=2>Nama Barang<th colspan=2>Dokumen<th rowspan=2>Harga (Rp)</tr>"
    "<tr><th>Tanggal<th>Nomor</tr>"
)


def test_cells_that_span_columns_and_rows_name_the_columns_below_them(tmp_path: Path) -> None:
    read = page(tmp_path, f"<p>Lampiran</p><table>{HEAD}<tr><td>1<td>Gedung<td>2019-03-02<td>12/BA<td>450.000</table>")
    assert [r.cells for r in read.rows] == [
        {
            "No": "1",
            "Nama Barang": "Gedung",
            "Dokumen Tanggal": "2019-03-02",
            "Dokumen Nomor": "12/BA",
            "Harga (Rp)": "450.000",
        }
    ]
    assert read.text.split("\n")[-1] == read.text[read.rows[0].start : read.rows[0].end]
    assert read.rows[0].values["harga"].value == "450000"


def test_rows_count_on_over_the_tables_of_a_page(tmp_path: Path) -> None:
    table = "<table><tr><th>No<th>Nama<th>Jumlah</tr><tr><td>1<td>Meja<td>2</tr></table>"
    assert [r.row for r in page(tmp_path, f"{table}<p>Lalu</p>{table}").rows] == [2, 4]


def test_a_table_that_is_never_closed_and_one_inside_another_keep_their_text(tmp_path: Path) -> None:
    inner = "<table><tr><td>dalam<td>isi</tr></table>"
    read = page(tmp_path, f"<table><tr><td>luar<td>{inner}</tr><tr><td>akhir")
    assert read.text.split() == ["luar", "dalam", "|", "isi", "akhir"]


TAGS = st.sampled_from(
    ["<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=3>", "<th rowspan=9>", "<p>", "<h2>"]
)
WORDS = st.sampled_from(["No", "Nama", "Harga", "1", "2", "kursi", "jumlah"])


@given(st.lists(TAGS | WORDS, max_size=40))
def test_whatever_the_markup_every_word_stays_and_every_row_is_its_line(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    read = page(tmp_path_factory.mktemp("web"), " ".join(parts))
    words = [part for part in parts if part[0] != "<"]
    assert sorted(w for w in read.text.split() if w != "|") == sorted(words)
    for row in read.rows:
        line = read.text[row.start : row.end]
        assert "\n" not in line
        assert all(value in line for value in row.cells.values())
