"""The cells of a row in the text of its page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog import passages, storing
from catalog.database import Catalog
from catalog.passage_rows import PassageRow
from catalog.row_cells import placed, quoted_cells
from catalog.scope import OPERATOR
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion

HEAD = "Nama | Merk | Jumlah | Jumlah Harga (Rp)"
LAPTOP = "Laptop | Acer | 2 | 18500000"
PRINTED = "3 Latang LUBUK\nTAROK - 1.306"


@pytest.fixture
def register(catalog: Catalog) -> Catalog:
    """One sheet with a row, read as one passage."""
    text = f"{HEAD}\n{LAPTOP}"
    cells = dict(zip(HEAD.split(" | "), LAPTOP.split(" | "), strict=True))
    row = NewRow(2, cells, text.index(LAPTOP), len(text), {})
    whole = NewPassage(0, "text", None, (), 0, len(text), text, None)
    page = NewPage(None, "KIB B", "text", 1.0, text, (row,))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "uji"), "kib.xlsx")
        storing.add_version(catalog, asset, NewVersion("0" * 64, 1, "x/y", "KIB B", "kib", {}, (page,), (whole,)))
    return catalog


def told(row: PassageRow) -> list[tuple[str, str]]:
    return [(cell.column, row.text[cell.start - row.start : cell.end - row.start]) for cell in placed(row)]


def test_a_quoted_row_has_its_cells_a_part_of_it_those_that_are_whole_and_its_header_none(register: Catalog) -> None:
    passage = next(iter(passages.read(register, passages.live_ids(register), OPERATOR)))
    start, end = len(HEAD) + 1, len(HEAD) + 1 + len(LAPTOP)
    assert [cell.column for cell in quoted_cells(register, passage, start, end)] == HEAD.split(" | ")
    assert [cell.column for cell in quoted_cells(register, passage, start, end - 1)] == ["Nama", "Merk", "Jumlah"]
    assert quoted_cells(register, passage, start, start + 6) == ()
    assert quoted_cells(register, passage, 0, len(HEAD)) == ()
    assert quoted_cells(register, passage, 0, end) == ()


def test_a_printed_row_has_cells_that_go_over_lines() -> None:
    cells = {"Nama Nagari": "Latang", "Kecamatan": "LUBUK TAROK", "Wali Nagari": "-", "Penduduk": "1.306"}
    named = [("Nama Nagari", "Latang"), ("Kecamatan", "LUBUK\nTAROK"), ("Wali Nagari", "-"), ("Penduduk", "1.306")]
    assert told(PassageRow(PRINTED, 700, cells, {})) == named


def test_what_a_merged_cell_says_from_above_is_left_out() -> None:
    row = PassageRow("Sekretaris | Hanif", 0, {"Panitia": "Berkemah", "Tugas": "Sekretaris", "Nama": "Hanif"}, {})
    assert told(row) == [("Tugas", "Sekretaris"), ("Nama", "Hanif")]


@pytest.mark.parametrize(
    "row",
    [
        PassageRow("3 | ALIYAH | 1 | 3", 0, {"Nomor": "3", "Umur": "3"}, {}),
        PassageRow("Kursi | 2", 0, {"Jumlah": "2", "Nama": "Kursi"}, {}),
        PassageRow("12024 unit", 0, {"Tahun": "2024"}, {}),
    ],
    ids=["cells between that no column names", "another order", "part of a word"],
)
def test_a_row_whose_cells_do_not_follow_each_other_has_none(row: PassageRow) -> None:
    assert told(row) == []


@given(st.lists(st.text("ab1 .-", min_size=1).map(str.strip).filter(bool), min_size=1, max_size=6))
def test_the_cells_of_a_sheets_line_are_told_as_they_stand(texts: list[str]) -> None:
    cells = {f"Kolom {number}": text for number, text in enumerate(texts)}
    assert [text for _, text in told(PassageRow(" | ".join(texts), 5, cells, {}))] == texts
