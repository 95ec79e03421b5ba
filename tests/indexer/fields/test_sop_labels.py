"""The lines on the cover of an SOP, cut so that each label begins one."""

import pytest

from indexer.document import PageRead
from indexer.fields.found import Line, lines_of
from indexer.fields.sop_labels import cut


def lines(text: str) -> list[Line]:
    return lines_of([PageRead(1, None, text, "text", 1.0)])


def texts(text: str) -> list[str]:
    return [line.text for line in cut(lines(text))]


def test_a_row_begins_in_whichever_cell_its_label_stands() -> None:
    assert texts("PEMERINTAH KOTA CONTOH | NOMOR SOP | 4/SOP/2024") == [
        "PEMERINTAH KOTA CONTOH",
        "NOMOR SOP | 4/SOP/2024",
    ]
    assert texts("Nomor SOP | 4 | Tanggal Revisi | -") == ["Nomor SOP | 4", "Tanggal Revisi | -"]


def test_what_stands_behind_the_name_of_a_box_stands_below_it() -> None:
    assert texts("PERINGATAN: Berkas tidak lengkap ditolak.") == ["PERINGATAN", "Berkas tidak lengkap ditolak."]
    assert texts("Peringatan | Berkas tidak lengkap ditolak.") == ["Peringatan", "Berkas tidak lengkap ditolak."]


def test_a_list_in_one_line_is_parted_at_its_numbers() -> None:
    listed = "Dasar Hukum: 1. Peraturan Nomor 3 Tahun 2020 2. Keputusan Nomor 4 | Peralatan: Komputer"
    parts = ["Dasar Hukum", "1. Peraturan Nomor 3 Tahun 2020", "2. Keputusan Nomor 4", "Peralatan", "Komputer"]
    assert texts(listed) == parts


def test_boxes_side_by_side_have_their_own_cells_of_the_rows_below() -> None:
    table = "Peringatan: | Pencatatan:\nBerkas ditolak. | Buku agenda\n2 | Loket tutup. | Buku tamu\nDasar Hukum"
    parts = ["Peringatan:", "Berkas ditolak.", "Loket tutup.", "Pencatatan:", "Buku agenda", "Buku tamu", "Dasar Hukum"]
    assert texts(table) == parts


def test_where_a_row_lacks_a_cell_boxes_side_by_side_are_not_guessed_apart() -> None:
    table = "Dasar Hukum: | Peralatan:\n1 | Peraturan | Peralatan : Laptop\n2 | Keputusan"
    assert texts(table) == table.split("\n")


@pytest.mark.parametrize("text", ["No | Peralatan | Jumlah", "Peralatan | Jumlah", "Dasar Hukum: Peralatan:"])
def test_the_head_of_a_table_is_no_box(text: str) -> None:
    assert texts(text) == [text]
