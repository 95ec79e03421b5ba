import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.masking import masked


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("NIK 3174012345670001 milik siapa", "NIK [nomor] milik siapa"),
        ("hubungi 0812-3456-7890 atau +62 21 382 2255", "hubungi [nomor] atau [nomor]"),
        ("NPWP 01.234.567.8-901.000", "NPWP [nomor]"),
        ("NOP 31.71.010.001.002-0123.0", "NOP [nomor]"),
        ("kirim ke siti.aminah@contoh.go.id ya", "kirim ke [surel] ya"),
        ("SOP yang disusun Budi Santoso", "SOP yang disusun [nama]"),
    ],
)
def test_what_may_tell_of_one_person_is_masked(typed: str, kept: str) -> None:
    assert masked(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "anggaran Rp1.250.000.000,00 tahun 2025-2026",
        "nilai 1.250.000.000 rupiah",
        "kode barang 1.3.2.05.01.05.001",
        "nota dinas e-0213/HM.03.00 tanggal 18-07-2025",
        "Permendagri 19 Tahun 2016 pasal 12 ayat (3)",
        "berapa lama telaah surat masuk",
    ],
)
def test_amounts_codes_dates_and_rules_stay(typed: str) -> None:
    assert masked(typed) == typed


@given(st.text(alphabet="0123456789 .-/()+a@", max_size=60))
def test_no_long_run_of_digits_is_left(typed: str) -> None:
    assert not [run for run in masked(typed).split() if run.isdigit() and len(run) > 8]
