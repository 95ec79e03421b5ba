"""The rows of the table in which a passage stands."""

from pathlib import Path

import pytest

from catalog import opening, storing
from catalog.passage_rows import PassageRow, above_rows, cells_of, columns_of, is_outside_rows, row_at
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion
from catalog.typed_cells import CellValue


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


def test_the_one_row_that_reaches_into_a_range_is_told_with_its_values_and_what_stands_above(tmp_path: Path) -> None:
    catalog = opening.create(tmp_path)
    text = "Daftar barang\nLCD | Acer\nMeja | -"
    rows = (
        NewRow(3, {"Barang": "LCD", "Merk": "Acer"}, 14, 24, {"merk": CellValue("Merk", "Acer", "text")}),
        NewRow(4, {"Barang": "Meja", "Merk": "-"}, 25, 33, {}),
    )
    passages = (
        NewPassage(0, "text", None, (), 0, len(text), text, None),
        NewPassage(0, "row", 4, (), 25, 33, text[25:], None),
    )
    page = NewPage(None, "KIB", "text", 1.0, text, rows)
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "kib")
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "KIB", "kib", {}, (page,), passages))
    whole, desk = (row["id"] for row in catalog.db.query("SELECT id FROM passage ORDER BY id"))
    assert row_at(catalog, whole, 10, 20) == PassageRow(
        "LCD | Acer", 14, {"Barang": "LCD", "Merk": "Acer"}, {"merk": "Acer"}
    )
    assert row_at(catalog, whole, 0, 13) is None
    assert row_at(catalog, whole, 20, 30) is None
    assert cells_of(catalog, [whole, desk]) == {desk: {"Barang": "Meja", "Merk": "-"}}
    assert above_rows(catalog, whole) == "Daftar barang\n"


def test_a_row_holds_what_stands_in_it_alone() -> None:
    row = PassageRow("LCD | Acer", 14, {}, {})
    assert row.holds(14, 24)
    assert not row.holds(13, 24)
    assert not row.holds(14, 25)
