"""Page furniture: what repeats at the edges of pages is set aside, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.document import Box, PageRead
from indexer.readers.furniture import set_aside
from indexer.readers.page import inferred
from indexer.readers.reading import read_file
from indexer.titles import guess_title
from tests.indexer.readers import samples

PROSE = [
    "Peminjam mengajukan nota dinas paling lambat tiga hari kerja",
    "sebelum pemakaian kepada pengurus barang pengguna.",
    "Pengurus barang memeriksa jadwal lalu menyerahkan kunci",
    "dengan berita acara yang ditandatangani kedua pihak.",
]


def page(number: int, lines: Sequence[tuple[float, str]]) -> PageRead:
    """Return a page of lines at these heights."""
    boxes, at = [], 0
    for height, line in lines:
        boxes.append(Box(at, at + len(line), 0.1, height - 0.005, 0.8, height + 0.005))
        at += len(line) + 1
    text = "\n".join(line for _, line in lines)
    return PageRead(number, None, text, "text", 1.0, tuple(inferred(text)), boxes=tuple(boxes))


def body(number: int, first: float = 0.2) -> list[tuple[float, str]]:
    """Return lines of prose that stand on no other page."""
    return [(first + 0.015 * n, f"{line} {chr(96 + number)}") for n, line in enumerate(PROSE)]


def aside(pages: Sequence[PageRead]) -> list[list[str]]:
    return [[p.text[start:end] for start, end in p.aside] for p in set_aside(pages)]


def test_a_header_repeats_and_its_first_place_stays_text() -> None:
    pages = [page(n, [(0.05, "Dinas Kominfo Kab. Contoh"), *body(n)]) for n in range(1, 5)]
    assert aside(pages) == [[], *[["Dinas Kominfo Kab. Contoh"]] * 3]


def test_a_number_that_counts_the_pages_is_furniture_from_the_first_page_on() -> None:
    for form in ("- {} -", "Halaman {} dari 9", "SK No 01234{} A", "jdih.contoh.go.id {}"):
        pages = [page(n, [*body(n), (0.95, form.format(n))]) for n in range(1, 5)]
        assert aside(pages) == [[form.format(n)] for n in range(1, 5)]


def test_roman_numbers_count_and_a_new_chapter_begins_again() -> None:
    feet = ["ii", "iii", "iv", "v", "1", "2", "3", "4", "1", "2"]
    pages = [page(n, [*body(n), (0.95, foot)]) for n, foot in enumerate(feet, 1)]
    assert aside(pages) == [[foot] for foot in feet]


def test_what_stands_behind_the_text_in_the_file_is_a_header_all_the_same() -> None:
    pages = [page(n, [*body(n), (0.95, "Rencana Kerja 2025"), (0.05, f"{n}")]) for n in range(1, 4)]
    assert aside(pages) == [["1"], ["Rencana Kerja 2025", "2"], ["Rencana Kerja 2025", "3"]]


def test_articles_and_numbered_titles_that_happen_to_count_stay() -> None:
    for form in ("Pasal {}", "BAB {}", "Ayat ({})", "{}. Judul", "BAGIAN {}", "Tabel {}"):
        pages = [page(n, [(0.08, form.format(n)), *body(n)]) for n in range(1, 6)]
        assert aside(pages) == [[]] * 5


def test_a_number_in_prose_that_happens_to_count_stays() -> None:
    pages = [page(n, [(0.185, f"Peserta gelombang {n} mendaftar"), *body(n)]) for n in range(1, 6)]
    assert aside(pages) == [[]] * 5


def test_column_names_at_the_top_of_every_page_stay_with_their_rows() -> None:
    pages = [page(n, [(0.185, "No Nama Barang Harga"), *body(n)]) for n in range(1, 5)]
    assert aside(pages) == [[]] * 4


def test_a_form_on_every_second_page_stays() -> None:
    head = [(0.05, "DINAS CONTOH"), (0.07, "NOMOR SOP")]
    pages = [page(n, [*(head if n % 2 else []), *body(n)]) for n in range(1, 12)]
    assert aside(pages) == [[]] * 11


def test_two_pages_show_only_that_they_are_numbered() -> None:
    pages = [page(n, [(0.05, "KOP SURAT"), *body(n), (0.95, f"Halaman {n} dari 2")]) for n in (1, 2)]
    assert aside(pages) == [["Halaman 1 dari 2"], ["Halaman 2 dari 2"]]


def test_a_catchword_is_set_aside_where_the_next_page_begins_so() -> None:
    first = page(1, [*body(1), (0.9, "Pasal 2 . . .")])
    assert aside([first, page(2, [(0.1, "Pasal 2"), *body(2)])]) == [["Pasal 2 . . ."], []]
    assert aside([first, page(2, [(0.1, "Pasal 7"), *body(2)])]) == [[], []]


def test_a_line_set_aside_is_no_heading_nor_part_of_one() -> None:
    head = [(0.1, "PRESIDEN"), (0.115, "REPUBLIK INDONESIA")]
    pages = set_aside([page(n, [*head, (0.16, f"BAB {'I' * n}"), *body(n)]) for n in range(1, 4)])
    assert [[p.text[h.start : h.end] for h in p.headings] for p in pages[1:]] == [["BAB II"], ["BAB III"]]


def test_the_body_is_the_text_without_what_is_set_aside_and_names_the_document() -> None:
    foot = "LAPORAN KINERJA DINAS CONTOH Halaman {}"
    pages = [page(n, [(0.02, foot.format(n)), *body(n)]) for n in range(1, 4)]
    assert guess_title(pages, "a.pdf").startswith("LAPORAN KINERJA")
    marked = set_aside(pages)
    assert marked[0].text == pages[0].text
    assert marked[0].body.split() == "\n".join(line for _, line in body(1)).split()
    assert guess_title(marked, "a.pdf") == "a"


def test_a_pdf_is_read_with_its_furniture_set_aside(tmp_path: Path) -> None:
    lines = [[f"Halaman {n} dari 3", "", "", *(f"{line} {n}" for line in PROSE)] for n in (1, 2, 3)]
    path = samples.pdf(tmp_path / "a.pdf", [samples.shown(page_lines) for page_lines in lines])
    pages = read_file(path, "a.pdf", 10).pages
    assert [[p.text[s:e] for s, e in p.aside] for p in pages] == [[f"Halaman {n} dari 3"] for n in (1, 2, 3)]


WORD = st.text(alphabet="abcde", min_size=1, max_size=4)
HEIGHT = st.integers(0, 40).map(lambda n: n / 40)
LINE = st.tuples(HEIGHT, st.lists(st.one_of(WORD, st.integers(0, 9).map(str)), min_size=1, max_size=3).map(" ".join))
PAGES = st.lists(st.lists(LINE, max_size=8), max_size=7)


@given(PAGES)
@settings(max_examples=50)
def test_ranges_are_whole_lines_in_order_and_nothing_else_changes(made: list[list[tuple[float, str]]]) -> None:
    pages = [page(n, lines) for n, lines in enumerate(made, 1)]
    marked = set_aside(pages)
    assert marked == set_aside(pages) == set_aside(marked)
    for before, after in zip(pages, marked, strict=True):
        assert (before.text, before.boxes) == (after.text, after.boxes)
        assert list(after.aside) == sorted(set(after.aside))
        assert all(before.text[start:end] in before.text.split("\n") for start, end in after.aside)


@given(PAGES)
@settings(max_examples=50)
def test_words_that_are_no_number_stay_text_at_least_once(made: list[list[tuple[float, str]]]) -> None:
    plain = [[(height, "".join(c for c in line if not c.isdigit())) for height, line in lines] for lines in made]
    marked = set_aside([page(n, [x for x in lines if x[1].strip()]) for n, lines in enumerate(plain, 1)])
    known = {" ".join(line.split()) for p in marked for line in p.body.split("\n")}
    assert all(" ".join(p.text[s:e].split()) in known for p in marked for s, e in p.aside)
