"""Rows among the hits, under the names of their columns."""

from pathlib import Path

import pytest

from catalog.opening import create
from catalog.scope import scope_of
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.webapp.conftest import HOSTILE, given
from tests.webapp.library import Paper, add, searchers, sheet_page
from webapp.app import create_app
from webapp.row_hits import LENGTH, MOST, row_found

ASKED = understand("printer epson", load())


def test_a_cell_stands_under_its_column_with_what_was_found_marked() -> None:
    row = row_found({"Nama": "Printer", "Merk": "Epson L5290", "Keterangan": " "}, ASKED)
    assert [(column, [(part.text, part.marked) for part in cell]) for column, cell in row.cells] == [
        ("Nama", [("Printer", True)]),
        ("Merk", [("Epson", True), (" L5290", False)]),
    ]
    assert row.left_out == 0


@pytest.mark.parametrize("place", [0, MOST + 2])
def test_of_a_wide_row_what_was_found_is_shown_and_the_order_stays(place: int) -> None:
    cells = {f"Kolom {n}": str(n) for n in range(MOST + 3)} | {f"Kolom {place}": "Epson"}
    row = row_found(cells, ASKED)
    columns = [column for column, _ in row.cells]
    assert len(columns) == MOST
    assert row.left_out == 3
    assert f"Kolom {place}" in columns
    assert columns == sorted(columns, key=list(cells).index)


def test_a_long_cell_is_cut_around_what_was_found() -> None:
    ((_, cell),) = row_found({"Keterangan": "kata " * 100 + "printer"}, ASKED).cells
    assert sum(len(part.text) for part in cell) < LENGTH + 10
    assert any(part.marked for part in cell)


def test_the_page_shows_a_row_that_was_found_under_its_columns_escaped(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    goods = [{"Nama <i>": "Printer", "Letak": f"Gudang {HOSTILE}", "Harga": "9800"}]
    add(catalog, Paper("kir.xlsx", given("Daftar ruangan"), (sheet_page("Ruang 5", goods),)))
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    for chosen in ({}, {"jawab": "0"}):
        page = app.test_client().get("/", query_string={"q": "printer"} | chosen).text
        hit = page[page.index('<div class="passage">') :]
        assert "<dt>Nama &lt;i&gt;</dt><dd><mark>Printer</mark></dd>" in hit
        assert "<dt>Harga</dt><dd>9800</dd>" in hit
        assert HOSTILE not in page
