"""Tables drawn with rules on PDF pages become typed rows; the text of the page stays as it is."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.document import PageRead
from indexer.passages import Splitting, split
from indexer.readers.pdf import read_pdf

drawing = pytest.importorskip("reportlab.pdfgen.canvas")
platypus = pytest.importorskip("reportlab.platypus")

A4 = (595.0, 842.0)  # points

HEAD = [["No", "Nama Barang", "Harga", ""], ["", "", "Satuan (Rp)", "Jumlah (Rp)"]]
Style = tuple[Any, ...]
GRID: list[Style] = [("GRID", (0, 0), (-1, -1), 0.5, 0)]
SPANS: list[Style] = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (3, 0))]
ROWS = [["1", "Meja kerja", "1.250.000", "2.500.000"], ["2", "Kursi rapat", "450.000", "900.000"]]


def draw(
    canvas: object, table: Sequence[Sequence[str]], at: tuple[float, float], extra: Sequence[Style] = GRID
) -> None:
    """Draw a table whose bottom left corner is here; the header of two rows with its merged cells."""
    spans = SPANS if table[0] == HEAD[0] else []
    drawn = platypus.Table(table, colWidths=[60, 150, 100, 100], style=[*spans, *extra])
    drawn.wrapOn(canvas, 410, 600)
    drawn.drawOn(canvas, *at)


def pages_of(
    path: Path, tables: Sequence[Sequence[Sequence[str]]], extra: Sequence[Style] = GRID
) -> tuple[PageRead, ...]:
    """Return what is read of a PDF file with one table a page."""
    out = BytesIO()
    canvas = drawing.Canvas(out, pagesize=A4, invariant=1)
    for table in tables:
        canvas.drawString(60, 780, "Daftar barang inventaris pada Dinas Komunikasi dan Informatika")
        draw(canvas, table, (60, 400), extra)
        canvas.showPage()
    canvas.save()
    path.write_bytes(out.getvalue())
    return read_pdf(path, 10).pages


def test_a_merged_header_becomes_one_name_a_column(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path / "a.pdf", [[*HEAD, *ROWS]])
    assert [row.cells for row in page.rows] == [
        {"No": n, "Nama Barang": name, "Harga Satuan (Rp)": price, "Harga Jumlah (Rp)": total}
        for n, name, price, total in ROWS
    ]


def test_a_row_has_the_range_of_its_words(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path / "a.pdf", [[*HEAD, *ROWS]])
    assert [page.text[row.start : row.end].split() for row in page.rows] == [" ".join(row).split() for row in ROWS]


def test_a_table_goes_on_on_the_next_page_without_its_header(tmp_path: Path) -> None:
    first, second = pages_of(tmp_path / "a.pdf", [[*HEAD, *ROWS], ROWS])
    assert [row.cells for row in second.rows] == [row.cells for row in first.rows]


def test_no_rules_no_rows_and_the_same_text(tmp_path: Path) -> None:
    (plain,) = pages_of(tmp_path / "a.pdf", [[*HEAD, *ROWS]], [])
    (ruled,) = pages_of(tmp_path / "b.pdf", [[*HEAD, *ROWS]])
    assert not plain.rows
    assert plain.text == ruled.text


def test_rows_that_no_rule_parts_are_not_read_as_one(tmp_path: Path) -> None:
    glued = [["1\n2", "Meja kerja\nKursi rapat", "1.250.000\n450.000", "2.500.000\n900.000"]] * 3
    (page,) = pages_of(tmp_path / "a.pdf", [[*HEAD, *glued]])
    assert not page.rows


def test_the_same_file_has_the_same_rows(tmp_path: Path) -> None:
    assert pages_of(tmp_path / "a.pdf", [[*HEAD, *ROWS]]) == pages_of(tmp_path / "a.pdf", [[*HEAD, *ROWS]])


def test_a_page_that_is_shown_turned_has_the_same_rows(tmp_path: Path) -> None:
    turned, plain = BytesIO(), tmp_path / "plain.pdf"
    canvas = drawing.Canvas(turned, pagesize=A4, invariant=1)
    canvas.setPageRotation(90)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    draw(canvas, [*HEAD, *ROWS], (60, 300))
    canvas.save()
    (tmp_path / "turned.pdf").write_bytes(turned.getvalue())
    (page,) = read_pdf(tmp_path / "turned.pdf", 10).pages
    (expected,) = pages_of(plain, [[*HEAD, *ROWS]])
    assert [row.cells for row in page.rows] == [row.cells for row in expected.rows]


def test_a_table_inside_a_moved_form_object_is_read_where_it_is_seen(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = drawing.Canvas(out, pagesize=A4, invariant=1)
    canvas.beginForm("table")
    draw(canvas, [*HEAD, *ROWS], (0, 0))
    canvas.endForm()
    canvas.translate(60, 500)
    canvas.doForm("table")
    canvas.save()
    (tmp_path / "a.pdf").write_bytes(out.getvalue())
    (page,) = read_pdf(tmp_path / "a.pdf", 10).pages
    assert [list(row.cells.values()) for row in page.rows] == ROWS


def test_the_rows_of_two_tables_on_a_page_count_on(tmp_path: Path) -> None:
    out = BytesIO()
    canvas = drawing.Canvas(out, pagesize=A4, invariant=1)
    draw(canvas, [*HEAD, *ROWS], (60, 600))
    draw(canvas, [*HEAD, *ROWS], (60, 300))
    canvas.save()
    (tmp_path / "a.pdf").write_bytes(out.getvalue())
    (page,) = read_pdf(tmp_path / "a.pdf", 10).pages
    numbers = [row.row for row in page.rows]
    assert len(numbers) == 2 * len(ROWS)
    assert numbers == sorted(set(numbers))


def test_a_row_that_rules_tear_into_two_is_left_out(tmp_path: Path) -> None:
    torn = [["1", "Meja kerja", "", ""], ["", "", "1.250.000", "2.500.000"]]
    spans = [("SPAN", (0, 2), (0, 3)), ("SPAN", (1, 2), (1, 3))]
    (page,) = pages_of(tmp_path / "a.pdf", [[*HEAD, *torn, *ROWS]], [*spans, *GRID])
    assert [list(row.cells.values()) for row in page.rows] == ROWS


def test_rows_of_pages_are_no_passages_of_their_own(tmp_path: Path) -> None:
    pages = pages_of(tmp_path / "a.pdf", [[*HEAD, *ROWS]])
    assert {passage.kind for of_page in split(pages, Splitting()) for passage in of_page} == {"text"}


def test_a_row_of_a_word_that_stands_out_of_the_table_is_left_out(tmp_path: Path) -> None:
    wide = ["3", "Lemari", "1.000.000", "dua ratus juta rupiah dan 1.250.000"]
    (page,) = pages_of(tmp_path / "a.pdf", [[*HEAD, *ROWS, wide]])
    assert [list(row.cells.values()) for row in page.rows] == ROWS


words = st.lists(st.sampled_from(["meja", "kursi", "lemari", "baik", "2019", "1.250.000", "B-12"]), max_size=3)
rows_of_words = st.lists(st.lists(words, min_size=4, max_size=4), min_size=2, max_size=8)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows_of_words)
def test_a_row_says_what_stands_in_its_cells_and_nothing_else(tmp_path: Path, cells: list[list[list[str]]]) -> None:
    drawn = [[" ".join(cell) for cell in row] for row in cells]
    (page,) = pages_of(tmp_path / "a.pdf", [[["No", "Nama", "Kondisi", "Harga"], *drawn]])
    expected = [
        {n: cell for n, cell in zip(["No", "Nama", "Kondisi", "Harga"], row, strict=True) if cell} for row in drawn
    ]
    for row in page.rows:
        assert row.cells in expected
        assert sorted(page.text[row.start : row.end].split()) == sorted(" ".join(row.cells.values()).split())
