"""Filters that a question names are read from where they stand, and from nowhere else."""

from datetime import date

import pytest

from search.understanding.spoken_filters import spoken_filters


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
        ("SK BPAD tahun 2025", {"kind": "sk", "unit": "BPAD", "year": "2025"}),
        ("SOP damkar", {"kind": "sop", "unit": "GULKAR"}),
        ("SOP milik Biro Umum", {"kind": "sop", "unit": "BIUAS"}),
        ("notulen pol pp", {"kind": "notulen", "unit": "SATPOL"}),
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


TODAY = date(2026, 5, 4)


def said(text: str) -> dict[str, str]:
    return {spoken.name: spoken.value for spoken in spoken_filters(text, today=TODAY) if spoken.applied}


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("tahun 2024", "2024"),
        ("thn 2024", "2024"),
        ("tahun 2023-2024", "2023-2024"),
        ("tahun 2023 s.d. 2025", "2023-2025"),
        ("tahun 2023 sampai dengan tahun 2025", "2023-2025"),
        ("dari tahun 2023 hingga 2025", "2023-2025"),
        ("antara 2022 dan 2024", "2022-2024"),
        ("tahun 2024 dan 2025", "2024-2025"),
        ("sebelum 2022", "-2021"),
        ("sebelum tahun 2022", "-2021"),
        ("sampai tahun 2022", "-2022"),
        ("sejak 2022", "2022-"),
        ("mulai tahun 2022", "2022-"),
        ("setelah tahun 2022", "2023-"),
        ("di bawah tahun 2022", "-2021"),
        ("di atas 2022", "2023-"),
        ("tahun 2022 ke bawah", "-2022"),
        ("tahun 2022 ke atas", "2022-"),
        ("tahun ini", "2026"),
        ("tahun lalu", "2025"),
        ("3 tahun terakhir", "2023-2026"),
        ("dalam dua tahun terakhir", "2024-2026"),
        ("setahun terakhir", "2025-2026"),
    ],
)
@pytest.mark.parametrize("question", ["SOP {}", "SOP Dinkes {}", "SOP mutasi pegawai {}", "SOP {} milik Dinkes"])
def test_years_are_read_as_they_are_said(question: str, words: str, years: str) -> None:
    assert said(question.format(words))["year"] == years


@pytest.mark.parametrize(
    ("question", "years"),
    [("SOP Dinkes 2024", "2024"), ("notulen 2023-2024 BPAD", "2023-2024"), ("SOP Dinkes 2024?", "2024")],
)
def test_a_bare_year_counts_right_behind_a_kind_or_another_filter(question: str, years: str) -> None:
    assert said(question)["year"] == years


@pytest.mark.parametrize(
    "question",
    ["SOP pelaksanaan Pilkada 2024", "SOP 2024/112/X", "dokumen Renstra tahun 2023-2026", "KAK Dinkes sebelum 2023"],
)
def test_a_year_that_may_be_the_topics_narrows_nothing(question: str) -> None:
    assert "year" not in said(question)


@pytest.mark.parametrize("word", ["dan", "atau", ","])
def test_two_kinds_narrow_to_neither(word: str) -> None:
    assert said(f"SOP {word} KAK Dinkes tahun 2024") == {"unit": "DINKES", "year": "2024"}


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("SOP Dinkes yang berlaku", "berlaku"),
        ("SOP yang berlaku di Dinkes", "berlaku"),
        ("SOP Dinkes masih berlaku?", "berlaku"),
        ("SOP Dinkes yang sudah tidak berlaku", "tidak_berlaku"),
        ("SOP Dinkes yang tidak berlaku lagi", "tidak_berlaku"),
        ("SOP yang tidak lagi berlaku", "tidak_berlaku"),
        ("SOP yang dicabut", "tidak_berlaku"),
        ("SOP Dinkes yang sudah diganti", "tidak_berlaku"),
        ("SOP Dinkes yang telah kedaluwarsa", "tidak_berlaku"),
    ],
)
def test_what_is_out_of_force_is_asked_for_too(question: str, value: str) -> None:
    assert said(question)["validity"] == value


@pytest.mark.parametrize("question", ["SOP pencabutan izin yang dicabut paksa", "SOP Dinkes barang yang diganti rugi"])
def test_a_participle_of_the_topic_is_no_validity(question: str) -> None:
    assert "validity" not in said(question)


@pytest.mark.parametrize(
    "unit",
    ["Dinas Kesehatan Provinsi DKI Jakarta", "Dinas Kesehatan DKI Jakarta", "dinkes dki", "Dinkes Pemprov DKI Jakarta"],
)
def test_our_own_government_behind_a_unit_tells_nothing_more(unit: str) -> None:
    assert said(f"SOP {unit}") == {"kind": "sop", "unit": "DINKES"}


@pytest.mark.parametrize(
    "lead", ["saya mau cari", "aku butuh", "boleh lihat", "tolong carikan", "kami ingin unduh", "punya"]
)
def test_what_asks_for_papers_stands_before_them(lead: str) -> None:
    assert said(f"{lead} SOP Dinkes") == {"kind": "sop", "unit": "DINKES"}


def test_what_a_decree_ends_with_may_be_whom_it_is_about() -> None:
    (unit,) = spoken_filters("SK penghapusan BMD BPSDM")
    assert (unit.value, unit.applied) == ("BPSDM", False)
