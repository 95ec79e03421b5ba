"""CSV and TSV: one table with rows by line, in the dialects that offices save; plain text whatever is none."""

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog.words import CSV
from indexer.document import Document, PageRead, ReadError
from indexer.limits import Limits, current, use
from indexer.packing import pack, unpack
from indexer.readers import csv_table
from indexer.readers.reading import read_file
from indexer.readers.text import read_text

ASSETS = "No,Nama Barang,Jumlah,Lokasi\n1,CCTV,4,Simpang Grogol\n2,CCTV,2,Simpang Slipi\n"


@pytest.fixture
def limits() -> Iterator[Limits]:
    before = current()
    yield before
    use(before)


def written(folder: Path, content: str | bytes, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(folder: Path, content: str | bytes, name: str = "a.csv") -> Document:
    return read_file(written(folder, content, name), name, 10)


def page(folder: Path, content: str | bytes, name: str = "a.csv") -> PageRead:
    document = read(folder, content, name)
    assert document.media_type == CSV
    return document.pages[0]


def is_plain(folder: Path, content: str | bytes) -> bool:
    """Tell whether a file is read exactly as one that is called a text."""
    return read(folder, content) == read(folder, content, "a.txt")


def test_a_table_is_one_page_without_a_name_whose_rows_have_the_numbers_of_their_lines(tmp_path: Path) -> None:
    found = page(tmp_path, ASSETS)
    assert (found.page, found.sheet, found.state, found.headings) == (None, None, "text", ())
    assert found.text.splitlines()[:2] == ["No | Nama Barang | Jumlah | Lokasi", "1 | CCTV | 4 | Simpang Grogol"]
    assert [(row.row, row.cells["Lokasi"]) for row in found.rows] == [(2, "Simpang Grogol"), (3, "Simpang Slipi")]
    assert [found.text[row.start : row.end] for row in found.rows] == found.text.splitlines()[1:]
    assert [row.values["jumlah"].value for row in found.rows] == ["4", "2"]


@pytest.mark.parametrize(
    "content",
    [
        ASSETS.replace(",", ";"),
        ASSETS.replace("\n", "\r\n"),
        ASSETS.replace("\n", "\r"),
        ASSETS.replace(",", ", "),
        ASSETS.encode("utf-8-sig"),
        ASSETS.encode("utf-16"),
        "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in ASSETS.splitlines()),
    ],
    ids=["semicolons", "line ends of Windows", "line ends of old Macs", "blanks", "mark", "utf-16", "quotes"],
)
def test_the_same_table_however_it_was_saved(tmp_path: Path, content: str | bytes) -> None:
    assert page(tmp_path, content) == page(tmp_path, ASSETS)


@pytest.mark.parametrize("name", ["a.tsv", "a.csv", "A.TSV"])
def test_tabs_part_cells_too(tmp_path: Path, name: str) -> None:
    assert page(tmp_path, ASSETS.replace(",", "\t"), name) == page(tmp_path, ASSETS)


def test_letters_of_the_western_code_page_are_kept(tmp_path: Path) -> None:
    found = page(tmp_path, "No,Nama,Jumlah\n1,Café,3\n".encode("cp1252"))
    assert found.rows[0].cells["Nama"] == "Café"


def test_a_name_alone_makes_no_table_and_a_table_needs_the_name(tmp_path: Path) -> None:
    assert read(tmp_path, ASSETS, "a.txt").pages[0].rows == ()
    assert read(tmp_path, ASSETS, "a.txt").media_type == "text/plain"


def test_a_quoted_cell_may_hold_the_delimiter_quotes_and_line_ends(tmp_path: Path) -> None:
    found = page(tmp_path, 'No,Nama,Jumlah\n\n1,"Meja, ""jati""\nbesar",3\n2,Kursi,4\n')
    assert [(row.row, row.cells["Nama"]) for row in found.rows] == [(3, 'Meja, "jati" besar'), (5, "Kursi")]


def test_titles_above_and_totals_below_stand_in_the_text_and_are_no_rows(tmp_path: Path) -> None:
    found = page(tmp_path, "DAFTAR CCTV,,\n,,\nNo,Nama,Jumlah\n(1),(2),(3)\n1,CCTV,4\n2,CCTV,3\n,Jumlah,7\n")
    assert [row.row for row in found.rows] == [5, 6]
    assert found.text.splitlines() == [
        *("DAFTAR CCTV", "No | Nama | Jumlah", "(1) | (2) | (3)", "1 | CCTV | 4", "2 | CCTV | 3", "Jumlah | 7"),
    ]


def test_titles_and_notes_without_delimiters_stand_in_the_text_and_are_no_rows(tmp_path: Path) -> None:
    table = "No;Nama;Jumlah;Luas (m2)\n1;2;3;4\n1;Taman, Kota;4;1.250,5\n2;Taman;3;12,25\n;Jumlah;7;\n"
    signed = "Ket: B = baik; RB = rusak berat;;;;\nContoh, 31 Desember 2024\n;;Camat;\n;B = baik\n"
    found = page(tmp_path, f"KECAMATAN CONTOH\nKeadaan per 31 Desember 2024\n\n{table}\n{signed}")
    assert [row.row for row in found.rows] == [6, 7]
    assert [row.values["luas"].value for row in found.rows] == ["1250.5", "12.25"]
    lines = found.text.splitlines()
    assert lines[:2] == ["KECAMATAN CONTOH", "Keadaan per 31 Desember 2024"]
    assert lines[-4:] == ["Ket: B = baik; RB = rusak berat", "Contoh, 31 Desember 2024", "Camat", "B = baik"]


def test_a_record_that_reads_like_a_header_is_a_row_of_the_one_table(tmp_path: Path) -> None:
    found = page(
        tmp_path, "No,Nama,Jenis,Keterangan\n1,Meja,Kayu,Baik\nNo,Nama baru,Jenis lain,Ket\n2,Kursi,Besi,Baik\n"
    )
    assert [list(row.cells.values())[1] for row in found.rows] == ["Meja", "Nama baru", "Kursi"]
    assert {tuple(row.cells) for row in found.rows} == {("No", "Nama", "Jenis", "Keterangan")}


def test_a_header_that_is_repeated_is_no_row(tmp_path: Path) -> None:
    assert [row.row for row in page(tmp_path, ASSETS * 2).rows] == [2, 3, 5, 6]


def test_numbers_are_read_as_those_in_cells_of_text(tmp_path: Path) -> None:
    lines = ["1.250", "1250.50", "1.250,50", "Rp12.500.000,-", "1,250", "-", "seribu"]
    found = page(tmp_path, "Nama;Harga\n" + "".join(f"Meja;{cell}\n" for cell in lines))
    values = [row.values.get("harga") for row in found.rows]
    assert [value and (value.type, value.value) for value in values] == [
        *(("money", "1250"), ("money", "1250.5"), ("money", "1250.5"), ("money", "12500000")),
        *(("text", "1,250"), None, ("text", "seribu")),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "Nama\nMeja\nKursi\n",
        "Yth. Bapak Camat, di tempat.\nDengan hormat, kami sampaikan bahwa\nrapat, yang tertunda, diadakan besok.\n",
        "Jakarta, Senin\nBogor, Selasa\nDepok, Rabu\n",
        "No,Nama,Jumlah\n1,Meja,2\n2,Kursi\n",
        "No,Nama,Jumlah\n1,Meja,2,lebih\n",
        "No,Nama,Jumlah\n1,Meja,2\nBagian Umum;Meja\n2,Kursi,3\n",
        "Kepada Yth.\n" * (csv_table.MOST_BESIDE + 1) + "No,Nama,Jumlah\n1,Meja,2\n2,Kursi,3\n",
        "Nama;Harga, Rp\nMeja;1,5\nKursi;2,5\n",
        "No,Nama,Jumlah\n",
        "1,2,3\n4,5,6\n7,8,9\n",
        "code,name,short\n" + "A,Satuan A,B\n" * 4 + "No,Nama,Jumlah\n1,Satuan,3\n2,Satuan,4\n",
        'No,Nama,Jumlah\n1,"Meja,2\n2,Kursi,3\n',
        'No,Nama,Jumlah\n1,"Meja" jati,2\n2,Kursi,3\n',
        ASSETS.replace("Simpang", "Sim\0pang") + "9,Lampu,1,Jalan Panjang\n" * 20,
        "No,Nama,Jumlah\n1," + "panjang " * 20_000 + ",3\n",
        "Nama,Jumlah" + ",x" * csv_table.MAX_COLUMNS + "\nMeja,2" + ",3" * csv_table.MAX_COLUMNS + "\n",
    ],
    ids=[
        *("one column", "prose", "prose of one width", "a cell too few", "a cell too many"),
        *("a line of another table", "a text above", "two delimiters"),
        *("no row", "no names of columns", "names farther down", "a lone quote", "text behind a quote"),
        *("NUL", "a huge cell", "too many columns"),
    ],
)
def test_what_is_no_table_for_sure_stays_the_text_that_it_is(tmp_path: Path, content: str) -> None:
    assert is_plain(tmp_path, content)
    assert read(tmp_path, content).pages == read_text(written(tmp_path, content), 1).pages


@pytest.mark.parametrize("bound", [{"cells": 11}, {"chars": 60}, {"output_mb": 0}])
def test_a_table_beyond_the_limits_of_a_sheet_is_text(tmp_path: Path, limits: Limits, bound: dict[str, int]) -> None:
    use(Limits(**bound))
    assert is_plain(tmp_path, ASSETS)


def test_a_table_of_more_records_than_are_told_as_rows_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "MAX_RECORDS", 3)
    assert len(page(tmp_path, ASSETS).rows) == 2
    assert is_plain(tmp_path, ASSETS + "3,CCTV,1,Simpang Tomang\n")


def test_a_table_that_takes_too_long_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_table, "PATIENCE", 0.002)
    monkeypatch.setattr(csv_table, "read_grid", lambda _: time.sleep(20))
    assert is_plain(tmp_path, ASSETS)


def test_a_file_too_large_for_a_text_is_refused_as_one(tmp_path: Path, limits: Limits) -> None:
    use(Limits(text_mb=0))
    with pytest.raises(ReadError) as error:
        read(tmp_path, ASSETS)
    assert error.value.code == "too_large"


@pytest.mark.slow
def test_a_million_lines_are_read_as_text_in_time(tmp_path: Path) -> None:
    began = time.monotonic()
    assert read(tmp_path, "id,v\n" + "1,2\n" * 1_000_000).media_type == "text/plain"
    assert time.monotonic() - began < Limits().seconds


CELLS = st.text("ab1é \"',;|\t\n", max_size=8)
DELIMITERS = st.sampled_from(csv_table.DELIMITERS)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=6), DELIMITERS)
@example([("", "a;b"), *[("a", "b;b")] * 4, ("b", "b;b")], ",")  # words of one letter are no noise in what was typed
def test_every_word_of_a_saved_table_is_in_its_page(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([("No", "Nama", "Jumlah"), *(("1", *row) for row in rows)])
    document = read_file(path, "a.csv", 10)
    (found,) = document.pages
    assert "Nama" in found.text
    assert all(found.text[row.start : row.end].startswith("1") for row in found.rows)
    assert unpack(pack(document)) == document
