"""Text that a scanner's stamp left on every page is no text of the pages."""

from dataclasses import replace

from indexer.document import PageRead
from indexer.readers.stamps import without_stamps

STAMP = "Salinan ini sah bila dibubuhi cap\nDicetak oleh bagian arsip\nHalaman {} dari 4"


def page(number: int, text: str, *, pictured: bool = True) -> PageRead:
    return PageRead(number, None, text, "text", 1.0, pictured=pictured)


def states(pages: list[PageRead]) -> list[str]:
    return [page.state for page in without_stamps(pages)]


def test_lines_that_stand_on_most_pictures_are_a_stamp() -> None:
    pages = [page(n, STAMP.format(n)) for n in (1, 2, 3)]
    assert states([*pages, page(4, "Daftar barang yang diserahkan")]) == ["needs_ocr"] * 3 + ["text"]


def test_a_line_of_its_own_makes_a_page_text() -> None:
    pages = [page(n, STAMP.format(n)) for n in (1, 2)]
    own = replace(pages[1], text=f"Berita acara serah terima\n{pages[1].text}")
    assert states([*pages, own]) == ["needs_ocr", "needs_ocr", "text"]


def test_pages_without_pictures_and_a_single_picture_are_no_stamps() -> None:
    assert states([page(n, "Formulir kosong", pictured=False) for n in (1, 2, 3)]) == ["text"] * 3
    assert states([page(1, "Formulir kosong")]) == ["text"]
