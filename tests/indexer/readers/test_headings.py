"""Headings inferred from lines."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indexer.readers.headings import infer, level_of


def found(*lines: str) -> list[tuple[str, int]]:
    return [("/".join(lines[m.first : m.last + 1]), m.level) for m in infer(lines)]


PROSE = "Setiap pengguna barang wajib mencatat barang milik daerah dalam penguasaannya."


def test_a_chapter_takes_the_title_under_it() -> None:
    assert found("BAB I", "KETENTUAN UMUM", "Pasal 1", PROSE) == [("BAB I/KETENTUAN UMUM", 1), ("Pasal 1", 4)]


def test_a_part_takes_its_title_and_an_article_does_not() -> None:
    assert found("Bagian Kedua", "Tata Cara Peminjaman", "Pasal 12", PROSE) == [
        ("Bagian Kedua/Tata Cara Peminjaman", 2),
        ("Pasal 12", 4),
    ]


def test_numbered_and_lettered_titles() -> None:
    assert found("A. Latar Belakang", PROSE, "1. Maksud dan Tujuan", PROSE, "2.1 Ruang Lingkup", PROSE) == [
        ("A. Latar Belakang", 2),
        ("1. Maksud dan Tujuan", 3),
        ("2.1 Ruang Lingkup", 3),
    ]


def test_items_of_a_list_are_no_headings() -> None:
    assert found("1. Kepala Dinas", "2. Sekretaris", "3. Kepala Bidang", PROSE) == []
    assert found("1. mengajukan nota dinas;", "2. memeriksa jadwal.", PROSE) == []


def test_a_table_of_contents_is_no_row_of_headings() -> None:
    assert found("BAB I PENDAHULUAN ........ 1", "1.1 Tujuan . . . . . . 2", "DAFTAR TABEL ……… 3", PROSE) == []


def test_codes_of_accounts_and_numbered_sentences_are_no_headings() -> None:
    assert found("5.2.01.15 Penyediaan Bahan Bacaan", "2.10.2.10.1.18.4 Peningkatan", PROSE) == []
    assert found("4.2.4 Apabila pekerja menerima dosis yang lebih besar daripada", "nilai batas dosis", PROSE) == []


def test_the_name_under_a_signature_is_no_heading() -> None:
    for above in ("ttd", "KEPALA DINAS CONTOH,"):
        assert found(PROSE, above, "BUDI CONTOH SANTOSO", "NIP 197001012000011001") == []


def test_capital_lines_are_one_title_unless_they_are_a_notice() -> None:
    assert found("SOP PEMINJAMAN", "KENDARAAN DINAS", PROSE) == [("SOP PEMINJAMAN/KENDARAAN DINAS", 2)]
    assert found(*["DILARANG MASUK TANPA IZIN"] * 8, PROSE) == []


def test_a_reference_to_an_article_is_prose() -> None:
    assert found("Pasal 12 ayat (1) berlaku sejak tanggal diundangkan.", PROSE) == []


def test_levels_by_own_numbering() -> None:
    assert [level_of(x) for x in ("BAB II", "B. Tujuan", "3. Biaya", "3.1.2 Rincian", PROSE)] == [1, 2, 3, 4, 0]


@given(st.lists(st.text(alphabet="ABab 1.-:", max_size=12), max_size=12))
def test_marks_are_in_order_and_apart(lines: list[str]) -> None:
    marks = infer(lines)
    assert all(a.last < b.first for a, b in pairwise(marks))
    assert all(0 <= m.first <= m.last < len(lines) and m.level >= 1 for m in marks)
