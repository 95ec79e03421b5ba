"""Which typed rows questions are counted from."""

from pathlib import Path

import pytest

from catalog import metadata, opening, storing
from catalog.metadata import Metadata
from catalog.scope import scope_of
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion
from catalog.table_rows import columns_of, is_outside_rows, sheets
from catalog.typed_cells import CellValue


@pytest.mark.parametrize(("page", "counted"), [(None, 1), (1, 0)])
def test_rows_of_pages_are_not_counted_for_some_may_be_missing(tmp_path: Path, page: int | None, counted: int) -> None:
    catalog = opening.create(tmp_path)
    row = NewRow(1, {"Harga": "100"}, 0, 3, {"harga": CellValue("Harga", "100", "money")})
    stored = NewPage(page, None, "text", 1.0, "100", (row,))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "kib")
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "KIB", "kib", {}, (stored,), ()))
        metadata.apply(catalog, asset, Metadata(status="disahkan", validity="berlaku"))
    assert len(sheets(catalog, scope_of(None), ())) == counted


@pytest.mark.parametrize(
    ("row", "named"),
    [(None, []), (1, ["Barang", "Harga"]), (2, ["Barang", "Harga", "Lunas"])],
    ids=["text around the rows", "a row", "a row under more columns"],
)
def test_the_columns_of_a_passage_are_those_of_the_row_that_it_is(
    tmp_path: Path, row: int | None, named: list[str]
) -> None:
    catalog = opening.create(tmp_path)
    text = "Daftar barang\nLCD | 100\nPC | 900 | ya\nDihitung ulang."
    rows = (
        NewRow(1, {"Barang": "LCD", "Harga": "100"}, 14, 23, {}),
        NewRow(2, {"Barang": "PC", "Harga": "900", "Lunas": "ya"}, 24, 37, {}),
    )
    passage = NewPassage(0, "row" if row else "text", row, (), 0, len(text), text, None)
    stored = NewPage(None, "KIB", "text", 1.0, text, rows)
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "kib")
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "KIB", "kib", {}, (stored,), (passage,)))
    key = next(catalog.db.query("SELECT id FROM passage"))["id"]
    assert columns_of(catalog, key) == named
    lines = [(0, 13), (14, 23), (24, 37), (38, len(text)), (10, 15)]
    assert [is_outside_rows(catalog, key, *line) for line in lines] == [True, False, False, True, False]


def test_where_a_page_has_no_rows_nothing_is_outside_of_them(tmp_path: Path) -> None:
    catalog = opening.create(tmp_path)
    passage = NewPassage(0, "text", None, (), 0, 5, "Teks.", None)
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "a")
        page = NewPage(1, None, "text", 1.0, "Teks.")
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "A", "sop", {}, (page,), (passage,)))
    assert not is_outside_rows(catalog, next(catalog.db.query("SELECT id FROM passage"))["id"], 0, 5)
