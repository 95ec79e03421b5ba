"""Things that seem to be written down twice: told of a figure, and counted as they stand."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
HEAD = ("No", "Nama Obat", "No. Batch", "Sisa Stok", "Harga (Rp)", "Keterangan")


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ((2, "Amlodipin", "D84915", 40, 132, "cek ulang"), True),
        ((2, "Amlodipin", "D84916", 40, 132, ""), False),
        ((2, "Amlodipin", "D84915", 41, 132, ""), False),
        ((2, "Amlodipin", "-", 40, 132, ""), False),
    ],
    ids=["again", "another number", "another figure", "no number"],
)
def test_a_row_with_the_number_and_the_figures_of_another_is_told(
    catalog: Catalog, keep: Keep, second: tuple[object, ...], told: bool
) -> None:
    keep("obat.xlsx", {"Stok": [HEAD, (1, "Amlodipin", "D84915", 40, 132, ""), second]}, GIVEN)
    found = answer(catalog, "sisa stok amlodipin berapa", scope_of("internal"))
    assert found
    assert found.sure
    assert any("mungkin tercatat lebih dari sekali" in note for note in found.sure.notes) is told


def test_a_place_of_a_list_is_its_kind_with_its_name(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Jumlah")
    sheets = {
        "IGD": [head, (1, "Kursi Roda", 7), (2, "Meja", 1)],
        "Melati": [head, (1, "Kursi Roda", 4), (2, "Meja", 1)],
    }
    keep("kir.xlsx", sheets, GIVEN, ["KARTU INVENTARIS RUANGAN RSUD MANDALA"])
    found = answer(catalog, "berapa kursi roda di IGD dan ruang Melati", scope_of("internal"))
    assert found is None or [one.count for one in found.readings] == ["11"]
