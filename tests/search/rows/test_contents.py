"""What things the rows of a table are."""

import pytest

from search.rows.contents import called, listed, tells_kinds


@pytest.mark.parametrize(
    ("headers", "titles", "found"),
    [
        (["Nama Diklat"], [], {" diklat "}),
        (["Judul SOP", "Uraian"], [], {" sop "}),
        (["Nama Barang", "Jenis Barang"], ["KARTU INVENTARIS"], set()),
        ([], ["DAFTAR ARSIP INAKTIF DI RECORD CENTER", "Keadaan per 2024"], {" arsip inaktif ", " arsip "}),
        ([], ["LAPORAN STOK ALAT TULIS KANTOR (ATK)"], {" alat tulis kantor ", " alat tulis ", " alat ", " atk "}),
        ([], ["DAFTAR PIUTANG PAJAK TAHUN 2024"], {" piutang pajak "}),
        ([], ["DAFTAR REALISASI KONTRAK TAHUN 2024"], {" realisasi kontrak ", " kontrak "}),
        ([], ["BUKU INDUK PERPUSTAKAAN SMPN 3"], {" buku ", " koleksi "}),
        (["Nama Paket Pekerjaan"], [], {" paket pekerjaan ", " paket "}),
        ([], ["Data Taman dan Toilet Umum"], {" taman dan toilet umum "}),
        ([], ["REKAP PEGAWAI TAHUN 2024"], {" pegawai "}),
    ],
)
def test_heads_of_columns_and_titles_say_what_a_table_lists(
    headers: list[str], titles: list[str], found: set[str]
) -> None:
    assert listed(headers, titles) == found


def test_what_a_file_is_called_lists_its_things_wholly_or_not_at_all() -> None:
    assert listed([], [], ["data laptop baru"]) == {" laptop baru "}


def test_a_sheet_is_called_by_its_name_with_and_without_figures() -> None:
    assert called("KIB D 2024") == {" kib d 2024 ", " kib d "}
    assert called("2024") == {" 2024 "}
    assert called("") == frozenset()


def test_a_column_of_kinds_is_known_by_its_name() -> None:
    assert tells_kinds("Jenis Sarana")
    assert tells_kinds("Kategori / Aspek")
    assert not tells_kinds("Nama Sarana")
