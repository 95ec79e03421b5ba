"""Reading order: pages that were drawn in another order are read in theirs, all others as they were drawn."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import PageRead
from indexer.readers.order import in_order
from indexer.readers.pdf import read_pdf
from tests.indexer.readers import samples

LINES = [
    "Baris pertama tentang arsip inaktif dinas",
    "Baris kedua tentang mutasi barang daerah",
    "Baris ketiga tentang surat tugas pegawai",
    "Baris keempat tentang nota dinas kantor",
]
TURNS = {0: "1 0 0 1 60 780", 90: "0 1 -1 0 60 60", 180: "-1 0 0 -1 500 60", 270: "0 -1 1 0 500 780"}


def drawn(pieces: Sequence[tuple[float, float, str]], turn: str = "1 0 0 1") -> bytes:
    """Return a page's content: each piece from the left and from the top, in points, in this order."""
    return " ".join(f"BT /F1 10 Tf {turn} {x} {800 - y} Tm ({text}) Tj ET" for x, y, text in pieces).encode("latin-1")


def read(folder: Path, content: bytes, shape: str = "") -> PageRead:
    return read_pdf(samples.pdf(folder / "a.pdf", [content], shape=shape), 10).pages[0]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_page_and_its_text_may_be_turned(tmp_path: Path, turned: int, rotate: int) -> None:
    content = f"BT /F1 11 Tf 14 TL {TURNS[turned]} Tm " + " ".join(f"({line}) Tj T*" for line in LINES) + " ET"
    page = read(tmp_path, content.encode(), f"/Rotate {rotate}")
    assert page.text == "\n".join(LINES)
    assert [page.text[b.start : b.end] for b in page.boxes] == LINES
    assert all(0 <= b.left < b.right <= 1 and 0 <= b.top < b.bottom <= 1 for b in page.boxes)


ROWS = [(f"5.2.01.{n:02}", f"Belanja jasa nomor {n}", f"{n}.180.000,00") for n in range(1, 13)]


def test_a_table_that_was_drawn_from_below_is_read_row_by_row(tmp_path: Path) -> None:
    cells = [(x, 20.0 * n, row[at]) for at, x in ((2, 480), (0, 60), (1, 160)) for n, row in enumerate(ROWS)]
    page = read(tmp_path, drawn(cells[::-1]))
    assert page.text.split("\n") == [" ".join(row) for row in ROWS]
    assert [page.text[b.start : b.end] for b in page.boxes] == [" ".join(row) for row in ROWS]
    assert [b.top for b in page.boxes] == sorted(b.top for b in page.boxes)


PROSE = "Pengurus barang mencatat setiap mutasi pada kartu"


def test_columns_of_prose_that_were_drawn_from_below_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [(50, 100 + 14.0 * n, f"{PROSE} {chr(97 + n)}") for n in range(10)]
    right = [(320, 100 + 14.0 * n, f"{PROSE} {chr(107 + n)}") for n in range(10)]
    head = [(50, 60.0, "Judul yang melintang di atas kedua kolom teks pada halaman ini seluruhnya")]
    page = read(tmp_path, drawn([*left, *right, *head][::-1]))
    assert page.text.split("\n") == [text for _, _, text in (*head, *left, *right)]


def test_texts_side_by_side_that_are_no_columns_are_read_as_they_were_drawn(tmp_path: Path) -> None:
    cards = [(50 + 270 * (n % 2), 400 - 100 * (n // 2)) for n in range(8)]
    lines = [(x, y + 12.0 * n, f"{PROSE[:31]} {x} {n}") for x, y in cards for n in range(3)]
    assert read(tmp_path, drawn(lines)).text.split("\n") == [text for _, _, text in lines]


def test_a_heading_on_the_left_comes_before_its_text(tmp_path: Path) -> None:
    cells = [(60, 100.0, "Maksud dan"), (60, 114.0, "Tujuan"), *((200, 100 + 14.0 * n, PROSE) for n in range(5))]
    assert read(tmp_path, drawn(cells)).text.startswith(f"Maksud dan\nTujuan\n{PROSE}")


@given(st.lists(st.sampled_from(LINES), max_size=30), st.integers(0, 3))
@settings(max_examples=40)
def test_lines_from_above_are_never_put_in_another_order(lines: list[str], indent: int) -> None:
    raw = "\r\n".join(lines)
    starts = [sum(len(line) + 2 for line in lines[:n]) for n in range(len(lines))]

    def place(first: int, last: int) -> tuple[float, float, float, float]:
        line = max(n for n, start in enumerate(starts) if start <= first)
        left = 0.1 + 0.01 * (first - starts[line]) + 0.03 * (line % (indent + 1))
        return left, 0.02 * line, left + 0.01 * (last - first), 0.02 * line + 0.015

    assert in_order(raw, place) is None


WORD = st.text(alphabet="abc-\ufffe", min_size=1, max_size=5)
PLACED = st.lists(st.tuples(WORD, st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=40)


@given(PLACED, st.sampled_from([" ", "\r\n"]))
@settings(max_examples=80)
def test_no_word_is_lost_or_made_and_every_range_is_placed(words: list[tuple[str, int, int]], gap: str) -> None:
    raw = gap.join(word for word, _, _ in words)
    edges, at = {}, 0
    for word, left, top in words:
        edges[at] = (left / 50, top / 50, left / 50 + 0.01 * len(word), top / 50 + 0.015)
        at += len(word) + len(gap)
    found, again = (in_order(raw, lambda first, _: edges.get(first)) for _ in range(2))
    if found is None or again is None:
        assert found is again
        return
    assert found.raw == again.raw
    assert Counter(filter(str.isalnum, found.raw)) == Counter(filter(str.isalnum, raw))
    assert all(found(m.start(), m.end()) for m in re.finditer(r"\S+", found.raw))
