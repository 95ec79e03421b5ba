"""Of which day, month or year a register is."""

import pytest

from search.rows.states import State, any_agrees, states


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Keadaan per 31 Desember 2024", [(2024, 12, 31)]),
        ("per 31-12-2024", [(2024, 12, 31)]),
        ("s.d. Des 2024", [(2024, 12, 0)]),
        ("TA 2023 dan 2024", [(2023, 0, 0), (2024, 0, 0)]),
        ("DAFTAR 45 2024", [(2024, 0, 0)]),
        ("Nomor 120241", []),
    ],
)
def test_days_months_and_years_are_read_in_their_spellings(text: str, found: list[tuple[int, int, int]]) -> None:
    assert list(states(text)) == [State(*one) for one in found]


@pytest.mark.parametrize(
    ("wanted", "line", "agrees"),
    [
        ("31 Desember 2024", "per 31-12-2024", True),
        ("31 Desember 2024", "TA 2024", True),
        ("31 Desember 2024", "per 30 Juni 2024", False),
        ("2024", "Keadaan per 31 Desember 2024", True),
        ("akhir 2024", "Keadaan per 31 Desember 2023", False),
        ("2024/2025", "TAHUN PELAJARAN 2024/2025", True),
        ("2024/2025", "TAHUN 2024", False),
        ("2023 2024", "REKAP IZIN TAHUN 2023 DAN 2024", True),
        ("2022 2024", "TAHUN ANGGARAN 2022 S.D. 2024", True),
        ("2022 2024", "TAHUN 2023 DAN 2024", False),
    ],
)
def test_what_both_tell_must_be_the_same(wanted: str, line: str, agrees: bool) -> None:
    assert any_agrees(wanted, [line]) is agrees
