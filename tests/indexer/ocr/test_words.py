"""What the program says, parsed; what is kept of it; what becomes of a page."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from indexer.document import PageRead
from indexer.ocr.cache import Cache, Found
from indexer.ocr.page import improved
from indexer.ocr.picture import Picture
from indexer.ocr.words import Line, Word, confidence, packed, parsed, unpacked

PICTURE = Picture(1000, 500, 150, 0, 0.0, b"pixels")
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
SCANNED = PageRead(1, None, "", "needs_ocr", 0.0)
PROSE = (
    "Barang milik daerah yang rusak berat dan tidak dapat digunakan lagi oleh perangkat daerah",
    "diusulkan untuk dihapuskan oleh pengguna barang kepada pengelola barang dengan surat resmi.",
)


def line(text: str, confidence: float = 92.0, top: float = 10.0) -> Line:
    return tuple(Word(w, confidence, (20.0 * n, top, 20.0 * n + 15, top + 12)) for n, w in enumerate(text.split()))


def found(*lines: Line) -> Found:
    return Found(lines, PICTURE)


def test_words_stand_in_their_lines_and_what_is_no_word_is_left_out() -> None:
    table = [
        HEAD,
        "1\t1\t0\t0\t0\t0\t0\t0\t1000\t500\t-1\t",
        "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t95.5\tNota",
        "5\t1\t1\t1\t1\t2\t45\t20\t30\t12\t90\tdinas",
        "5\t1\t1\t1\t2\t1\t10\t40\t30\t12\t88\t ",
        "5\t1\t2\t1\t1\t1\t10\t60\t30\t12\t91\tTabel",
        "5\t1\t2\t1\t1",
    ]
    lines = parsed("\n".join(table))
    assert [[word.text for word in line] for line in lines] == [["Nota", "dinas"], ["Tabel"]]
    assert lines[0][0] == Word("Nota", 95.5, (10.0, 20.0, 40.0, 32.0))


def test_long_words_count_more_in_the_confidence_and_no_words_give_none() -> None:
    assert confidence((line("sembilan", 90.0), line("ab", 40.0))) == 0.8
    assert confidence(()) == 0.0


words = st.builds(
    Word,
    st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip())),
    st.integers(0, 100).map(float),
    st.tuples(*[st.integers(0, 900).map(float)] * 4),
)


@given(st.lists(st.lists(words, min_size=1).map(tuple), max_size=6).map(tuple))
def test_lines_survive_packing(lines: tuple[Line, ...]) -> None:
    assert unpacked(packed(lines)) == lines


@given(st.lists(st.lists(words, min_size=1).map(tuple), max_size=8).map(tuple), st.booleans())
def test_every_box_lies_on_the_page_and_its_range_in_the_text(lines: tuple[Line, ...], with_text: bool) -> None:
    first = PageRead(1, None, "Teks yang ada", "text", 1.0, pictured=True) if with_text else SCANNED
    page = improved(first, found(*lines))
    for box in page.boxes:
        assert 0 <= box.start < box.end <= len(page.text)
        assert "\n" not in page.text[box.start : box.end]
        assert 0 <= box.left <= box.right <= 1 and 0 <= box.top <= box.bottom <= 1


def test_a_page_that_is_read_for_certain_is_searchable_and_keeps_its_confidence() -> None:
    page = improved(SCANNED, found(*map(line, PROSE)))
    assert (page.text, page.state, page.quality) == ("\n".join(PROSE), "ocr", 0.92)
    assert [page.text[b.start : b.end] for b in page.boxes] == list(PROSE)
    assert page.boxes[0][2:] == (0.0, 0.02, 0.275, 0.044)


def test_a_page_that_is_read_uncertainly_is_poor() -> None:
    assert improved(SCANNED, found(*(line(text, 41.0) for text in PROSE))).state == "poor"


def test_a_picture_without_words_is_empty() -> None:
    page = improved(SCANNED, found(line("~ | =", 60.0), line("kabur", 12.0)))
    assert (page.state, page.text) == ("empty", "")


def test_a_word_cut_at_the_end_of_its_line_is_whole() -> None:
    page = improved(SCANNED, found(line("Kepala bidang meme-"), line("riksa usulan perundang-"), line("undangan itu.")))
    assert page.text == "Kepala bidang memeriksa\nusulan perundang-undangan\nitu."
    assert [page.text[b.start : b.end] for b in page.boxes] == page.text.split("\n")


def test_a_poor_text_stays_where_ocr_reads_no_better() -> None:
    first = PageRead(1, None, "Tcks yaug tida.k terbaca deugan baik", "poor", 0.45)
    assert improved(first, found(line("Tcks yg", 35.0))) == first
    assert improved(first, found(*map(line, PROSE))).state == "ocr"


def test_text_beside_a_picture_keeps_its_place_and_what_the_picture_says_follows() -> None:
    first = PageRead(1, None, "Lampiran I", "text", 1.0, pictured=True)
    page = improved(first, found(line("Lampiran I"), *map(line, PROSE)))
    assert (page.state, page.text) == ("mixed", "\n".join(["Lampiran I", *PROSE]))
    assert improved(first, found(line("Lampiran I"), line("2025"))) == first


def test_what_was_found_is_kept_whole_for_the_same_bytes_and_program_only(tmp_path: Path) -> None:
    kept, cache = (
        Found(tuple(map(line, PROSE)), Picture(500, 1000, 150, 90, -1.25, b"")),
        Cache(tmp_path / "ocr", "t 5"),
    )
    assert cache.get(PICTURE) is None
    cache.put(PICTURE, kept)
    assert cache.get(PICTURE) == kept
    assert Cache(tmp_path / "ocr", "t 6").get(PICTURE) is None
    assert cache.get(Picture(1000, 500, 150, 0, 0.0, b"others")) is None
    (file,) = (tmp_path / "ocr").rglob("*.json")
    file.write_bytes(file.read_bytes()[:100])
    assert cache.get(PICTURE) is None


def test_a_cache_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "ocr").write_text("no folder", encoding="utf8")
    Cache(tmp_path / "ocr", "t 5").put(PICTURE, found(line("Nota")))
    assert Cache(tmp_path / "ocr", "t 5").get(PICTURE) is None


@given(st.lists(st.floats(0, 100), min_size=1, max_size=20))
def test_words_that_were_kept_are_those_that_were_read(confidences: list[float]) -> None:
    rows = [f"5\t1\t1\t1\t1\t{n}\t{n}\t2\t3\t4\t{sure:.6f}\tkata" for n, sure in enumerate(confidences)]
    read = parsed("\n".join(["level", *rows]))
    kept = unpacked(json.loads(json.dumps(packed(read))))
    assert kept == read
    assert confidence(kept) == confidence(read)
