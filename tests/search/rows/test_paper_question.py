"""Which questions are for papers by their fields: every word has its place, or there is no answer."""

from datetime import date

import pytest

from search.rows.paper_question import read

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    "question",
    [
        "SOP",
        "daftar SOP",
        "berapa SOP Dinkes",
        "SOP peminjaman yang tanggal revisinya lewat 2 tahun",
        "SOP Dinkes yang tanggal revisinya belum lewat 2 tahun",
        "SOP Dinkes yang tanggal revisinya lewat 2 tahun dan sudah disahkan",
        "tanggal revisi SOP Dinkes kapan",
        "SOP Dinkes yang tanggal revisinya lewat dua tiga tahun",
        "SOP Dinkes yang tanggal revisinya lewat lima ribu tahun",
        "SOP mutasi pegawai ada tidak",
    ],
)
def test_a_question_with_a_word_that_has_no_place_is_none_for_papers(question: str) -> None:
    assert read(question, TODAY) is None


@pytest.mark.parametrize(
    ("words", "told", "inside", "outside"),
    [
        ("tahun 2024", ("=", "2024"), "2024-12-31", "2025-01-01"),
        ("tahun 2023-2024", ("=", "2023 sampai 2024"), "2023-01-01", "2022-12-31"),
        ("antara 2023 dan 2024", ("=", "2023 sampai 2024"), "2024-12-31", "2025-01-01"),
        ("sebelum 2024", ("sebelum", "2024-01-01"), "2023-12-31", "2024-01-01"),
        ("sejak tahun 2024", ("sejak", "2024-01-01"), "2024-01-01", "2023-12-31"),
        ("setelah 2024", ("sejak", "2025-01-01"), "2025-01-01", "2024-12-31"),
        ("tahun lalu", ("=", "2025"), "2025-06-01", "2026-01-01"),
        ("dua tahun terakhir", ("=", "2024 sampai 2026"), "2024-01-01", "2023-12-31"),
    ],
)
@pytest.mark.parametrize(
    ("question", "field"),
    [("berapa SOP Dinkes yang disahkan {}", "tanggal"), ("SOP mana yang direvisi {}?", "tgl_revisi")],
)
def test_years_are_read_as_they_are_said(
    question: str, field: str, words: str, told: tuple[str, str], inside: str, outside: str
) -> None:
    found = read(question.format(words), TODAY)
    assert found is not None
    (one,) = found.filters
    assert (one.field, (one.told.operator, one.told.value)) == (field, told)
    assert one.meets(inside)
    assert not one.meets(outside)


@pytest.mark.parametrize(
    "question", ["SOP Dinkes", "SOP apa saja milik Dinas Kesehatan?", "daftar SOP dinkes", "SOP Dinkes ada tidak?"]
)
def test_a_kind_and_a_unit_alone_ask_for_a_list(question: str) -> None:
    found = read(question, TODAY)
    assert found is not None
    assert (found.operation, found.unit, found.filters) == ("daftar", "DINKES", ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("SOP Dinkes tahun 2024", ("tanggal naskah", "=", "2024")),
        ("SOP Dinkes sejak 2024", ("tanggal naskah", "sejak", "2024-01-01")),
        ("KAK Dinkes tahun 2024", ("tahun anggaran", "=", "2024")),
    ],
)
def test_a_year_is_that_of_the_paper_or_of_its_budget(question: str, told: tuple[str, str, str]) -> None:
    found = read(question, TODAY)
    assert found is not None
    (one,) = found.filters
    assert (one.told.column, one.told.operator, one.told.value) == told


def test_an_amount_is_told_in_rupiah() -> None:
    found = read("KAK dengan pagu di atas 500 juta", TODAY)
    assert found is not None
    assert [one.told.value for one in found.filters] == ["Rp500.000.000"]


def test_kind_unit_and_conditions_are_told_apart() -> None:
    found = read("berapa SOP Dinkes yang sudah kedaluwarsa", TODAY)
    assert found is not None
    assert (found.operation, found.kind, found.unit) == ("hitung", "sop", "DINKES")
    assert [(one.field, one.told.value) for one in found.filters] == [("keberlakuan", "kedaluwarsa")]


@pytest.mark.parametrize(
    ("said", "bound"), [("2 tahun", "2024-03-31"), ("dua puluh bulan", "2024-07-31"), ("sembilan tahun", "2017-03-31")]
)
def test_an_age_is_told_in_figures_or_words(said: str, bound: str) -> None:
    found = read(f"SOP Dinkes yang tanggal revisinya lewat {said}", TODAY)
    assert found is not None
    assert [one.told.value for one in found.filters] == [bound]
