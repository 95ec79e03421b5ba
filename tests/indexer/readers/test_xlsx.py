"""XLSX: cells as shown, sheets of any formal size, what openpyxl stumbles over."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill

from indexer.document import PageRead
from indexer.readers.clean import one_line
from indexer.readers.xlsx import column_number, read_xlsx
from tests.indexer.readers import samples


def pages(path: Path) -> tuple[PageRead, ...]:
    return read_xlsx(path, 1)[0]


def changed(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """Rewrite one part of the archive."""
    with zipfile.ZipFile(path) as old:
        parts = {n: old.read(n) for n in old.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return path


def test_codes_stay_text_money_is_digits_and_dates_are_iso(tmp_path: Path) -> None:
    nibar = "110101310000000000002025" + "1" * 21
    rows = [["No", "NIBAR", "Register", "Tanggal", "Harga"], [1, nibar, "0007", date(2025, 2, 17), 12_000_000.0]]
    row = pages(samples.workbook(tmp_path / "a.xlsx", {"KIB B": rows}))[0].rows[0]
    assert row.cells == {"No": "1", "NIBAR": nibar, "Register": "0007", "Tanggal": "2025-02-17", "Harga": "12000000"}


def test_every_sheet_is_a_page_hidden_and_empty_ones_too(tmp_path: Path) -> None:
    path = samples.workbook(tmp_path / "a.xlsx", {"KIB A": [["Tanah kantor"]], "Kosong": [], "Rujukan": [["Kode"]]})
    book = openpyxl.load_workbook(path)
    book["Rujukan"].sheet_state = "hidden"
    book.save(path)
    assert [(p.page, p.sheet, p.state) for p in pages(path)] == [
        (None, "KIB A", "text"),
        (None, "Kosong", "empty"),
        (None, "Rujukan", "text"),
    ]


def test_what_a_workbook_hides_is_read_and_marked(tmp_path: Path) -> None:
    rows = [["No", "Nama", "Harga"], [1, "Meja", 5], [2, "Kursi", 7]]
    path = samples.workbook(tmp_path / "a.xlsx", {"A": rows, "B": rows})
    book = openpyxl.load_workbook(path)
    book["A"].row_dimensions[3].hidden = True
    book["A"].column_dimensions["C"].hidden = True
    book["B"].sheet_state = "veryHidden"
    book.save(path)
    shown = [[(r.row, r.hidden, r.hidden_columns) for r in page.rows] for page in pages(path)]
    assert shown == [[(2, False, ("Harga",)), (3, True, ("Harga",))], [(2, True, ()), (3, True, ())]]


def test_three_decimals_are_no_thousands_where_the_file_holds_a_number(tmp_path: Path) -> None:
    rows = [["No", "Nama Barang", "Luas (m2)"], [1, "Tanah", 1.255], [2, "Tanah", "1.255"]]
    page = pages(samples.workbook(tmp_path / "a.xlsx", {"A": rows}))[0]
    assert [r.values["luas"].value for r in page.rows] == ["1.255", "1255"]


def test_a_code_that_was_stored_as_a_number_gets_no_invented_digits(tmp_path: Path) -> None:
    rows = [["No", "NIBAR", "Nama Barang"], [1, 1.1010131e44, "Meja"]]
    row = pages(samples.workbook(tmp_path / "a.xlsx", {"A": rows}))[0].rows[0]
    assert row.cells["NIBAR"] == "1.1010131E+44"
    assert row.values["nibar"].type == "text"


NAMES = ("No", "Kode Barang", "Nama Barang", "Keterangan")
WORD = st.text(st.sampled_from("abcdefg 0123456789./-é"), min_size=1, max_size=12).map(str.strip).filter(bool)
ROWS = st.lists(st.tuples(st.integers(1, 999), WORD, WORD.map("barang {}".format), WORD), max_size=8)


@settings(max_examples=25, deadline=None)
@given(ROWS)
def test_rows_survive_a_round_trip_in_place_and_in_the_same_way_each_time(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, str, str, str]]
) -> None:
    path = samples.workbook(tmp_path_factory.mktemp("buku") / "a.xlsx", {"A": [NAMES, *rows]})
    page = pages(path)[0]
    written = [{n: one_line(str(v)) for n, v in zip(NAMES, row, strict=True)} for row in rows]
    assert [r.cells for r in page.rows] == written
    assert [r.row for r in page.rows] == [*range(2, len(rows) + 2)]
    assert all(page.text[r.start : r.end] == " | ".join(r.cells.values()) for r in page.rows)
    assert pages(path)[0] == page


def test_merged_headers_name_their_columns(tmp_path: Path) -> None:
    rows = [["No", "Dokumen", None], [None, "Tanggal", "Nomor"], [1, "2019", "12/BA"], [2, "2020", "13/BA"]]
    page = pages(samples.workbook(tmp_path / "a.xlsx", {"C": rows}, ["A1:A2", "B1:C1"]))[0]
    assert [(r.row, list(r.cells)) for r in page.rows] == [
        (3, ["No", "Dokumen Tanggal", "Dokumen Nomor"]),
        (4, ["No", "Dokumen Tanggal", "Dokumen Nomor"]),
    ]


def test_a_sheet_that_is_large_by_formatting_alone_is_small(tmp_path: Path) -> None:
    path = samples.workbook(tmp_path / "a.xlsx", {"A": [["No", "Nama", "Kode"], [1, "Meja", "1.3"]]})
    book = openpyxl.load_workbook(path)
    for column in range(4, 16_385, 4):
        book["A"].cell(3, column).fill = PatternFill("solid", fgColor="FFFF00")
    book["A"].cell(1_048_576, 16_384).value = "ujung"
    book.save(path)
    page = pages(path)[0]
    assert [r.row for r in page.rows] == [2]
    assert page.text.endswith("ujung")


def test_a_workbook_that_openpyxl_refuses_is_read(tmp_path: Path) -> None:
    path = samples.workbook(tmp_path / "a.xlsx", {"A": [["No", "Nama", "Kode"], [1, "Meja", "1.3"]]})
    changed(
        path, "xl/styles.xml", lambda xml: re.sub(r"<fills.*?</fills>", "<fills><fill/></fills>", xml, flags=re.DOTALL)
    )
    with pytest.raises(TypeError):
        openpyxl.load_workbook(path)
    assert pages(path)[0].rows[0].cells["Nama"] == "Meja"


def test_a_lying_dimension_and_missing_references_do_not_matter(tmp_path: Path) -> None:
    path = samples.workbook(tmp_path / "a.xlsx", {"A": [["No", "Nama", "Kode"], [1, "Meja", "1.3"]]})
    changed(
        path, "xl/worksheets/sheet1.xml", lambda xml: re.sub(r' r="[A-Z]*\d+"', "", xml.replace("A1:C2", "A1:XFD9"))
    )
    assert [(r.row, r.cells["Kode"]) for r in pages(path)[0].rows] == [(2, "1.3")]


def shared(path: Path, *texts: str) -> Path:
    """Write a workbook whose texts stand in the table of shared strings."""
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("A").write_row(0, 0, texts)
    book.close()
    return path


def test_shared_strings_are_resolved_their_runs_joined_their_reading_aids_dropped(tmp_path: Path) -> None:
    runs = "<si><r><t>Meja </t></r><r><t>rapat</t></r><rPh><t>x</t></rPh></si>"
    path = shared(tmp_path / "a.xlsx", "Nama barang", "Meja")
    changed(path, "xl/sharedStrings.xml", lambda xml: xml.replace("<si><t>Meja</t></si>", runs))
    assert pages(path)[0].text == "Nama barang | Meja rapat"


def test_an_external_entity_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("sandi-lemari-arsip")
    path = shared(tmp_path / "a.xlsx", "Nama barang")
    entity = f'<!DOCTYPE sst [<!ENTITY x SYSTEM "{secret.as_uri()}">]><sst'
    changed(path, "xl/sharedStrings.xml", lambda xml: xml.replace("<sst", entity).replace("Nama barang", "Nama &x;"))
    assert pages(path)[0].text == "Nama"


def test_column_numbers() -> None:
    assert [column_number(letters) for letters in ("A", "Z", "AA", "XFD")] == [1, 26, 27, 16_384]
