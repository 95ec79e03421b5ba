"""Which figure of a row is asked for by its column."""

import pytest

from catalog.passage_rows import PassageRow
from catalog.row_cells import Cell, placed
from search.answering.figure_asked import figure_asked, over_cells

ROW = {"Kegiatan": "Ruang Studio", "Tahun 2018 Perubahan": "60000000", "Tahun 2018 Realisasi": "57991000"}
SHARES = ROW | {"Tahun 2018 Realisasi (2)": "96.65%"}
BEHRINGER = {
    "Nama": "Sound system",
    "Jumlah": "2",
    "Nilai / Harga Perolehan (Rp)": "5000000",
    "Jumlah Harga": "10000000",
}
SIDE_BY_SIDE = {"Kegiatan": "Audit Cell Plan", "Realisasi": "132579500", "Kegiatan (2)": "Sarana Layanan", "Sisa": "12"}


@pytest.mark.parametrize(
    ("question", "row", "figure"),
    [
        ("realisasi ruang studio tahun 2018 berapa?", SHARES, "57991000"),
        ("berapa persen realisasi ruang studio tahun 2018?", SHARES, "96.65%"),
        ("realisasi ruang studio tahun 2018 berapa persen?", ROW, "57991000"),
        ("harga perolehan sound system berapa?", BEHRINGER, "5000000"),
        ("nilainya berapa", BEHRINGER, "5000000"),
        ("berapa jumlah harga sound system?", BEHRINGER, "10000000"),
        ("berapa jumlah sound system?", BEHRINGER, "2"),
        ("sound system ada berapa unit?", BEHRINGER, "2"),
        ("sound system ada berapa unit?", ROW, None),
        ("berapa harga sound system?", BEHRINGER, None),
        ("berapa perubahan dan realisasi tahun 2018?", ROW, None),
        ("kapan realisasinya", ROW, None),
        ("realisasi audit cell plan berapa", SIDE_BY_SIDE, None),
    ],
)
def test_a_figure_is_asked_for_by_the_one_column_that_the_question_says(
    question: str, row: dict[str, str], figure: str | None
) -> None:
    text = " | ".join(row.values())
    found = figure_asked(question, placed(PassageRow(text, 40, row, {})), text, 40)
    assert (text[found[0] - 40 : found[1] - 40] if found else None) == figure


def test_a_range_in_one_cell_is_not_over_cells() -> None:
    cells = [Cell("Nama", 0, 6), Cell("Merk", 9, 13)]
    assert over_cells(cells, 3, 10)
    assert not over_cells(cells, 1, 8)
