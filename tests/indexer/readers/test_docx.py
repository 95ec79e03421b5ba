"""DOCX: order of the body, headings by style or look, tables as pages use them."""

import io
from pathlib import Path

import docx
import docx.document

from indexer.document import PageRead
from indexer.readers.docx import read_docx
from tests.indexer.readers import samples

LONG = "Pemerintah daerah membutuhkan rencana induk drainase agar genangan di kawasan ini berkurang setiap tahun."


def page_of(path: Path) -> PageRead:
    pages = read_docx(path, 1).pages
    assert len(pages) == 1 and pages[0].page is None and pages[0].sheet is None
    return pages[0]


def headings(page: PageRead) -> list[tuple[str, int]]:
    return [(page.text[h.start : h.end], h.level) for h in page.headings]


def with_table(path: Path, rows: list[list[str]]) -> Path:
    document = docx.Document()
    document.add_paragraph("Sebelum tabel")
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Sesudah tabel")
    document.save(str(path))
    return path


def test_heading_styles_give_their_levels(tmp_path: Path) -> None:
    parts = [("Judul Besar", "Title"), ("Latar Belakang", "Heading 1"), (LONG, ""), ("Tujuan", "Heading 2"), (LONG, "")]
    page = page_of(samples.word(tmp_path / "a.docx", parts))
    assert headings(page) == [("Judul Besar", 1), ("Latar Belakang", 1), ("Tujuan", 2)]
    assert page.text.split("\n") == [text for text, _ in parts]


def test_headings_are_inferred_from_bold_and_numbers_where_no_style_names_them(tmp_path: Path) -> None:
    parts = [
        ("SOP BENDAHARA KANTOR", ""),
        ("A. Tujuan", "bold"),
        (LONG, ""),
        ("Alur", "bold"),
        (LONG, "bold"),
        (LONG, ""),
    ]
    page = page_of(samples.word(tmp_path / "a.docx", parts))
    assert headings(page) == [("SOP BENDAHARA KANTOR", 2), ("A. Tujuan", 2), ("Alur", 2)]


def test_a_table_stands_where_it_is_in_the_body_one_line_a_row(tmp_path: Path) -> None:
    rows = [["No", "Nama Barang", "Volume"], ["1", "Laptop", "10"], ["2", "Meja\nrapat", "4"]]
    text = page_of(with_table(tmp_path / "a.docx", rows)).text
    assert text == "Sebelum tabel\nNo | Nama Barang | Volume\n1 | Laptop | 10\n2 | Meja rapat | 4\nSesudah tabel"


def test_the_two_columns_of_a_terms_of_reference_are_read_row_by_row(tmp_path: Path) -> None:
    rows = [["1. Latar Belakang", f"{LONG}\n{LONG}"], ["2. Jangka Waktu", f"Seratus dua puluh hari kalender. {LONG}"]]
    page = page_of(with_table(tmp_path / "a.docx", rows))
    assert headings(page) == [("1. Latar Belakang", 3), ("2. Jangka Waktu", 3)]
    assert page.text.index("1. Latar Belakang\n") < page.text.index(LONG) < page.text.index("2. Jangka Waktu\n")


def test_a_form_keeps_label_and_value_on_one_line(tmp_path: Path) -> None:
    assert (
        "Nama OPD: Dinas Contoh" in page_of(with_table(tmp_path / "a.docx", [["Nama OPD", ":", "Dinas Contoh"]])).text
    )


def test_a_colon_that_leads_a_value_stands_behind_its_label(tmp_path: Path) -> None:
    rows = [["Program", ": Pengelolaan Arsip"], ["Tahun", ": 2025"]]
    assert "Program: Pengelolaan Arsip\nTahun: 2025\n" in page_of(with_table(tmp_path / "a.docx", rows)).text


def test_a_colon_that_leads_the_text_beside_a_heading_is_not_read(tmp_path: Path) -> None:
    page = page_of(
        with_table(tmp_path / "a.docx", [["Latar Belakang", f": {LONG}"], ["Maksud", f": {LONG}\n: {LONG}"]])
    )
    assert page.text.split("\n")[1:6] == ["Latar Belakang", LONG, "Maksud", LONG, f": {LONG}"]


def test_boxes_side_by_side_that_each_hold_a_list_are_read_one_after_the_other(tmp_path: Path) -> None:
    rows = [
        [f"Dasar Hukum:\n1. {LONG}", f"Kualifikasi:\n1. {LONG}"],
        ["Keterkaitan\n1. SOP Surat", f"Peralatan\n- {LONG}"],
    ]
    lines = page_of(with_table(tmp_path / "a.docx", rows)).text.split("\n")[1:-1]
    boxes = ["Dasar Hukum:", f"1. {LONG}", "Kualifikasi:", f"1. {LONG}"]
    assert lines == [*boxes, "Keterkaitan", "1. SOP Surat", "Peralatan", f"- {LONG}"]


def test_lists_under_a_row_of_names_are_a_table(tmp_path: Path) -> None:
    rows = [["Dasar Hukum", "Kualifikasi"], [f"1. {LONG}\n2. {LONG}", f"1. {LONG}\n2. {LONG}"]]
    lines = page_of(with_table(tmp_path / "a.docx", rows)).text.split("\n")[1:-1]
    assert lines == ["Dasar Hukum | Kualifikasi", f"1. {LONG} 2. {LONG} | 1. {LONG} 2. {LONG}"]


def test_text_all_in_one_cell_is_read_as_paragraphs(tmp_path: Path) -> None:
    page = page_of(with_table(tmp_path / "a.docx", [[f"BAB I\n{LONG}"]]))
    assert page.text.split("\n")[1:3] == ["BAB I", LONG]


def test_a_document_of_nothing_but_a_picture_needs_ocr(tmp_path: Path) -> None:
    gif = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"
    document = docx.Document()
    document.add_picture(io.BytesIO(gif))
    document.save(str(tmp_path / "a.docx"))
    assert page_of(tmp_path / "a.docx").state == "needs_ocr"


def test_an_empty_document_is_an_empty_page(tmp_path: Path) -> None:
    assert page_of(samples.word(tmp_path / "a.docx", [])).state == "empty"


def test_a_page_colour_before_the_body_hides_nothing(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Surat tugas")
    document.element.insert(0, document.element.makeelement(f"{{{document.element.nsmap['w']}}}background"))
    document.save(str(tmp_path / "a.docx"))
    assert page_of(tmp_path / "a.docx").text == "Surat tugas"


def table(rows: list[list[str]], *merged: tuple[tuple[int, int], tuple[int, int]]) -> docx.document.Document:
    document = docx.Document()
    grid = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(rows, grid.rows, strict=True):
        for text, cell in zip(cells, row.cells, strict=True):
            cell.text = text
    for first, last in merged:
        grid.cell(*first).merge(grid.cell(*last))
    return document


def test_the_rows_of_a_table_are_typed_rows_numbered_over_all_tables(tmp_path: Path) -> None:
    document = table(
        [["No", "Nama Barang", "Harga (Rp)"], ["1", "Laptop", "Rp12.500.000"], ["Jumlah", "", "12.500.000"]]
    )
    more = document.add_table(2, 3)
    for number, text in enumerate(["No", "Nama Barang", "Jumlah", "1", "Meja", "7"]):
        more.cell(*divmod(number, 3)).text = text
    document.save(str(tmp_path / "a.docx"))
    page = read_docx(tmp_path / "a.docx", 1).pages[0]
    assert [(r.row, page.text[r.start : r.end]) for r in page.rows] == [
        (2, "1 | Laptop | Rp12.500.000"),
        (5, "1 | Meja | 7"),
    ]
    assert page.rows[0].values["harga"] == ("Harga (Rp)", "12500000", "money")


def test_merged_headers_of_a_table_name_their_columns(tmp_path: Path) -> None:
    rows = [["No", "Nama", "Dokumen", ""], ["", "", "Tanggal", "Nomor"], ["1", "Gedung", "2019", "12/BA"]]
    document = table(rows, ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)))
    document.save(str(tmp_path / "a.docx"))
    page = read_docx(tmp_path / "a.docx", 1).pages[0]
    assert [list(r.cells) for r in page.rows] == [["No", "Nama", "Dokumen Tanggal", "Dokumen Nomor"]]


def test_the_unit_stated_before_a_table_is_applied(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("(dalam ribuan rupiah)")
    grid = document.add_table(2, 3)
    for number, text in enumerate(["No", "Nama Barang", "Harga", "1", "Meja", "850"]):
        grid.cell(*divmod(number, 3)).text = text
    document.save(str(tmp_path / "a.docx"))
    assert read_docx(tmp_path / "a.docx", 1).pages[0].rows[0].values["harga"].value == "850000"


def test_text_that_is_garbage_leaves_no_heading_behind(tmp_path: Path) -> None:
    page = page_of(samples.word(tmp_path / "a.docx", [("0", "bold"), ("\U00018cd6", "")]))
    assert (page.text, page.headings, page.rows) == ("", (), ())
