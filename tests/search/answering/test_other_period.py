"""Quarters, halves and months: a figure of one is none of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.answering.other_period import is_of_another_period, periods


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("berapa penerima Kartu Lansia triwulan I", "Kartu Lansia | Triwulan III | 5.210"),
        ("penerima sampai 5 April 2025 berapa", "Penerima per 5 Julİ 2025: 5.210"),
        ("penerima semester 2 berapa", "Penerima Semeſter I: 5.210"),
        ("realisasi belanja triwulan II berapa", "Realisasi sampai akhir triwulan III sebesar 71 persen"),
        ("berapa spanduk triwulan I", "Jumlah 2.021 spanduk pada triwulan II, naik 4% dibanding triwulan I"),
        ("penerima semester I", "Penerima TW III: 5.210"),
        ("PMKS bulan Agustus", "PMKS triwulan III: 310 orang"),
        ("tunggakan per 31 Desember 2025", "Tunggakan per 30 September 2025 sebesar Rp1,2 miliar"),
        ("perbaikan berkas periode oktober 2025", "Perbaikan berkas: 1 s.d. 5 Desember 2025"),
        ("jumlah kunjungan Mei 2024", "Jumlah kunjungan Jun 2024: 40"),
        ("realisasi triwulan pertama", "realisasi triwulan kedua 40 persen"),
    ],
)
def test_another_part_of_the_year_answers_nothing(question: str, piece: str) -> None:
    assert is_of_another_period(question, piece, "")


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("berapa penerima triwulan III", "Penerima TW 3: 5.210"),
        ("bayar PBB bulan Juni 2025 dapat potongan berapa", "Potongan 10% untuk 1 April s.d. 31 Juli 2025"),
        ("bayar PBB bulan Juli 2025 dapat potongan berapa", "Potongan 5 persen sampai dengan 31 Juli 2025"),
        ("potongan bulan September", "Sejak Agustus 2025 tidak ada potongan"),
        ("realisasi triwulan I", "Realisasi per 31 Maret 2025: 18 persen"),
        ("realisasi semester II", "Realisasi triwulan IV: 96 persen"),
        ("laporan bulan Januari", "Laporan November 2024 - Februari 2025"),
        ("kapan jatuh tempo PBB", "31 Agustus 2025"),
        ("realisasi triwulan II", "Realisasi 40 persen"),
        ("berapa dari triwulan II", "Realisasi triwulan II 40 persen, dari triwulan I naik"),
    ],
)
def test_the_part_asked_for_or_none_is_no_other(question: str, piece: str) -> None:
    assert not is_of_another_period(question, piece, "")


def test_what_stands_above_tells_of_what_period_a_piece_is() -> None:
    assert is_of_another_period("realisasi triwulan I", "Belanja | 71%", "Realisasi triwulan III")
    assert not is_of_another_period("realisasi triwulan III", "Belanja naik dari Maret 2025", "Realisasi triwulan III")


MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
A_MONTH = st.integers(1, 12)


@given(first=A_MONTH, last=A_MONTH, to=st.sampled_from(["s.d.", "sampai dengan", "-", "hingga"]))
def test_a_span_has_its_ends_and_is_never_empty(first: int, last: int, to: str) -> None:
    (found,) = periods(f"1 {MONTHS[first - 1]} {to} 31 {MONTHS[last - 1]} 2025")
    assert {first, last} <= found.months <= set(range(1, 13))
