"""Filters that a question names are read from where they stand, and from nowhere else."""

import pytest

from search.spoken_filters import spoken_filters


def read(text: str) -> dict[str, str]:
    return {spoken.name: spoken.value for spoken in spoken_filters(text) if spoken.applied}


def test_kind_unit_year_and_validity_are_read() -> None:
    wanted = {"kind": "sop", "unit": "DINKES", "year": "2024", "validity": "berlaku"}
    assert read("SOP Dinkes tahun 2024 yang masih berlaku") == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("KAK milik Dinas Sosial", {"kind": "kak", "unit": "DINSOS"}),
        ("dokumen Bapenda", {"unit": "BAPENDA"}),
        ("protap penertiban PKL Satpol PP", {"kind": "sop", "unit": "SATPOL"}),
        (
            "cari juknis pengelolaan arsip dari Dispusip yg masih berlaku",
            {"kind": "juknis", "unit": "DISPUSIP", "validity": "berlaku"},
        ),
        ("SOP mutasi pegawai tahun 2023?", {"kind": "sop", "year": "2023"}),
        ("notulen rapat BPAD tahun 2024 ada ga", {"kind": "notulen", "unit": "BPAD", "year": "2024"}),
        ("apa saja kerangka acuan kerja punya Dinas Bina Marga", {"kind": "kak", "unit": "DBM"}),
    ],
)
def test_filters_stand_right_behind_the_kind_or_at_the_end(question: str, wanted: dict[str, str]) -> None:
    assert read(question) == wanted


def test_the_year_of_a_budget_is_offered_only() -> None:
    found = {spoken.name: spoken.applied for spoken in spoken_filters("TOR kegiatan sosialisasi th 2024 Dinsos")}
    assert found == {"kind": True, "unit": True, "year": False}


@pytest.mark.parametrize(
    "question",
    [
        "siapa yg berwenang ngesahin SOP di UPT?",
        "Tarif PBB tahun 2025 berapa?",
        "Menurut Pergub 999 Tahun 2025 sanksi CoP tidak aktif apa?",
        "Perda nomor 1 tahun 2024",
        "SOP mutasi pegawai antar suku dinas ada ga?",
        "SOP Dinas Kesehatan Kota Bogor",
        "SOP Dinas Kesehatan Bogor tentang rujukan pasien",
        "SOP kerja sama dengan Bapenda",
        "KAK",
        "laporan apa saja yg harus diserahkan konsultan & kapan?",
        "kak jasa konsultan pengawasan gedung, tenaga ahlinya apa aja dan brp OB?",
        "aset rusak berat diapain dulu sebelum dihapus",
        "dokumen utk balik nama SPPT karena jual beli",
    ],
)
def test_a_question_without_filters_has_none(question: str) -> None:
    assert read(question) == {}


def test_the_words_of_a_filter_are_told() -> None:
    assert [s.words for s in spoken_filters("SOP arsip milik Dispusip")] == ["SOP", "milik Dispusip"]
