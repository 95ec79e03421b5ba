"""Vehicles by their numbers."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from search.rows.wording import is_plate, tokens
from tests.search.rows.conftest import OPEN, Keep

HEAD = ("No", "Nama Barang", "Nomor Polisi", "Harga (Rp)")
ROWS = [HEAD, (1, "Mini Bus", "R 1050 QX", 200), (2, "Mini Bus", "R 1051 QX", 300), (3, "Pick Up", "B 12 CD", 400)]


@pytest.mark.parametrize(
    ("words", "plate"), [("b 1234 xyz", True), ("r 1050 qx", True), ("r 12 b", False), ("lantai 12 b", False)]
)
def test_a_plate_has_letters_figures_and_letters(words: str, *, plate: bool) -> None:
    assert is_plate(tuple(words.split())) is plate


def test_a_letter_of_a_plate_is_no_room() -> None:
    assert [token.text for token in tokens("R 1050 QX")] == ["r", "1050", "qx"]
    assert [token.text for token in tokens("LK 1140 R")] == ["lk", "1140", "r"]
    assert [token.text for token in tokens("R 101")] == ["ruang", "101"]


@pytest.mark.parametrize(
    "question",
    [
        "harga mobil dinas R 1050 QX berapa?",
        "berapa nilai mini bus R 1050 QX milik Dishub",
        "kendaraan operasional plat R 1050 QX harganya berapa?",
    ],
)
def test_a_vehicle_is_found_by_its_number_whatever_it_is_called(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("kendaraan dishub.xlsx", {"Data": ROWS}, replace(OPEN, kind="lainnya"))
    found = answer(catalog, question, scope_of("internal"))
    assert found and found.sure
    assert found.sure.sum == "200"


@pytest.mark.parametrize(
    "question", ["harga mobil dinas R 9999 QX berapa?", "harga mobil R 1050 QX milik Bappeda berapa?"]
)
def test_no_other_vehicle_is_taken_for_it(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("kendaraan dishub.xlsx", {"Data": ROWS}, replace(OPEN, kind="lainnya"))
    assert answer(catalog, question, scope_of("internal")) is None
