"""Days that a question sets as conditions."""

import pytest

from search.rows.spoken_days import read


@pytest.mark.parametrize(
    ("text", "operator", "days"),
    [
        ("izin yang masuk sejak Oktober 2024", ">=", "2024-10-01/2024-10-31"),
        ("obat yang ED-nya sebelum 1 Juli 2025", "<", "2025-07-01/2025-07-01"),
        ("izin yang terbit setelah 2023", ">", "2023-01-01/2023-12-31"),
        ("kontrak sampai dengan 30 Juni 2024", "<=", "2024-06-30/2024-06-30"),
        ("buku yang terbit 2010 ke bawah", "<=", "2010-01-01/2010-12-31"),
        ("SOP yang direvisi tahun 2022 ke atas", ">=", "2022-01-01/2022-12-31"),
        ("pajaknya jatuh tempo bulan Maret 2025", "=", "2025-03-01/2025-03-31"),
        ("izin yang masuk pada 12/03/2024", "=", "2024-03-12/2024-03-12"),
        ("kontrak bulan Januari sampai Maret 2024", "=", "2024-01-01/2024-03-31"),
        ("kontrak antara 1 dan 15 Maret 2024", "=", "2024-03-01/2024-03-15"),
        ("izin yang masuk Maret dan April 2024", "=", "2024-03-01/2024-04-30"),
        ("izin yang masuk selama triwulan I 2024", "=", "2024-01-01/2024-03-31"),
    ],
)
def test_days_are_read_with_how_they_bound(text: str, operator: str, days: str) -> None:
    found = read(text)
    assert found
    ((one,), _) = found
    assert (one.operator, one.days.value()) == (operator, days)


def test_what_is_over_on_a_day_ended_before_it() -> None:
    found = read("kendaraan yang STNK-nya sudah mati per 31 Desember 2024")
    assert found
    ((one,), rest) = found
    assert (one.operator, one.days.value(), one.also) == ("<", "2024-12-31/2024-12-31", "berlaku")
    assert one.before[-1] == "stnk"
    assert "mati" not in rest


@pytest.mark.parametrize(
    "text",
    [
        "berapa izin yang terbit",
        "berapa laptop per 31 Desember 2024",
        "berapa laptop di KIB B 2024",
        "piutang tahun pajak 2021",
        "kontrak bulan Januari dan Maret 2024",
        "izin yang masuk sejak 31 Februari 2024",
    ],
    ids=["no day", "a register's state", "a register's year", "a tax year", "two months apart", "no day of a calendar"],
)
def test_what_sets_no_days_is_not_read(text: str) -> None:
    assert read(text) is None
