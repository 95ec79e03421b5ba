"""Kind, title and fields from a document's first words and its name."""

import pytest

from indexer.document import PageRead, SheetRow
from indexer.fields.of_kind import read_fields
from indexer.kinds import Named, judge
from indexer.readers.page import inferred
from indexer.titles import guess_title, name_words

PDF = "application/pdf"


def pages(*lines: str) -> list[PageRead]:
    text = "\n".join(lines)
    return [PageRead(1, None, text, "text", 1.0, tuple(inferred(text)))]


PROSE = "Kendaraan dinas dipinjam untuk keperluan kantor dan dikembalikan pada hari yang sama."


@pytest.mark.parametrize(
    ("lines", "name", "kind", "title"),
    [
        (["SOP PEMINJAMAN KENDARAAN DINAS", PROSE], "x.pdf", "sop", "SOP PEMINJAMAN KENDARAAN DINAS"),
        (["STANDAR OPERASIONAL PROSEDUR", "Nama SOP: Peminjaman Ruang"], "x.pdf", "sop", "SOP Peminjaman Ruang"),
        (
            ["Nomor SOP 1/SOP/2025", "Tanggal Efektif 3-2-2025", "Nama SOP Peminjaman Ruang"],
            "x.pdf",
            "sop",
            "SOP Peminjaman Ruang",
        ),
        (
            ["KERANGKA ACUAN KERJA", "Jasa konsultansi drainase", PROSE],
            "x.docx",
            "kak",
            "KERANGKA ACUAN KERJA Jasa konsultansi drainase",
        ),
        (["KARTU INVENTARIS BARANG (KIB) B", PROSE], "x.xlsx", "kib", "KARTU INVENTARIS BARANG (KIB) B"),
        (
            ["PEMERINTAH PROVINSI CONTOH", "PERATURAN GUBERNUR CONTOH", "NOMOR 7 TAHUN 2025", PROSE],
            "RENJA.pdf",
            "regulasi",
            "PERATURAN GUBERNUR CONTOH NOMOR 7 TAHUN 2025",
        ),
        (["KEPUTUSAN KEPALA DINAS CONTOH", PROSE], "a.pdf", "sk", "KEPUTUSAN KEPALA DINAS CONTOH"),
        (["BERITA ACARA SERAH TERIMA BARANG", PROSE], "a.pdf", "bast", "BERITA ACARA SERAH TERIMA BARANG"),
        (["Notulen Rapat Komunitas", PROSE], "a.docx", "notulen", "Notulen Rapat Komunitas"),
        ([PROSE], "notulen_rapat-maret.docx", "notulen", "notulen rapat maret"),
        ([PROSE], "20180522010502_Daftar_Hadir.pdf", "lain", "Daftar Hadir"),
        (["BAB I", "PENDAHULUAN UMUM", PROSE], "Kajian drainase.pdf", "lain", "Kajian drainase"),
    ],
)
def test_kind_and_title(lines: list[str], name: str, kind: str, title: str) -> None:
    found = guess_title(pages(*lines), name)
    assert (judge(pages(*lines), Named(found, name_words(name), PDF))[0], found) == (kind, title)


def test_the_title_of_the_properties_counts_where_the_pages_have_none() -> None:
    assert guess_title(pages(PROSE), "a.pdf", "Rencana Kerja Tahunan") == "Rencana Kerja Tahunan"
    assert guess_title(pages(PROSE), "a.pdf", "Microsoft Word - konsep.doc") == "a"


def test_a_file_of_scans_is_named_after_its_file() -> None:
    scan = [PageRead(1, None, "", "needs_ocr", 0.0)]
    assert guess_title(scan, "SOP arsip inaktif.pdf") == "SOP arsip inaktif"
    assert judge(scan, Named("SOP arsip inaktif", name_words("SOP arsip inaktif.pdf"), PDF))[0] == "sop"


def test_a_title_is_one_line_of_at_most_200_characters() -> None:
    title = guess_title(pages(*["PENYUSUNAN RENCANA INDUK DRAINASE KAWASAN CONTOH BAGIAN TIMUR"] * 6, PROSE), "a.pdf")
    assert len(title) <= 200 and "\n" not in title


COVER = (
    "PEMERINTAH KOTA CONTOH",
    "Nomor | 03/SOP/UM/2024",
    "Tanggal Pembuatan | 2 Mei 2024",
    "Tanggal Pengesahan / Efektif | 9 Mei 2024",
    "Disahkan oleh | Sekretaris Kota",
    "Judul | SOP Peminjaman Proyektor",
    "A. Dasar Hukum",
    "Peraturan Gubernur Nomor 8 Tahun 2011.",
)


def test_a_cover_names_its_sop_by_whichever_label() -> None:
    assert guess_title(pages(*COVER), "x.docx") == "SOP Peminjaman Proyektor"
    prefixed = [line.replace("Judul", "Nama SOP") for line in COVER]
    assert guess_title(pages(*prefixed), "x.docx") == "SOP Peminjaman Proyektor"


def test_a_bare_label_names_nothing_where_no_row_of_a_cover_stands_by() -> None:
    assert guess_title(pages("Judul: Taman Kota", PROSE), "resensi buku.docx") == "resensi buku"


@pytest.mark.parametrize("head", ["A. Dasar Hukum", "Mengingat : 1. Undang-Undang Nomor 1 Tahun 2020", "Dasar:"])
def test_no_paper_is_called_by_its_legal_basis(head: str) -> None:
    lines = ["Bagian Umum", head, "Peraturan Gubernur Nomor 8 Tahun 2011", PROSE]
    assert guess_title(pages(*lines), "Peminjaman proyektor.docx") == "Peminjaman proyektor"


def test_a_name_in_the_title_of_a_sop_is_whole() -> None:
    wrapped = ["Nomor SOP 3/SOP/2024", "Tanggal Revisi -", "NAMA SOP PEMINJAMAN PROYEKTOR", "DAN LAYAR", "Dasar Hukum:"]
    assert guess_title(pages(*wrapped), "x.pdf") == "SOP PEMINJAMAN PROYEKTOR DAN LAYAR"


def test_number_and_date_as_written() -> None:
    head = pages("SOP PEMINJAMAN", "Nomor 014/SOP/CONTOH/2025, tanggal efektif 17 Februari 2025.", PROSE)
    named = {"nomor": "014/SOP/CONTOH/2025", "tanggal": "17 Februari 2025", "tanggal_iso": "2025-02-17"}
    assert read_fields("lain", head).fields == named
    assert read_fields("lain", pages(PROSE)).fields == {}


def test_a_tables_title_says_what_it_lists_and_is_not_the_first_of_its_groups() -> None:
    lines = ["PEMERINTAH KABUPATEN LEMBAH SARI", "Daftar Kendaraan Dinas Keadaan per 31 Desember 2024", "SEKRETARIAT"]
    text = "\n".join([*lines, "1 | Mini Bus"])
    row = SheetRow(5, {"No": "1", "Nama": "Mini Bus"}, len(text) - len("1 | Mini Bus"), len(text))
    page = PageRead(None, "Kendaraan", text, "text", 1.0, rows=(row,))
    assert guess_title([page], "kendaraan.xlsx") == "Daftar Kendaraan Dinas Keadaan per 31 Desember 2024"


def test_heads_of_columns_are_no_label_of_a_cover() -> None:
    head = "No | Nomor SOP | Judul SOP Tanggal | Status"
    assert guess_title(pages("DAFTAR INVENTARISASI SOP", head), "daftar.xlsx") == "DAFTAR INVENTARISASI SOP"
