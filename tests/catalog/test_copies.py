"""What is one paper twice, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.copies import LEAST_WORDS, LONGEST, Text, are_copies, resemblance

KAK = (
    "Kerangka acuan kerja ini menjadi pedoman bagi penyedia jasa konsultansi dalam menyusun rencana induk drainase. "
    "Pekerjaan dilaksanakan selama 120 hari kalender dengan pagu Rp450.000.000,00 dari APBD Tahun Anggaran 2024. "
    "Penyedia menyerahkan laporan pendahuluan, laporan antara, dan laporan akhir kepada Dinas Sumber Daya Air. "
)
SOP = (
    "Pemohon mengisi formulir peminjaman kendaraan dinas lalu menyerahkannya kepada petugas loket pada pagi hari. "
    "Petugas memeriksa kelengkapan berkas, mencatat nomor agenda, dan meneruskannya kepada kepala subbagian umum. "
    "Kepala subbagian umum menelaah permohonan serta memberi persetujuan paling lambat dua hari kerja. "
    "Pengurus barang menyiapkan kendaraan beserta kunci, surat, dan buku pemakaian sesuai jadwal yang disetujui. "
    "Peminjam mengembalikan kendaraan dalam keadaan bersih dan melaporkan kerusakan kepada pengurus barang. "
) * 3  # fmt: skip


def copies(one: str, other: str) -> bool:
    return are_copies(Text(one), Text(other))


@pytest.mark.parametrize("text", [KAK, SOP])
def test_spaces_lines_and_capitals_make_no_other_paper(text: str) -> None:
    assert copies(text, text.replace(" ", "\n").upper())


def test_a_slip_of_the_pen_makes_no_other_paper() -> None:
    assert copies(SOP, SOP.replace("formulir", "formulr", 1))


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("Rp450.000.000,00", "Rp475.000.000,00"),
        ("2024", "2025"),
        ("120 hari", "150 hari"),
        ("Dinas Sumber Daya Air", "Dinas Bina Marga"),
    ],
)
def test_a_paper_of_the_same_template_with_another_figure_or_name_is_another(said: str, instead: str) -> None:
    long = KAK + SOP
    assert not copies(long, long.replace(said, instead))


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("dua hari", "tiga hari"),
        ("hari kerja", "bulan kerja"),
        ("paling lambat", "paling cepat"),
        ("serta memberi", "tanpa memberi"),
        ("buku pemakaian", "buku A pemakaian"),
        ("jadwal yang", "jadwal II yang"),
    ],
)
def test_one_word_that_decides_makes_another_paper(said: str, instead: str) -> None:
    assert not copies(SOP, SOP.replace(said, instead, 1))


@pytest.mark.parametrize(("one", "other"), [("> 5", "< 5"), ("5%", "5"), ("1,250", "1.250"), ("-5", "5")])
def test_signs_of_figures_count(one: str, other: str) -> None:
    assert not copies(f"{SOP} Nilainya {one} menurut tabel.", f"{SOP} Nilainya {other} menurut tabel.")


def test_the_same_figures_in_another_order_make_another_paper() -> None:
    one, other = f"{SOP} Kursi 10 buah, meja 20 buah.", f"{SOP} Kursi 20 buah, meja 10 buah."
    assert not copies(one, other)


def test_a_paper_with_a_chapter_more_is_another() -> None:
    assert not copies(SOP, SOP + "Berkas disimpan di lemari arsip bidang oleh petugas tata usaha. " * 3)


def test_short_texts_tell_too_little() -> None:
    words = ["kata"] * LEAST_WORDS
    assert copies(" ".join(words), " ".join(words))
    assert not copies(" ".join(words[1:]), " ".join(words[1:]))


def test_of_very_long_texts_only_equal_ones_are_copies() -> None:
    long = SOP * (LONGEST // len(SOP) + 1)
    assert copies(long, long.upper())
    assert not copies(long, long.replace("formulir", "formulr", 1))


@given(st.text("abc ", max_size=120), st.text("abc ", max_size=120))
def test_it_is_the_same_in_both_directions(one: str, other: str) -> None:
    assert copies(one, other) == copies(other, one)


def test_resemblance_is_the_share_in_common() -> None:
    assert resemblance({1, 2, 3}, {2, 3, 4}) == 0.5
    assert resemblance(frozenset(), frozenset()) == 1.0
