from fractions import Fraction

import pytest
from flask.testing import FlaskClient

from catalog.scope import scope_of
from catalog.words import ACCESS, KINDS, PAGE_STATES, STATUS, VALIDITY
from search.rows.results import RowReading, Told
from webapp import labels


def test_every_closed_word_has_its_words() -> None:
    assert tuple(labels.KINDS) == KINDS
    assert tuple(labels.ACCESS) == ACCESS
    assert tuple(labels.STATUS) == STATUS
    assert tuple(labels.VALIDITY) == VALIDITY
    assert tuple(labels.PAGE_STATES) == PAGE_STATES


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2026-03-05", "5 Maret 2026"), ("2025-12-31", "31 Desember 2025"), (None, ""), ("2025-02-30", "2025-02-30")],
)
def test_dates(iso: str | None, words: str) -> None:
    assert labels.long_date(iso) == words


def test_numbers_and_sizes() -> None:
    assert labels.number(1234.56, 2) == "1.234,56"
    assert labels.number(1234567) == "1.234.567"
    assert [labels.file_size(n) for n in (999, 14_200, 999_499, 999_999, 1_340_000, 66_099_700_000)] == [
        *("999 B", "14 KB", "999 KB", "1,0 MB", "1,3 MB", "66,1 GB")
    ]


def test_exact_numbers_are_rounded_half_up_or_told_as_they_are() -> None:
    assert [labels.decimals(Fraction(n)) for n in ("2.8375", "2.835", "3")] == ["2,84", "2,84", "3,00"]
    assert [labels.exactly(Fraction(n)) for n in ("0.1625", "1/3", "2")] == ["0,1625", "0,333333", "2"]


def test_places() -> None:
    assert labels.place(3, None, None) == "Halaman 3"
    assert labels.place(None, "KIB A", 47) == "Lembar KIB A, baris 47"
    assert labels.place(None, "KIB A", None) == "Lembar KIB A"
    assert labels.place(None, None, 47) == "Baris 47"
    assert labels.place(None, None, None) == ""


def test_a_community_is_called_one_once() -> None:
    assert labels.community("Komunitas Pajak") == "Komunitas Pajak"
    assert labels.community("CoP Aset") == "CoP Aset"
    assert labels.community("Pengadaan") == "Komunitas Pengadaan"


def test_the_viewer_is_told_what_they_see() -> None:
    assert [labels.viewer(scope_of(v)).partition(":")[0] for v in ("public", "internal", "BPAD", None)] == [
        *("publik", "pegawai Pemprov", "pegawai BPAD", "pengelola")
    ]


@pytest.mark.parametrize(
    ("column", "operator", "value", "words"),
    [
        ("nama barang", "diawali", "meja atau kursi", "name of the goods begins with meja or kursi"),
        ("nama barang atau merk", "=", "ambulans atau avanza", "name of the goods or merk = ambulans or avanza"),
        ("nama barang atau bagian", "memuat", "pompa", "name of the item or section contains pompa"),
        ("Desa atau Kelurahan", "=", "Lor", "Desa atau Kelurahan = Lor"),
    ],
)
def test_what_joins_words_of_readings_is_english_and_a_files_column_stays(
    client: FlaskClient, column: str, operator: str, value: str, words: str
) -> None:
    with client.application.test_request_context("/?bahasa=en"):
        assert labels.condition(Told(column, operator, value, "")) == words


def test_figures_are_told_in_the_language_of_the_page(client: FlaskClient) -> None:
    reading = RowReading(
        "", "selisih", (), "1", "unit", "-2500.5", "rupiah", "Pagu", (), (), difference_of=("500", "3000.5")
    )
    assert labels.figure(reading) == "selisih -Rp2.500,5; Rp500 dikurangi Rp3.000,5"
    with client.application.test_request_context("/?bahasa=en"):
        assert labels.figure(reading) == "difference -Rp2,500.5; Rp500 less Rp3,000.5"
