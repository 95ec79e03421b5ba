"""What rows say is not so, or not done."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
VEHICLES = [
    ("No", "Jenis", "No. Polisi", "Besar Pajak (Rp)", "LPJ", "Keterangan"),
    (1, "Sepeda Motor", "B 1234 QA", 300_000, "sudah", "belum bayar"),
    (2, "Sepeda Motor", "B 1235 QA", 310_000, "belum", ""),
    (3, "Mini Bus", "B 1236 QA", 900_000, "blm", "Belum bayar"),
    (4, "Mini Bus", "B 1237 QA", 950_000, "sudah", "usul hapus"),
]
PACKAGES = [
    ("No", "Nama Paket", "Pagu (Rp)", "Nilai Kontrak (Rp)", "Status"),
    (1, "Paket A", 500_000_000, None, "Belum kontrak"),
    (2, "Paket B", 400_000_000, 390_000_000, "Selesai"),
    (3, "Paket C", 200_000_000, 190_000_000, "Berjalan"),
]


def figures(catalog: Catalog, question: str) -> list[str]:
    found = answer(catalog, question, scope_of("internal"))
    return [one.sum or one.count for one in found.readings] if found else []


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("berapa kendaraan yang belum bayar", ["2"]),
        ("berapa kendaraan yang pajaknya belum dibayar", ["2"]),
        ("berapa kendaraan yang belum membayar pajak", ["2"]),
        ("berapa kendaraan yang belum LPJ", ["2"]),
        ("berapa kendaraan yang LPJ-nya belum ada", []),
        ("berapa kendaraan yang belum dijual", []),
        ("berapa kendaraan yang belum", []),
    ],
)
def test_a_cell_or_its_column_says_of_what(catalog: Catalog, keep: Keep, question: str, figure: list[str]) -> None:
    keep("randis.xlsx", {"Data": VEHICLES}, GIVEN, ["DAFTAR KENDARAAN DINAS DAN PAJAKNYA"])
    assert figures(catalog, question) == figure


SITES = [
    ("No", "Nama Aplikasi", "Nilai (Rp)", "Status", "Uji Keamanan"),
    (1, "e-Arsip", 5, "Aktif", "belum"),
    (2, "e-Pasar", 6, "Tidak Aktif", "-"),
    (3, "e-Kios", 7, "Tidak Aktif", "12 Mei 2024"),
]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("berapa aplikasi yang tidak aktif", ["2"]),
        ("berapa aplikasi yang belum aktif", []),
        ("berapa aplikasi yang belum uji keamanan", []),
    ],
    ids=["as the cell says", "another word than the cell's", "others say nothing, and may mean the same"],
)
def test_what_is_not_so_is_said_in_the_cells_own_word(
    catalog: Catalog, keep: Keep, question: str, figure: list[str]
) -> None:
    keep("aplikasi.xlsx", {"Data": SITES}, GIVEN)
    assert figures(catalog, question) == figure


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("paket yang belum kontrak ada berapa", ["1"]),
        ("total pagu paket yang belum kontrak berapa", ["500000000"]),
        ("berapa paket yang statusnya belum kontrak", ["1"]),
    ],
)
def test_what_is_not_done_is_no_column_of_figures(
    catalog: Catalog, keep: Keep, question: str, figure: list[str]
) -> None:
    keep("paket.xlsx", {"Data": PACKAGES}, GIVEN)
    assert figures(catalog, question) == figure
