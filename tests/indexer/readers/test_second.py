"""What pypdf adds to a PDF, and that nothing it does can lose what pdfium reads."""

from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from indexer.document import ReadError
from indexer.readers import pdf, second
from indexer.readers.pdf import read_pdf
from indexer.readers.second import described
from tests.indexer.readers import samples

LINE = "Peminjam mengajukan nota dinas kepada pengelola barang paling lambat tiga hari kerja sebelum pemakaian dan"
TWO_PAGES = [samples.shown(["Halaman sampul"]), samples.shown(["Ruang lingkup", "Tata cara", *[LINE] * 2])]

GARBAGE = "x ~ q # k ~ z @ " * 30


def rewritten(path: Path, contents: list[bytes], title: str = "") -> PdfWriter:
    return PdfWriter(clone_from=PdfReader(samples.pdf(path, contents, title)))


def spoken_over(line: str, spoken: str) -> bytes:
    """Return a page that shows a line, and tells programs that ask for its text another one."""
    shown = samples.shown([line]).decode("latin-1").replace("Td (", f"Td /Span << /ActualText ({spoken}) >> BDC (")
    return shown.replace(" T* ET", " EMC ET").encode("latin-1")


def test_the_properties_are_title_author_and_day(tmp_path: Path) -> None:
    writer = rewritten(tmp_path / "a.pdf", TWO_PAGES)
    writer.add_metadata(
        {"/Title": "Rencana\nKerja", "/Author": "Sub Bagian Umum", "/CreationDate": "D:20250304101500Z"}
    )
    writer.write(tmp_path / "a.pdf")
    read = read_pdf(tmp_path / "a.pdf", 10)
    assert read.title == "Rencana Kerja"
    assert read.fields == {"penulis": "Sub Bagian Umum", "dibuat": "2025-03-04"}


@pytest.mark.parametrize("author", ["", "user", "ACER", "Windows User", "Administrator", " - "])
def test_the_name_of_a_machine_is_no_author(author: str) -> None:
    assert described({"/Author": author}.get).fields == {}


@pytest.mark.parametrize("stamp", ["", "kemarin", "D:20251399", "D:2025"])
def test_a_stamp_that_is_no_day_is_left_out(stamp: str) -> None:
    assert described({"/CreationDate": stamp}.get).fields == {}


def test_bookmarks_are_headings_on_their_pages(tmp_path: Path) -> None:
    writer = rewritten(tmp_path / "a.pdf", TWO_PAGES)
    above = writer.add_outline_item(title="Ruang lingkup", page_number=1)
    writer.add_outline_item(title="Tata cara", page_number=1, parent=above)
    writer.add_outline_item(title="Tidak tertulis", page_number=0)
    writer.write(tmp_path / "a.pdf")
    first, page = read_pdf(tmp_path / "a.pdf", 10).pages
    assert first.headings == ()
    assert [(page.text[h.start : h.end], h.level) for h in page.headings] == [("Ruang lingkup", 1), ("Tata cara", 2)]


def test_an_empty_owner_password_opens_what_pdfium_refuses(tmp_path: Path) -> None:
    path = samples.locked_pdf(tmp_path / "a.pdf", user="rahasia", owner=samples.EMPTY_PASSWORD)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(path)
    page = read_pdf(path, 10).pages[0]
    assert page.text == "Isi dokumen yang dikunci untuk umum."
    assert len(page.boxes) == 1


def test_a_locked_file_too_large_to_hold_stays_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "MAX_UNLOCKED_BYTES", 100)
    with pytest.raises(ReadError, match="sandi"):
        read_pdf(samples.locked_pdf(tmp_path / "a.pdf", user="rahasia", owner=samples.EMPTY_PASSWORD), 10)


def test_a_page_that_pdfium_reads_as_garbage_is_read_by_the_other(tmp_path: Path) -> None:
    line = " ".join([LINE] * 3)
    path = samples.pdf(tmp_path / "a.pdf", [spoken_over(line, GARBAGE)])
    page = read_pdf(path, 10).pages[0]
    assert (page.text, page.state, page.boxes) == (line, "text", ())


def test_a_page_that_both_read_as_garbage_needs_ocr(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "a.pdf", [spoken_over("g1 g2 zzx qqw" * 30, GARBAGE)])
    assert [(p.text, p.state) for p in read_pdf(path, 10).pages] == [("", "needs_ocr")]


def test_after_some_pages_that_it_read_no_better_it_is_not_asked_again(tmp_path: Path) -> None:
    good = spoken_over(" ".join([LINE] * 3), GARBAGE)
    bad = spoken_over("g1 g2 zzx qqw" * 30, GARBAGE)
    states = [
        p.state for p in read_pdf(samples.pdf(tmp_path / "a.pdf", [good, *[bad] * pdf.MAX_WORSE, good]), 10).pages
    ]
    assert states == ["text", *["needs_ocr"] * (pdf.MAX_WORSE + 1)]


@pytest.mark.parametrize("seconds", [0.0, 1e-4])
def test_without_time_for_the_second_reading_the_first_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    writer = rewritten(tmp_path / "a.pdf", TWO_PAGES, "Rencana Kerja")
    writer.add_outline_item(title="Ruang lingkup", page_number=1)
    writer.write(tmp_path / "a.pdf")
    whole = read_pdf(tmp_path / "a.pdf", 10)
    monkeypatch.setattr(second, "SECONDS", seconds)
    hurried = read_pdf(tmp_path / "a.pdf", 10)
    assert [p.text for p in hurried.pages] == [p.text for p in whole.pages]
    assert (hurried.title, len(hurried.pages[1].headings)) == ("Rencana Kerja", 0)


def test_after_a_long_first_reading_the_second_begins_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "UNTIL", -1.0)
    read = read_pdf(samples.pdf(tmp_path / "a.pdf", TWO_PAGES, title="Rencana Kerja"), 10)
    assert (read.title, len(read.pages)) == ("Rencana Kerja", 2)


def test_an_outline_that_leads_round_in_a_circle_or_is_none_at_all_costs_nothing(tmp_path: Path) -> None:
    for number in (1, 2):
        writer = rewritten(tmp_path / "a.pdf", TWO_PAGES)
        writer.add_outline_item(title="Ruang lingkup", page_number=1)
        root = writer.root_object
        if number == 1:
            entry = root["/Outlines"]["/First"]
            entry[NameObject("/Next")] = entry.indirect_reference
            entry[NameObject("/First")] = root.raw_get("/Outlines")
        else:
            root[NameObject("/Outlines")] = ArrayObject([NumberObject(7)])
        writer.write(tmp_path / "b.pdf")
        assert [p.state for p in read_pdf(tmp_path / "b.pdf", 10).pages] == ["text", "text"]


def test_properties_that_are_no_text_are_no_error(tmp_path: Path) -> None:
    writer = rewritten(tmp_path / "a.pdf", TWO_PAGES)
    writer.add_metadata({"/Title": "x"})
    info = writer._info
    assert isinstance(info, DictionaryObject)
    info[NameObject("/Title")] = ArrayObject([NumberObject(1)])
    info[NameObject("/CreationDate")] = NumberObject(5)
    writer.write(tmp_path / "a.pdf")
    assert len(read_pdf(tmp_path / "a.pdf", 10).pages) == 2
