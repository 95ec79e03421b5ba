"""Rows of a sheet in another room than the one asked for."""

import pytest

from search.answering.other_room import is_in_another_room

FIRST = "KARTU INVENTARIS\nRUANG : KOMISI A\nNo | Nama | Tahun | Jumlah\n1 | Meja Sidang | 2021 | 8"
ROOMS = f"{FIRST}\nRUANG : FRAKSI\n1 | Kursi | 2020 | 4"
IN_ROWS = "No | Nama | Ruangan | Jumlah\n1 | Kamera | Ruang Digitasi | 1"
NOWHERE = "No | Nama | Jumlah\n1 | Laptop | 12"


def another(question: str, page: str, row: str, called: str = "") -> bool:
    start = page.index(row)
    return is_in_another_room(question, page, start, start + len(row), called)


@pytest.mark.parametrize(
    ("question", "page", "row"),
    [
        ("berapa meja sidang di ruang komisi B", ROOMS, "1 | Meja Sidang | 2021 | 8"),
        ("berapa meja sidang di ruang fraksi", ROOMS, "1 | Meja Sidang | 2021 | 8"),
        ("berapa kursi di ruang komisi A", ROOMS, "1 | Kursi | 2020 | 4"),
        ("berapa kamera di ruang fotokopi", IN_ROWS, "1 | Kamera | Ruang Digitasi | 1"),
    ],
)
def test_what_lies_in_another_room_is_told(question: str, page: str, row: str) -> None:
    assert another(question, page, row)


@pytest.mark.parametrize(
    ("question", "page", "row"),
    [
        ("berapa meja sidang di ruang komisi A", ROOMS, "1 | Meja Sidang | 2021 | 8"),
        ("berapa kursi di ruang fraksi DPRD", ROOMS, "1 | Kursi | 2020 | 4"),
        ("berapa kamera di ruang digitasi", IN_ROWS, "1 | Kamera | Ruang Digitasi | 1"),
        ("berapa laptop di ruang rapat", NOWHERE, "1 | Laptop | 12"),
        ("berapa kamera", IN_ROWS, "1 | Kamera | Ruang Digitasi | 1"),
        ("di ruang mana kamera disimpan", IN_ROWS, "1 | Kamera | Ruang Digitasi | 1"),
    ],
)
def test_what_lies_in_the_room_asked_for_or_in_no_room_is_not(question: str, page: str, row: str) -> None:
    assert not another(question, page, row)


def test_a_sheet_may_be_called_by_its_room() -> None:
    page = "RUANG : LANTAI 2\n1 | Meja | 4"
    assert not another("berapa meja di ruang rapat", page, "1 | Meja | 4", "R. Rapat")
