"""Windows: exact ranges, nothing lost, never too long, headings kept."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from catalog.editions import Splitting
from indexer.document import Heading, PageRead, SheetRow
from indexer.passages import ROWS_EMBEDDED, Passage, embedding_text, split, text_hash

SIZES = Splitting()
WORDS = SIZES.words
WORD = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)
GAP = st.sampled_from([" ", "\n", ". ", "  ", "\n\n", "; "])
TEXT = st.lists(st.tuples(WORD, GAP), min_size=1, max_size=400).map(lambda parts: "".join(w + g for w, g in parts))


def page(text: str, *headings: Heading, rows: tuple[SheetRow, ...] = (), number: int | None = 1) -> PageRead:
    return PageRead(number, None, text, "text", 1.0, headings, rows)


def words(count: int) -> str:
    return " ".join(f"kata{n}" for n in range(count)) + "."


@given(TEXT)
def test_every_word_is_in_a_passage_and_no_passage_is_longer_than_a_window(text: str) -> None:
    (passages,) = split((page(text),), SIZES)
    covered: set[int] = set()
    for passage in passages:
        part = text[passage.start : passage.end]
        assert part == part.strip()
        assert 0 < len(part.split()) <= WORDS
        covered |= set(range(passage.start, passage.end))
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)


@given(TEXT)
def test_passages_advance_and_none_holds_another(text: str) -> None:
    (passages,) = split((page(text),), SIZES)
    for one, two in pairwise(passages):
        assert one.start < two.start
        assert one.end < two.end


def test_a_short_page_is_one_passage_and_an_empty_one_none() -> None:
    assert split((page("Kendaraan dinas dipinjam."), page("  \n")), SIZES) == [[Passage("text", None, (), 0, 25)], []]


def test_windows_overlap_by_whole_sentences() -> None:
    text = " ".join(f"Kalimat nomor {n} berisi enam kata." for n in range(40))
    (passages,) = split((page(text),), SIZES)
    assert len(passages) > 2
    for one, two in pairwise(passages):
        shared = text[two.start : one.end]
        assert shared.startswith("Kalimat")
        assert shared.endswith("kata.")


def test_a_heading_starts_a_passage_once_the_window_has_enough_words() -> None:
    text = f"{words(60)}\nBAB II PENGADAAN\n{words(20)}"
    at = text.index("BAB II")
    (passages,) = split((page(text, Heading(at, at + 16, 1)),), SIZES)
    assert [text[p.start : p.end][:6] for p in passages] == ["kata0 ", "BAB II"]
    assert passages[1].heading == ("BAB II PENGADAAN",)


def test_the_heading_path_goes_on_over_the_page_break_and_deeper_headings_end_with_their_section() -> None:
    first = page("BAB I UMUM\nPasal 1\nIsi pasal.", Heading(0, 10, 1), Heading(11, 18, 2))
    second = page("Lanjutan isi pasal.", number=2)
    third = page("BAB II\nIsi bab dua.", Heading(0, 6, 1), number=3)
    passages = split((first, second, third), SIZES)
    assert passages[1][0].heading == ("BAB I UMUM", "Pasal 1")
    assert passages[2][0].heading == ("BAB II",)


def test_no_passage_begins_or_ends_with_page_furniture_and_a_page_of_it_alone_has_none() -> None:
    text = "Halaman 2\nArsip inaktif dipindahkan.\nDinas Contoh\nSetelah dua tahun.\nSK No 012345 A"
    aside = tuple((text.index(line), text.index(line) + len(line)) for line in text.split("\n")[::2])
    full = replace(page(text), aside=aside)
    alone = replace(page("Halaman 3", number=2), aside=((0, 9),))
    found = split((full, alone), SIZES)
    assert [[text[p.start : p.end] for p in passages] for passages in found] == [
        ["Arsip inaktif dipindahkan.\nDinas Contoh\nSetelah dua tahun."],
        [],
    ]


def test_rows_of_a_small_sheet_are_found_by_words_and_its_text_by_meaning() -> None:
    text = "Kode | Nama\n001 | Meja\n002 | Kursi"
    rows = (SheetRow(2, {"Kode": "001"}, 12, 22), SheetRow(3, {"Kode": "002"}, 23, 34))
    (passages,) = split((PageRead(None, "KIB", text, "text", 1.0, (), rows),), SIZES)
    assert [(p.kind, p.row) for p in passages] == [("text", None), ("row", 2), ("row", 3)]


def test_a_file_that_is_one_table_is_cut_like_a_sheet_and_a_text_with_a_table_is_not() -> None:
    text = "Kode | Nama\n001 | Meja\n002 | Kursi"
    rows = (SheetRow(2, {"Kode": "001"}, 12, 22), SheetRow(3, {"Kode": "002"}, 23, 34))
    nameless, sheet = (PageRead(None, name, text, "text", 1.0, (), rows) for name in (None, "KIB"))
    assert split((nameless,), SIZES, tabular=True) == split((sheet,), SIZES)
    assert split((nameless,), SIZES) == [[Passage("text", None, (), 0, len(text))]]


def test_a_big_sheet_is_embedded_by_its_opening_and_its_notes_only() -> None:
    lines = [f"00{n} | Kursi kerja nomor {n} | Baik" for n in range(ROWS_EMBEDDED + 20)]
    head = "KARTU INVENTARIS BARANG\nKode | Nama | Kondisi\n"
    text = head + "\n".join(lines) + "\nCatatan: tiga kursi dipinjam oleh bidang lain sejak Maret"
    rows, at = [], len(head)
    for number, line in enumerate(lines, 3):
        rows.append(SheetRow(number, {}, at, at + len(line)))
        at += len(line) + 1
    (passages,) = split((PageRead(None, "KIB B", text, "text", 1.0, (), tuple(rows)),), SIZES)
    embedded = [p for p in passages if p.kind != "row"]
    assert [p.kind for p in embedded] == ["table", "text"]
    assert text[embedded[1].start : embedded[1].end].startswith("Catatan")
    assert sum(p.kind == "row" for p in passages) == len(rows)


def test_title_and_heading_stand_in_front_of_what_is_embedded() -> None:
    assert embedding_text("SOP", ("BAB I", "Bagian 1", "Pasal 2"), "isi") == "SOP\nBagian 1\nPasal 2\nisi"
    assert text_hash("a") != text_hash("b")
    assert len(text_hash("\ud800")) == 16
