"""Which fields of a paper may tell what a question asks of it."""

import pytest

from search.answering.own_fields import OwnField, own_fields


@pytest.mark.parametrize(
    ("question", "exact", "beside"),
    [
        ("Kapan Perda Nomor 1 Tahun 2024 ditetapkan?", ["tanggal"], []),
        ("tanggal penetapan peraturan usaha pergadaian", ["tanggal"], []),
        ("Tahun berapa pergub tentang pajak reklame terbit?", ["tanggal"], []),
        ("Kapan peraturan OJK tentang penyidikan diundangkan?", [], ["tanggal"]),
        ("Sejak kapan SOP peminjaman kendaraan dinas berlaku?", ["tgl_efektif"], ["tanggal"]),
        ("kapan SOP mutasi SPPT dibuat", ["tgl_pembuatan"], []),
        ("Tanggal berapa SOP vaksinasi terakhir direvisi?", ["tgl_revisi"], []),
        ("siapa yang mengesahkan SOP penertiban?", ["pengesah_jabatan"], ["tanggal"]),
        ("Siapa penandatangan keputusan tentang satgas?", ["pengesah_jabatan"], ["tanggal"]),
        ("nomor SK penghapusan BMD", ["nomor"], []),
        ("Berapa nomor SOP peminjaman kendaraan?", ["nomor"], []),
        ("pergub tentang reklame itu nomor berapa", ["nomor"], []),
        ("Apa saja dasar hukum SOP penertiban PKL?", [], ["dasar_hukum"]),
        ("siapa PPK dalam KAK renstra digital", ["ppk"], []),
        ("SOP penertiban disahkan oleh siapa", ["pengesah_jabatan"], ["tanggal"]),
        ("Berapa HPS kajian parkir", ["hps"], []),
        ("Berapa pagu KAK renstra digital?", ["pagu"], []),
    ],
)
def test_a_question_for_what_a_paper_tells_of_itself_names_fields(
    question: str, exact: list[str], beside: list[str]
) -> None:
    found = own_fields(question)
    assert ([one.name for one in found if one.exact], [one.name for one in found if not one.exact]) == (exact, beside)


@pytest.mark.parametrize(
    "question",
    [
        "Kapan jatuh tempo PBB-P2 tahun 2025?",
        "Siapa yang menandatangani berkas permohonan mutasi?",
        "Berapa nomor telepon layanan pengaduan?",
        "Perda Nomor 1 Tahun 2024 mengatur apa?",
        "Kapan barang milik daerah ditetapkan status penggunaannya?",
        "Berapa pagu pelatihan kurator pengetahuan?",
        "Kapan laporan dibuat?",
        "Kapan SOP harus direvisi?",
        "Siapa yang berwenang mengesahkan SOP di UPT?",
        "Siapa yang wajib menandatangani SK komunitas?",
        "Perda nomor berapa yang diubah oleh Perda 8 Tahun 2025?",
        "Kapan Pergub 14 Tahun 2020 dicabut?",
        "Kapan status penggunaan barang ditetapkan menurut Permendagri 19 Tahun 2016?",
        "Siapa yang menetapkan NJOP dalam peraturan baru?",
        "Siapa yang mengesahkan RKBMD sesuai SOP perencanaan?",
    ],
)
def test_other_questions_name_none(question: str) -> None:
    assert own_fields(question) == ()


def test_who_signed_stands_below_the_day_where_no_field_tells() -> None:
    assert own_fields("Siapa yang menandatangani SK itu?") == (
        OwnField("pengesah_jabatan", exact=True),
        OwnField("tanggal", above=True),
    )


def test_a_question_for_what_is_told_at_length_may_name_what_it_says() -> None:
    assert [one.is_short for one in own_fields("Apa dasar hukum SOP penertiban?")] == [False]
    assert [one.is_short for one in own_fields("nomor SOP penertiban")] == [True]
