"""The kind of a document, and what speaks for it."""

import csv
import hashlib
from pathlib import Path

import pytest

from indexer.document import Document, PageRead, ReadError, SheetRow
from indexer.kinds import Named, judge, names_a_kind
from indexer.readers.reading import read_file
from indexer.titles import guess_title, name_words

REALDOCS = Path(__file__).parents[3] / "shared/realdocs"
JUDGED = Path(__file__).with_name("kinds_judged.tsv")
SAMPLE = Path(__file__).parents[2] / "corpora"
PDF = "application/pdf"


def page(text: str, *rows: SheetRow, sheet: str | None = None) -> PageRead:
    return PageRead(None if sheet else 1, sheet, text, "text", 1.0, rows=rows)


def kind(text: str, title: str = "x", name: str = "x") -> str:
    return judge([page(text)], Named(title, name, PDF))[0]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Panduan Penyusunan SOP", "juknis"),
        ("SOP Penyusunan Panduan", "sop"),
        ("Lesson Learned KAK 2024", "lesson"),
        ("FAQ Kepgub 281 Tahun 2025", "faq"),
        ("SK Penghapusan BMD 2025", "sk"),
        ("Perda 1 Tahun 2024 - Pedoman Pajak Daerah", "regulasi"),
        ("Jadwal sosialisasi SOP", "lain"),
    ],
)
def test_the_word_that_comes_first_in_a_name_is_its_head(name: str, expected: str) -> None:
    assert kind("", name, name) == expected


def test_what_stands_behind_about_only_describes() -> None:
    assert kind("", "Uraian tentang penyusunan pedoman", "x") == "lain"


def test_the_form_of_a_paper_speaks_where_no_word_does() -> None:
    sheet = "Nomor SOP 1/2025\nTanggal Pembuatan 3-2-2025\nTanggal Efektif 4-2-2025\nDisahkan oleh Kepala Badan"
    assert kind(sheet) == "sop"
    terms = "1. Latar Belakang\nisi\n2. Maksud dan Tujuan\nisi\n3. Keluaran\nisi\n4. Jangka Waktu\n90 hari"
    assert kind(terms) == "kak"
    rule = "WALI KOTA CONTOH\nPERATURAN WALI KOTA CONTOH\nNOMOR 5 TAHUN 2024\nDENGAN RAHMAT TUHAN YANG MAHA ESA"
    assert kind(rule, "x", "RENJA 2024") == "regulasi"


def test_a_law_that_is_only_cited_makes_no_law() -> None:
    assert kind("Hak warga dijamin.\nUndang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\n") == "lain"


def test_a_table_is_known_by_its_columns() -> None:
    cells = {"Kode Barang": "1", "Register": "2", "Merk/Type": "3", "Bahan": "4", "Asal-usul": "5", "Harga": "6"}
    found, signs = judge([page("", SheetRow(3, cells, 0, 0), sheet="Data")], Named("x", "x", "application/x"))
    assert found == "kib"
    assert [sign.where for sign in signs] == ["tabel", "tabel"]
    assert "register; merk/type; bahan; asal-usul" in [sign.text for sign in signs]


def test_a_sign_shows_its_words_at_their_place() -> None:
    text = "PEMERINTAH PROVINSI\nNOTULEN RAPAT\nAgenda: pembahasan"
    found, signs = judge([page(text)], Named("NOTULEN RAPAT", "rapat maret", PDF))
    assert found == "notulen"
    places = [(s.where, s.text, s.page, text[s.start : s.end]) for s in signs]
    assert places == [("judul", "NOTULEN", 1, "NOTULEN"), ("isi", "NOTULEN", 1, "NOTULEN")]


def test_without_a_sign_the_kind_is_open() -> None:
    assert judge([page("Kendaraan dikembalikan pada hari yang sama.")], Named("x", "x", PDF)) == ("lain", ())
    assert judge([], Named("x", "x", PDF)) == ("lain", ())


def test_prose_that_mentions_a_kind_is_no_title() -> None:
    assert names_a_kind("SOP BENDAHARA")
    assert not names_a_kind("Guru mengajar sesuai SOP yang telah ditetapkan.")
    assert not names_a_kind("UU 23/ 2014")


def test_the_sample_papers_have_the_kind_of_their_manifest() -> None:
    with (SAMPLE / "contoh.csv").open(encoding="utf-8", newline="") as manifest:
        judged = [(SAMPLE / "contoh" / row["path"], {row["kind"]}) for row in csv.DictReader(manifest)]
    assert share_right(judged) >= 0.9  # guides to forms are judged as those forms there, and one scan needs OCR


@pytest.mark.slow
@pytest.mark.skipif(not REALDOCS.exists(), reason="realdocs is not beside this repository")
def test_published_documents_have_the_kind_that_a_librarian_gave_them() -> None:
    with JUDGED.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    judged = [(REALDOCS / row["path"], set(row["kind"].split("|"))) for row in rows]
    assert [hashlib.sha256(path.read_bytes()).hexdigest() for path, _ in judged] == [row["sha256"] for row in rows]
    assert len(judged) == 116
    assert share_right(judged) >= 0.92  # without OCR: three scans do not say what they are


def share_right(judged: list[tuple[Path, set[str]]]) -> float:
    right = [path for path, kinds in judged if read_kind(path) in kinds]
    return len(right) / len(judged)


def read_kind(path: Path) -> str:
    """A file that cannot be read has the kind of its name."""
    try:
        document: Document = read_file(path, path.name, 5000)
    except ReadError:
        return judge([], Named(guess_title([], path.name), name_words(path.name), ""))[0]
    return document.kind
