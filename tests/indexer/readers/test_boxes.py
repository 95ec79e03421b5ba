"""The box of a line lies where the line is drawn, and its range is that line."""

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from indexer.document import PageRead
from indexer.readers import boxes
from indexer.readers.boxes import line_ranges
from indexer.readers.clean import clean
from indexer.readers.pdf import read_pdf
from tests.indexer.readers import samples

LINES = ["Peminjam mengajukan nota dinas.", "Pengelola barang memeriksa permohonan itu.", "Kendaraan kembali bersih."]


def read(path: Path, content: bytes = b"", shape: str = "") -> PageRead:
    return read_pdf(samples.pdf(path, [content or samples.shown(LINES)], shape=shape), 10).pages[0]


def of(page: PageRead) -> list[str]:
    return [page.text[box.start : box.end] for box in page.boxes]


def ink(path: Path) -> NDArray[np.bool_]:
    """Return which points of the page are dark when it is shown."""
    return pypdfium2.PdfDocument(path)[0].render(scale=2, grayscale=True).to_numpy() < 128


def test_a_line_lies_where_it_was_drawn(tmp_path: Path) -> None:
    page = read(tmp_path / "a.pdf")
    assert of(page) == LINES
    for number, box in enumerate(page.boxes):
        above = (842 - 780 + 14 * number) / 842  # of the base line, 14 points further down with each line
        assert box.top < above - 5 / 842 < above < box.bottom < above + 4 / 842
        assert box.left == pytest.approx(60 / 595, abs=0.003)
        assert 0.25 < box.right < 0.5


@pytest.mark.parametrize("crop", ["", "/CropBox [40 300 500 800]", "/CropBox [-50 -50 900 900]"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_boxes_hold_all_ink_and_each_holds_some_however_the_page_is_turned(
    tmp_path: Path, turn: int, crop: str
) -> None:
    page = read(tmp_path / "a.pdf", shape=f"{crop} /Rotate {turn}")
    dark = ink(tmp_path / "a.pdf")
    height, width = dark.shape
    assert sorted(of(page)) == sorted(LINES)  # pdfium begins a page that is turned at its other end
    for box in page.boxes:
        rows = slice(int(box.top * height) - 1, int(box.bottom * height) + 2)
        columns = slice(int(box.left * width) - 1, int(box.right * width) + 2)
        assert dark[rows, columns].any()
        dark[rows, columns] = False
    assert not dark.any()


def test_what_is_not_on_the_page_that_is_shown_has_no_box(tmp_path: Path) -> None:
    page = read(tmp_path / "a.pdf", shape="/CropBox [0 0 595 770]")
    assert LINES[0] in page.text
    assert of(page) == LINES[1:]


def test_a_word_cut_at_the_end_of_a_line_is_in_two_boxes(tmp_path: Path) -> None:
    page = read(tmp_path / "a.pdf", samples.shown(["tentang pengu-", "kuran tanah dan perundang-", "undangan"]))
    assert page.text == "tentang pengukuran tanah dan perundang-undangan"
    assert of(page) == ["tentang pengu", "kuran tanah dan perundang-", "undangan"]
    assert [box.top for box in page.boxes] == sorted({box.top for box in page.boxes})


def test_a_page_without_text_has_no_boxes(tmp_path: Path) -> None:
    assert read(tmp_path / "a.pdf", samples.SCAN).boxes == ()


def test_a_page_of_more_lines_than_can_be_told_apart_has_no_boxes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boxes, "MAX_LINES", 2)
    page = read(tmp_path / "a.pdf")
    assert (page.text, page.boxes) == ("\n".join(LINES), ())


def test_after_a_line_that_cannot_be_followed_only_a_line_that_occurs_once_is_taken_up() -> None:
    raw = "satu dua tiga\r\nYANG LAIN\r\nayat satu\r\nPasal lima belas\r\nayat satu\r\npenutup"
    text = "satu dua tiga\nyang berubah\nayat satu\nPasal lima belas\nayat satu\npenutup"
    found = [text[start:end] for _, _, start, end in line_ranges(raw, text)]
    assert found == ["satu dua tiga", "Pasal lima belas", "ayat satu", "penutup"]


WORDS = st.text(alphabet=st.sampled_from([*"aBé1-. \t\u00ad\ufffe\x00ﬁ\u0301"]), max_size=12)


@given(st.lists(WORDS, max_size=8).map("\r\n".join))
def test_a_range_is_inside_the_text_and_holds_the_words_of_its_raw_line(raw: str) -> None:
    text, end = clean(raw), 0
    for first, last, start, stop in line_ranges(raw, text):
        assert end <= start < stop <= len(text)
        words = clean(raw[first:last].rstrip("\ufffe\u00ad"))
        assert text[start:stop].rstrip("-").strip() == words.rstrip("-").strip()
        end = stop


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=9), max_size=8))
def test_lines_that_need_no_mending_all_have_a_range(lines: list[str]) -> None:
    raw = "\r\n".join(lines)
    text = clean(raw)
    assert [text[s:e] for _, _, s, e in line_ranges(raw, text)] == [line for line in text.split("\n") if line]
