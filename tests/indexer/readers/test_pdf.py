"""PDF pages: text in reading order, scans, garbled pages, locks, metadata."""

from pathlib import Path

import pytest

from indexer.document import ReadError
from indexer.readers.pdf import read_pdf
from tests.indexer.readers import samples

BODY = ["Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian."] * 3


def test_pages_count_from_one_and_lines_follow_each_other(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "a.pdf", [samples.shown(["Halaman sampul"]), samples.shown(["BAB I", "UMUM", *BODY])])
    pages = read_pdf(path, 10).pages
    assert [p.page for p in pages] == [1, 2]
    assert pages[1].text.split("\n") == ["BAB I", "UMUM", *BODY]
    assert [(p.state, p.sheet) for p in pages] == [("text", None)] * 2
    assert [pages[1].text[h.start : h.end] for h in pages[1].headings] == ["BAB I"]


def test_a_scan_a_stamped_scan_and_an_empty_page(tmp_path: Path) -> None:
    stamp = samples.SCAN + b" " + samples.shown(["Salinan sesuai aslinya"])
    path = samples.pdf(tmp_path / "a.pdf", [samples.SCAN, stamp, b"", samples.SCAN + b" " + samples.shown(BODY)])
    assert [p.state for p in read_pdf(path, 10).pages] == ["needs_ocr", "needs_ocr", "empty", "text"]


def test_a_picture_beside_next_to_no_text_may_hold_words_a_logo_or_one_beside_prose_need_not(tmp_path: Path) -> None:
    diagram = samples.SCAN.replace(b"595 0 0 842 0 0", b"300 0 0 200 100 300")
    logo = samples.SCAN.replace(b"595 0 0 842 0 0", b"60 0 0 60 260 700")
    words = samples.shown(["Alur layanan"]), samples.shown(["Alur layanan"]), samples.shown(BODY)
    contents = [drawn + b" " + text for drawn, text in zip((diagram, logo, diagram), words, strict=True)]
    pages = read_pdf(samples.pdf(tmp_path / "a.pdf", contents), 10).pages
    assert [(p.state, p.pictured) for p in pages] == [("text", True), ("text", False), ("text", False)]


def test_a_word_cut_at_the_end_of_a_line_is_whole(tmp_path: Path) -> None:
    path = samples.pdf(
        tmp_path / "a.pdf", [samples.shown(["Peraturan perundang-", "undangan tentang pengu-", "kuran tanah"])]
    )
    text = read_pdf(path, 10).pages[0].text
    assert "perundang-undangan" in text
    assert "pengukuran" in text


def test_an_owner_password_opens_and_a_user_password_does_not(tmp_path: Path) -> None:
    pages = read_pdf(samples.locked_pdf(tmp_path / "a.pdf", user="", owner="rahasia"), 10).pages
    assert pages[0].text == "Isi dokumen yang dikunci untuk umum."
    with pytest.raises(ReadError) as caught:
        read_pdf(samples.locked_pdf(tmp_path / "b.pdf", user="rahasia", owner="x"), 10)
    assert caught.value.code == "encrypted"


def test_a_file_whose_cross_reference_table_is_lost_opens(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "a.pdf", [samples.shown(BODY)])
    path.write_bytes(path.read_bytes().replace(b"xref\n0 7", b"xxxx\n9 9").replace(b"startxref\n", b"startxref\n9"))
    assert read_pdf(path, 10).pages[0].text == "\n".join(BODY)


def test_the_title_of_the_properties(tmp_path: Path) -> None:
    assert (
        read_pdf(samples.pdf(tmp_path / "a.pdf", [b""], title="Rencana Kerja 2025"), 10).title == "Rencana Kerja 2025"
    )


def test_letters_drawn_as_curves_need_ocr_and_a_hair_line_does_not(tmp_path: Path) -> None:
    curves = b" ".join(b"%d 700 20 30 re f" % (50 + 40 * n) for n in range(10))
    path = samples.pdf(tmp_path / "a.pdf", [curves, b"50 700 10 0.1 re f", b""])
    assert [p.state for p in read_pdf(path, 10).pages] == ["needs_ocr", "empty", "empty"]


def test_the_same_long_stamp_over_every_scan_needs_ocr(tmp_path: Path) -> None:
    stamp = samples.SCAN + b" " + samples.shown([*BODY, "Dokumen ini ditandatangani secara elektronik"])
    page = samples.SCAN + b" " + samples.shown(["Keputusan ini mulai berlaku pada tanggal ditetapkan.", *BODY])
    path = samples.pdf(tmp_path / "a.pdf", [stamp, stamp, stamp, page])
    assert [p.state for p in read_pdf(path, 10).pages] == ["needs_ocr", "needs_ocr", "needs_ocr", "text"]
