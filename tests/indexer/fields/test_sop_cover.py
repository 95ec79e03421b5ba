"""The labelled rows on the cover of an SOP, in the wordings and layouts of agencies."""

import pytest

from indexer.document import PageRead
from indexer.fields.found import Found, Line, lines_of
from indexer.fields.sop_cover import name_of, read_rows

COVER = """PEMERINTAH KOTA CONTOH
Nomor | 03/SOP/UM/2024
Tanggal Pembuatan | 2 Mei 2024
Tanggal Revisi | 00
Tanggal Pengesahan / Efektif | 9 Mei 2024
Disahkan oleh | Sekretaris Kota
Judul | SOP Peminjaman Proyektor
A. Tujuan
Proyektor dipinjam dengan tertib.
Dasar Hukum
Nomor : 8 Tahun 2011
"""


def lines(text: str) -> list[Line]:
    return lines_of([PageRead(1, None, text, "text", 1.0)])


def rows(text: str) -> Found:
    found = Found()
    read_rows(lines(text), found)
    return found


def test_rows_with_short_labels_are_read_beside_rows_of_a_cover() -> None:
    found = rows(COVER)
    assert found.fields["nomor"] == "03/SOP/UM/2024"
    assert found.fields["tgl_efektif_iso"] == "2024-05-09"
    assert found.fields["nama"] == "SOP Peminjaman Proyektor"
    place = found.place("nomor")
    assert place and COVER[place["start"] : place["end"]] == "03/SOP/UM/2024"


def test_short_labels_alone_are_any_papers() -> None:
    assert rows("Nomor : 12/ND/2024\nJudul : Laporan bulanan\nTanggal Revisi | 00").fields == {"tgl_revisi": "00"}


def test_a_number_below_the_boxes_is_that_of_a_legal_basis() -> None:
    assert "nomor" not in rows(COVER.replace("Nomor | 03/SOP/UM/2024\n", "")).fields


@pytest.mark.parametrize("label", ["Tgl. Efektif/Pengesahan", "TANGGAL PENETAPAN/BERLAKU", "Tanggal Efektif"])
def test_a_day_may_be_that_of_two_events(label: str) -> None:
    assert rows(f"{label} : 9 Mei 2024").fields["tgl_efektif"] == "9 Mei 2024"


def test_a_name_goes_on_only_to_the_next_row() -> None:
    assert rows("Nama SOP: Peminjaman\nProyektor\nDasar Hukum").fields["nama"] == "Peminjaman Proyektor"
    assert rows("Nama SOP: Peminjaman\nUnit: Bagian Umum\nDasar Hukum").fields["nama"] == "Peminjaman"


def test_a_name_needs_a_mark_or_other_rows() -> None:
    assert name_of(lines("Nama SOP Peminjaman Ruang")) == ""
    assert name_of(lines("Nama SOP : Peminjaman Ruang")) == "Peminjaman Ruang"
    assert name_of(lines("Nama SOP Peminjaman Ruang\nTanggal Revisi -\nDisahkan oleh Camat")) == "Peminjaman Ruang"
    assert name_of(lines("Nama SOP : ......")) == ""
